// What the screens of shared budgets read, and what the desk does.
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { BudgetFile, BudgetLine } from '@yishi/contract/budget'
import type { BudgetDesk, BudgetHandedIn, BudgetVoterLine } from '@yishi/contract/budget-desk'
import { useState } from 'react'
import { isProblem, newKey, read, write } from '../api.ts'

const SECONDS = 1_000

export const budgetsQuery = (community: string) =>
  queryOptions({
    queryKey: ['budgets', community],
    queryFn: () => read<BudgetLine[]>(`/budgets?community=${encodeURIComponent(community)}`),
    refetchInterval: 60 * SECONDS,
    enabled: community !== '',
  })

/** Live: ballots come in while somebody looks. */
export const budgetQuery = (budget: string) =>
  queryOptions({
    queryKey: ['budget', budget],
    queryFn: () => read<BudgetFile>(`/budgets/${encodeURIComponent(budget)}`),
    refetchInterval: 5 * SECONDS,
    enabled: budget !== '',
  })

const at = (budget: string) => `/budgets/${encodeURIComponent(budget)}`

/** Live: others read at the same table. */
export const budgetDeskQuery = (budget: string) =>
  queryOptions({
    queryKey: ['budget-desk', budget],
    queryFn: () => read<BudgetDesk>(`${at(budget)}/desk`),
    refetchInterval: 5 * SECONDS,
  })

export const budgetVotersQuery = (budget: string, find: string) =>
  queryOptions({
    queryKey: ['budget-desk', budget, 'voters', find],
    queryFn: () => read<BudgetVoterLine[]>(`${at(budget)}/voters?${new URLSearchParams({ find }).toString()}`),
    enabled: find !== '',
  })

export const handedInQuery = (budget: string, voter: string) =>
  queryOptions({
    queryKey: ['budget-desk', budget, 'voter', voter],
    queryFn: () => read<BudgetHandedIn>(`${at(budget)}/voters/${encodeURIComponent(voter)}`),
  })

/** Each attempt has one key; whatever was shown of the desk is read again. */
export const useDeskAct = <Body>(budget: string, path: string, onDone: (handedIn: BudgetHandedIn) => void) => {
  const client = useQueryClient()
  const [key, setKey] = useState(newKey)
  return useMutation({
    mutationFn: (body: Body) => write<BudgetHandedIn>(`${at(budget)}/${path}`, body, { key }),
    onSuccess(handedIn) {
      setKey(newKey())
      void client.invalidateQueries({ queryKey: ['budget-desk', budget] })
      void client.invalidateQueries({ queryKey: ['budget', budget] })
      onDone(handedIn)
    },
    onError(error) {
      if (!isProblem(error, 'unreachable')) setKey(newKey())
    },
  })
}
