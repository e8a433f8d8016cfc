// A running limit as light, words and bar; the bar shows how much of the limit is used up.
import type { ClockView } from '@yishi/contract/matter'
import { boardWords } from '../../words/console-board.ts'
import { restText } from '../../words/console-time.ts'
import { useLanguage, useWords } from '../language.tsx'
import { Glyph } from './glyph.tsx'

export const ClockLight = ({ clock }: { clock: ClockView }) => {
  const { lang } = useLanguage()
  const words = useWords(boardWords)
  const tone = clock.paused ? 'mute' : clock.light
  return (
    <span className={`clock ${tone}`}>
      <span className="clock-words">
        <Glyph shape={clock.paused ? 'pause' : clock.light} />
        {clock.paused ? words.paused : restText(clock, lang)}
      </span>
      <svg className="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect className="bar-ground" width="100" height="4" />
        <rect className="bar-used" width={clock.overdue ? 100 : Math.round(clock.share * 100)} height="4" />
      </svg>
    </span>
  )
}
