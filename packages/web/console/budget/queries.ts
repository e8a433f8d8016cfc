// What the screens of shared budgets read.
import { queryOptions } from '@tanstack/react-query'
import type { BudgetFile, BudgetLine } from '@yishi/contract/budget'
import { read } from '../api.ts'

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
