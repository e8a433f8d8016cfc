// Doing something to a poll: one key for each attempt, and the answer in place of what was shown.
import { useQueryClient } from '@tanstack/react-query'
import type { PollFile } from '@yishi/contract/poll'
import { write } from '../api.ts'
import { useAttempt } from '../use-attempt.ts'
import { pollQuery } from './queries.ts'

export const usePollAct = <Body>(
  { poll }: PollFile,
  name: string,
  onDone: (file: PollFile) => void = () => undefined,
) => {
  const client = useQueryClient()
  return useAttempt({
    send: (body: Body, key) => write<PollFile>(`/polls/${encodeURIComponent(poll)}/${name}`, body, { key }),
    onDone(file) {
      client.setQueryData(pollQuery(poll).queryKey, file)
      for (const stale of [['polls'], ['matter', file.matter.matter], ['poll', poll, 'voters']])
        void client.invalidateQueries({ queryKey: stale })
      onDone(file)
    },
  })
}

/** Reads the poll again, after something was done to it elsewhere. */
export const useReload = ({ poll }: PollFile) => {
  const client = useQueryClient()
  return () => void client.invalidateQueries({ queryKey: pollQuery(poll).queryKey })
}
