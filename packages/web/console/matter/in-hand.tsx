// The matter that the screen shows, for all its parts: the file itself and what a finished command does to it.
import { type Query, useQueryClient } from '@tanstack/react-query'
import type { MatterFile } from '@yishi/contract/matter'
import { type ReactNode, createContext, use, useMemo } from 'react'
import { matterQuery } from '../queries.ts'

type InHand = {
  readonly file: MatterFile
  /** Puts the answer of a command in place of the file, and lets the lists be read again. */
  readonly replace: (file: MatterFile) => void
  readonly reload: () => Promise<void>
}

const InHandContext = createContext<InHand | null>(null)

export const MatterInHand = ({ file, children }: { file: MatterFile; children: ReactNode }) => {
  const client = useQueryClient()
  const { queryKey } = matterQuery(file.matter)
  const inHand = useMemo(
    () => ({
      file,
      replace(next: MatterFile) {
        client.setQueryData(queryKey, next)
        void client.invalidateQueries({ queryKey: ['board'] })
        // A new stage may call meetings, votes and draws: what stands beside the file is read again, the file itself is here.
        const beside = ({ queryKey: key }: Query) => key.length > queryKey.length
        void client.invalidateQueries({ queryKey, predicate: beside })
      },
      reload: () => client.invalidateQueries({ queryKey }),
    }),
    [file, client, queryKey],
  )
  return <InHandContext value={inHand}>{children}</InHandContext>
}

export const useInHand = (): InHand => {
  const inHand = use(InHandContext)
  if (!inHand) throw new Error('no matter in hand')
  return inHand
}
