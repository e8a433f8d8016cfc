// Doing something to a round: one key for each attempt, and the answer in place of what was shown.
import { useQueryClient } from '@tanstack/react-query'
import type { BudgetFile } from '@yishi/contract/budget'
import { write } from '../api.ts'
import { useAttempt } from '../use-attempt.ts'
import { budgetQuery } from './queries.ts'

export const useBudgetAct = <Body>(path: string, onDone: (file: BudgetFile) => void = () => undefined) => {
  const client = useQueryClient()
  return useAttempt({
    send: (body: Body, key) => write<BudgetFile>(path, body, { key }),
    onDone(file) {
      client.setQueryData(budgetQuery(file.budget).queryKey, file)
      void client.invalidateQueries({ queryKey: ['budgets'] })
      onDone(file)
    },
  })
}
