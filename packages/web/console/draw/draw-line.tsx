// One draw in a list: what is drawn, from how many, and how it stands.
import type { DrawLine } from '@yishi/contract/draw'
import { Link } from 'react-router'
import { consoleDrawWords } from '../../words/console-draw.ts'
import { shortMoment } from '../../words/console-time.ts'
import { useWords } from '../language.tsx'
import { StatusChip, type StatusLook } from '../parts/status-chip.tsx'

const LOOKS = {
  announced: ['ring', 'info'],
  drawn: ['half', 'ok'],
  objected: ['half', 'warn'],
  settled: ['ok', 'ok'],
  annulled: ['done', 'mute'],
} as const satisfies Record<DrawLine['status'], StatusLook>

export const DrawChip = ({ status }: Pick<DrawLine, 'status'>) => {
  const words = useWords(consoleDrawWords)
  return <StatusChip look={LOOKS[status]}>{words.status[status]}</StatusChip>
}

export const DrawLineItem = ({ line }: { line: DrawLine }) => {
  const words = useWords(consoleDrawWords)
  return (
    <li className="poll-line">
      <Link to={`/draws/${line.draw}`}>{line.title}</Link>
      <span className="row">
        <DrawChip {...line} />
        <span className="meta num">{words.of(line.count, line.pool, line.rounds)}</span>
        <span className="meta num">
          {line.drawnAt ? words.drawnAt(shortMoment(line.drawnAt)) : words.knownAt(shortMoment(line.at))}
        </span>
      </span>
    </li>
  )
}
