// What the screens of polls read.
import { queryOptions } from '@tanstack/react-query'
import type { Bundles } from '@yishi/contract/court-bundle'
import type { UnitChoice } from '@yishi/contract/unit-choice'
import type { Candidate, PollFile, PollLine, PollVoter, PollsOfMatter } from '@yishi/contract/poll'
import type { PollRule } from '@yishi/domain/poll'
import { read } from '../api.ts'

const SECONDS = 1_000

export const pollsQuery = queryOptions({
  queryKey: ['polls'],
  queryFn: () => read<PollLine[]>('/polls'),
  refetchInterval: 60 * SECONDS,
})

/** Live: ballots come in while somebody looks. */
export const pollQuery = (poll: string) =>
  queryOptions({
    queryKey: ['poll', poll],
    queryFn: () => read<PollFile>(`/polls/${encodeURIComponent(poll)}`),
    refetchInterval: 5 * SECONDS,
  })

type Listing = { readonly find: string; readonly several: boolean }

export const votersQuery = (poll: string, { find, several }: Listing) => {
  const asked = new URLSearchParams({ find, several: several ? '1' : '' }).toString()
  return queryOptions({
    queryKey: ['poll', poll, 'voters', find, several],
    queryFn: () => read<PollVoter[]>(`/polls/${encodeURIComponent(poll)}/voters?${asked}`),
    refetchInterval: 15 * SECONDS,
  })
}

const everyVoter = async (poll: string): Promise<readonly PollVoter[]> => {
  const all: PollVoter[] = []
  for (;;) {
    const part = await read<PollVoter[]>(`/polls/${encodeURIComponent(poll)}/voters?from=${all.length}`)
    all.push(...part)
    if (part.length === 0) return all
  }
}

/** The whole list, part by part: for a draft that is taken up again. */
export const allVotersQuery = (poll: string) =>
  queryOptions({ queryKey: ['poll', poll, 'voters', 'all'], queryFn: () => everyVoter(poll) })

export const pollsOfMatterQuery = (matter: string) =>
  queryOptions({
    queryKey: ['matter', matter, 'polls'],
    queryFn: () => read<PollsOfMatter>(`/matters/${encodeURIComponent(matter)}/polls`),
  })

export const rulesQuery = queryOptions({
  queryKey: ['poll-rules'],
  queryFn: () => read<PollRule[]>('/poll-rules'),
  staleTime: 3600 * SECONDS,
})

type Asked = { readonly community: string; readonly role: string; readonly node: string }

export const candidatesQuery = (asked: Asked) =>
  queryOptions({
    queryKey: ['candidates', asked],
    queryFn: () => read<Candidate[]>(`/candidates?${new URLSearchParams(asked).toString()}`),
    enabled: asked.role !== '' && asked.community !== '',
  })

/** Only of a vote of units that is over: of another there is none, and the answer is a refusal. */
export const bundlesQuery = (poll: string) =>
  queryOptions({
    queryKey: ['poll', poll, 'court-bundles'],
    queryFn: () => read<Bundles>(`/polls/${encodeURIComponent(poll)}/court-bundles`),
    retry: false,
    // While one is made it says how far it is.
    refetchInterval: ({ state }) =>
      state.data?.bundles.some(({ status }) => status === 'asked') ? 2 * SECONDS : false,
  })

/** The homes of a building or a stairway. */
export const unitChoicesQuery = (asked: { readonly community: string; readonly node: string }) =>
  queryOptions({
    queryKey: ['affected-units', asked],
    queryFn: () => read<UnitChoice[]>(`/affected-units?${new URLSearchParams(asked).toString()}`),
    enabled: asked.node !== '',
    staleTime: 60 * SECONDS,
  })
