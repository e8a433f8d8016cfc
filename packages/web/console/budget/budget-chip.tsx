// How a round stands, as a chip.
import type { BudgetFile } from '@yishi/contract/budget'
import { consoleBudgetWords } from '../../words/console-budget.ts'
import { useWords } from '../language.tsx'
import { Glyph, type Shape } from '../parts/glyph.tsx'

const LOOKS = {
  draft: ['ring', 'mute'],
  open: ['half', 'info'],
  closed: ['half', 'warn'],
  decided: ['ok', 'ok'],
  withdrawn: ['done', 'mute'],
} as const satisfies Record<BudgetFile['status'], readonly [Shape, string]>

export const BudgetChip = ({ status }: Pick<BudgetFile, 'status'>) => {
  const words = useWords(consoleBudgetWords)
  const [shape, tone] = LOOKS[status]
  return (
    <span className={`chip ${tone}`}>
      <Glyph shape={shape} />
      {words.status[status]}
    </span>
  )
}
