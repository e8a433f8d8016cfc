// Doing something to a draw: one key for each attempt, and the answer in place of what was shown.
import { useQueryClient } from '@tanstack/react-query'
import type { DrawCommandName, DrawFile } from '@yishi/contract/draw'
import { write } from '../api.ts'
import { useAttempt } from '../use-attempt.ts'
import { drawQuery } from './queries.ts'

export const useDrawAct = <Body>(
  { draw }: DrawFile,
  name: DrawCommandName,
  onDone: (file: DrawFile) => void = () => undefined,
) => {
  const client = useQueryClient()
  return useAttempt({
    send: (body: Body, key) => write<DrawFile>(`/draws/${encodeURIComponent(draw)}/${name}`, body, { key }),
    onDone(file) {
      client.setQueryData(drawQuery(draw).queryKey, file)
      for (const stale of [['draws'], ['matter', file.matterId]]) void client.invalidateQueries({ queryKey: stale })
      onDone(file)
    },
  })
}
