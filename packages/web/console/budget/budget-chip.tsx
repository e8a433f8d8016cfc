// How a round stands, as a chip.
import type { BudgetFile } from '@yishi/contract/budget'
import { consoleBudgetWords } from '../../words/console-budget.ts'
import { useWords } from '../language.tsx'
import { StatusChip, type StatusLook } from '../parts/status-chip.tsx'

const LOOKS = {
  draft: ['ring', 'mute'],
  open: ['half', 'info'],
  closed: ['half', 'warn'],
  decided: ['ok', 'ok'],
  withdrawn: ['done', 'mute'],
} as const satisfies Record<BudgetFile['status'], StatusLook>

export const BudgetChip = ({ status }: Pick<BudgetFile, 'status'>) => {
  const words = useWords(consoleBudgetWords)
  return <StatusChip look={LOOKS[status]}>{words.status[status]}</StatusChip>
}
