// Doing something to a round: one key for each attempt, and the answer in place of what was shown.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { BudgetFile } from '@yishi/contract/budget'
import { useState } from 'react'
import { isProblem, newKey, write } from '../api.ts'
import { budgetQuery } from './queries.ts'

export const useBudgetAct = <Body>(path: string, onDone: (file: BudgetFile) => void = () => undefined) => {
  const client = useQueryClient()
  const [key, setKey] = useState(newKey)
  return useMutation({
    mutationFn: (body: Body) => write<BudgetFile>(path, body, { key }),
    onSuccess(file) {
      client.setQueryData(budgetQuery(file.budget).queryKey, file)
      void client.invalidateQueries({ queryKey: ['budgets'] })
      setKey(newKey())
      onDone(file)
    },
    onError(error) {
      if (!isProblem(error, 'unreachable')) setKey(newKey())
    },
  })
}
