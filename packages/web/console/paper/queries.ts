// What the desk for paper ballots reads and does; each attempt has one key.
import { queryOptions, useQueryClient } from '@tanstack/react-query'
import type { PaperDesk, PaperUnit } from '@yishi/contract/paper-ballot'
import type { PaperScans } from '@yishi/contract/paper-scan'
import { read, write } from '../api.ts'
import { useAttempt } from '../use-attempt.ts'

const SECONDS = 1_000
const at = (poll: string) => `/polls/${encodeURIComponent(poll)}/paper`

/** Live: others read sheets at the same table. */
export const deskQuery = (poll: string) =>
  queryOptions({
    queryKey: ['paper', poll],
    queryFn: () => read<PaperDesk>(at(poll)),
    refetchInterval: 5 * SECONDS,
  })

export const unitsQuery = (poll: string, path: string) =>
  queryOptions({
    queryKey: ['paper', poll, 'units', path],
    queryFn: () => read<PaperUnit[]>(`${at(poll)}/units?${new URLSearchParams({ path }).toString()}`),
  })

export const usePaperAct = <Body, Answer>(poll: string, name: string, onDone: (answer: Answer) => void) => {
  const client = useQueryClient()
  return useAttempt({
    send: (body: Body, key) => write<Answer>(`${at(poll)}/${name}`, body, { key }),
    onDone(answer) {
      for (const stale of [
        ['paper', poll],
        ['poll', poll],
      ])
        void client.invalidateQueries({ queryKey: stale })
      onDone(answer)
    },
  })
}

export const scansQuery = (poll: string) =>
  queryOptions({
    queryKey: ['paper', poll, 'scans'],
    queryFn: () => read<PaperScans>(`/polls/${encodeURIComponent(poll)}/scans`),
  })

export const scanAddress = (poll: string, scan: string): string =>
  `/api/polls/${encodeURIComponent(poll)}/scans/${encodeURIComponent(scan)}`
