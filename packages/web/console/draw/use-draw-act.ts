// Doing something to a draw: one key for each attempt, and the answer in place of what was shown.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { DrawCommandName, DrawFile } from '@yishi/contract/draw'
import { useState } from 'react'
import { isProblem, newKey, write } from '../api.ts'
import { drawQuery } from './queries.ts'

export const useDrawAct = <Body>(
  { draw }: DrawFile,
  name: DrawCommandName,
  onDone: (file: DrawFile) => void = () => undefined,
) => {
  const client = useQueryClient()
  const [key, setKey] = useState(newKey)
  return useMutation({
    mutationFn: (body: Body) => write<DrawFile>(`/draws/${encodeURIComponent(draw)}/${name}`, body, { key }),
    onSuccess(file) {
      client.setQueryData(drawQuery(draw).queryKey, file)
      for (const stale of [['draws'], ['matter', file.matterId]]) void client.invalidateQueries({ queryKey: stale })
      setKey(newKey())
      onDone(file)
    },
    onError(error) {
      if (!isProblem(error, 'unreachable')) setKey(newKey())
    },
  })
}
