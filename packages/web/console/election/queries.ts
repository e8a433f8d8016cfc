// What the screens of secret elections read and do.
import { queryOptions, useQueryClient } from '@tanstack/react-query'
import type { ElectionAct, ElectionLawView, ElectionLine, RollLine, RollProposal } from '@yishi/contract/election'
import type { ElectionFileView } from '@yishi/contract/election-file'
import { read, write } from '../api.ts'
import { useAttempt } from '../use-attempt.ts'

const SECONDS = 1_000
const pathOf = (election: string): string => `/elections/${encodeURIComponent(election)}`

export const electionsQuery = (community: string) =>
  queryOptions({
    queryKey: ['elections', community],
    queryFn: () => read<ElectionLine[]>(`/elections?community=${encodeURIComponent(community)}`),
    refetchInterval: 60 * SECONDS,
    enabled: community !== '',
  })

/** Live: others give out ballots and count while somebody looks. */
export const electionQuery = (election: string) =>
  queryOptions({
    queryKey: ['election', election],
    queryFn: () => read<ElectionFileView>(pathOf(election)),
    refetchInterval: 5 * SECONDS,
    enabled: election !== '',
  })

export const rollQuery = (election: string, find: string) =>
  queryOptions({
    queryKey: ['election', election, 'roll', find],
    queryFn: () => read<RollLine[]>(`${pathOf(election)}/roll?${new URLSearchParams({ find }).toString()}`),
  })

export const proposalQuery = (election: string) =>
  queryOptions({
    queryKey: ['election', election, 'proposal'],
    queryFn: () => read<RollProposal>(`${pathOf(election)}/roster`),
    staleTime: 60 * SECONDS,
  })

export const lawsQuery = queryOptions({
  queryKey: ['election-laws'],
  queryFn: () => read<ElectionLawView[]>('/election-laws'),
  staleTime: 3600 * SECONDS,
})

const useSending = <Body>(path: string, onDone: (file: ElectionFileView) => void) => {
  const client = useQueryClient()
  return useAttempt({
    send: (body: Body, key) => write<ElectionFileView>(path, body, { key }),
    onDone(file) {
      client.setQueryData(electionQuery(file.election).queryKey, file)
      void client.invalidateQueries({ queryKey: ['elections'] })
      void client.invalidateQueries({ queryKey: ['election', file.election, 'roll'] })
      onDone(file)
    },
  })
}

export const useElectionAct = <Body>(
  { election }: Pick<ElectionFileView, 'election'>,
  act: ElectionAct,
  onDone: (file: ElectionFileView) => void = () => undefined,
) => useSending<Body>(`${pathOf(election)}/${act}`, onDone)

export const useDrafting = <Body>(drafted: ElectionFileView | null, onDone: (file: ElectionFileView) => void) =>
  useSending<Body>(drafted ? `${pathOf(drafted.election)}/redraft` : '/elections', onDone)
