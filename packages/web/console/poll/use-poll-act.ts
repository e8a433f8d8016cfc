// Doing something to a poll: one key for each attempt, and the answer in place of what was shown.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { PollFile } from '@yishi/contract/poll'
import { useState } from 'react'
import { isProblem, newKey, write } from '../api.ts'
import { pollQuery } from './queries.ts'

export const usePollAct = <Body>(
  { poll }: PollFile,
  name: string,
  onDone: (file: PollFile) => void = () => undefined,
) => {
  const client = useQueryClient()
  const [key, setKey] = useState(newKey)
  return useMutation({
    mutationFn: (body: Body) => write<PollFile>(`/polls/${encodeURIComponent(poll)}/${name}`, body, { key }),
    onSuccess(file) {
      client.setQueryData(pollQuery(poll).queryKey, file)
      for (const stale of [['polls'], ['matter', file.matter.matter], ['poll', poll, 'voters']])
        void client.invalidateQueries({ queryKey: stale })
      setKey(newKey())
      onDone(file)
    },
    onError(error) {
      if (!isProblem(error, 'unreachable')) setKey(newKey())
    },
  })
}

/** Reads the poll again, after something was done to it elsewhere. */
export const useReload = ({ poll }: PollFile) => {
  const client = useQueryClient()
  return () => void client.invalidateQueries({ queryKey: pollQuery(poll).queryKey })
}
