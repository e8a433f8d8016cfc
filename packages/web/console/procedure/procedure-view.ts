// A procedure as the API shows it: the document itself, with its drawing and what the checker says.
import { queryOptions } from '@tanstack/react-query'
import type { Drawing, Finding, Procedure } from '@yishi/domain/procedure'
import { read } from '../api.ts'

export type ProcedureView = Procedure & {
  readonly drawing: Drawing
  /** In how many ways a matter can go through it. */
  readonly paths: number
  readonly findings: readonly Finding[]
}

const HOUR = 3_600_000

export const proceduresQuery = (community: string) =>
  queryOptions({
    queryKey: ['procedures', community],
    queryFn: () => read<ProcedureView[]>(`/procedures?community=${encodeURIComponent(community)}`),
    staleTime: HOUR,
  })

export const procedureQuery = (community: string, key: string) =>
  queryOptions({
    queryKey: ['procedure', community, key],
    queryFn: () =>
      read<ProcedureView>(`/procedures/${encodeURIComponent(key)}?community=${encodeURIComponent(community)}`),
    staleTime: HOUR,
  })
