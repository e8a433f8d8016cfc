// A procedure as the API shows it: the document itself, with its drawing and what the checker says.
import { queryOptions } from '@tanstack/react-query'
import type { Drawing, Finding, Procedure } from '@yishi/domain/procedure'
import { read } from '../api.ts'

export type ProcedureView = Procedure & { readonly drawing: Drawing; readonly findings: readonly Finding[] }

const HOUR = 3_600_000

export const proceduresQuery = queryOptions({
  queryKey: ['procedures'],
  queryFn: () => read<ProcedureView[]>('/procedures'),
  staleTime: HOUR,
})

export const procedureQuery = (key: string) =>
  queryOptions({
    queryKey: ['procedure', key],
    queryFn: () => read<ProcedureView>(`/procedures/${encodeURIComponent(key)}`),
    staleTime: HOUR,
  })
