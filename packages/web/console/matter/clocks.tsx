// The running limits of a matter with their lights.
import type { ClockView } from '@yishi/contract/matter'
import { type Limit, limitInWords } from '@yishi/domain/calendar'
import { matterWords } from '../../words/console-matter.ts'
import { shortDeadline, shortMoment } from '../../words/console-time.ts'
import { clockKindWords } from '../../words/kinds.ts'
import { useLanguage, useWords } from '../language.tsx'
import { ClockLight } from '../parts/clock-light.tsx'
import { useInHand } from './in-hand.tsx'

const Clock = ({ clock }: { clock: ClockView }) => {
  const words = useWords(matterWords)
  const kinds = useWords(clockKindWords)
  const { lang } = useLanguage()
  return (
    <li>
      <span className="row clock-head">
        <strong>{kinds[clock.kind]}</strong>
        <span className="meta">
          {words.limitOf(limitInWords(clock.limit as Limit, lang))} · {words.dueAt(shortDeadline(clock.due))}
        </span>
      </span>
      {clock.met === null ? (
        <ClockLight clock={clock} />
      ) : (
        <span className="meta">{clock.met ? words.metInTime : words.metLate}</span>
      )}
      {clock.paused && (
        <span className="meta">{words.pausedUntil(shortMoment(clock.paused.until), clock.paused.reason)}</span>
      )}
      {clock.provisional && <span className="meta">{words.provisional}</span>}
    </li>
  )
}

export const Clocks = () => {
  const words = useWords(matterWords)
  const { file } = useInHand()
  // Where a file is closed nothing runs any more; what was kept or missed still tells.
  const clocks = file.phase === 'closed' ? file.clocks.filter(({ met }) => met !== null) : file.clocks
  if (file.phase === 'closed' && clocks.length === 0) return null
  return (
    <section className="panel box" aria-label={words.clocks}>
      <h2>{words.clocks}</h2>
      {clocks.length === 0 && <p className="quiet">{words.noClock}</p>}
      <ul className="stack">
        {clocks.map((clock) => (
          <Clock key={clock.kind} clock={clock} />
        ))}
      </ul>
    </section>
  )
}
