// The workflow status of a matter as a chip: never in the colours of the clock's light.
import type { BoardRow } from '@yishi/contract/board'
import { phaseWords } from '../../words/kinds.ts'
import { useWords } from '../language.tsx'
import { Glyph, type Shape } from './glyph.tsx'

const LOOKS = {
  received: ['ring', 'info'],
  'in-hand': ['half', 'info'],
  'to-rate': ['ok', 'ok'],
  'to-revisit': ['ok', 'ok'],
  closed: ['done', 'mute'],
} as const satisfies Record<BoardRow['phase'], readonly [Shape, string]>

export const PhaseChip = ({ phase }: { phase: BoardRow['phase'] }) => {
  const words = useWords(phaseWords)
  const [shape, tone] = LOOKS[phase]
  return (
    <span className={`chip ${tone}`}>
      <Glyph shape={shape} />
      {words[phase]}
    </span>
  )
}
