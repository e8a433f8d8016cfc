// One poll in a list: its question, its rule, and how it stands.
import type { PollLine } from '@yishi/contract/poll'
import { Link } from 'react-router'
import { consolePollWords } from '../../words/console-poll.ts'
import { shortMoment } from '../../words/console-time.ts'
import { useName, useWords } from '../language.tsx'
import { Glyph, type Shape } from '../parts/glyph.tsx'

const LOOKS = {
  draft: ['ring', 'mute'],
  announced: ['ring', 'info'],
  open: ['half', 'info'],
  closed: ['half', 'warn'],
  counting: ['half', 'warn'],
  preliminary: ['half', 'warn'],
  decided: ['ok', 'ok'],
  withdrawn: ['not', 'mute'],
} as const satisfies Record<PollLine['status'], readonly [Shape, string]>

export const PollChip = ({ status, passed }: Pick<PollLine, 'status' | 'passed'>) => {
  const words = useWords(consolePollWords)
  const [shape, tone] = passed === false ? (['not', 'mute'] as const) : LOOKS[status]
  return (
    <span className={`chip ${tone}`}>
      <Glyph shape={shape} />
      {passed === null ? words.status[status] : passed ? words.passed : words.failed}
    </span>
  )
}

export const PollLineItem = ({ line }: { line: PollLine }) => {
  const words = useWords(consolePollWords)
  const name = useName()
  return (
    <li className="poll-line">
      <Link to={`/polls/${line.poll}`}>{line.question}</Link>
      <span className="row">
        <PollChip {...line} />
        <span className="meta num">{words.draftedAt(shortMoment(line.draftedAt))}</span>
        <span className="meta">{name(line.rule)}</span>
      </span>
    </li>
  )
}
