// The notice that the screen shows, for all its parts, and what a finished command puts in its place.
import { useQueryClient } from '@tanstack/react-query'
import type { NoticeFile } from '@yishi/contract/notice'
import { type ReactNode, createContext, use, useMemo } from 'react'
import { noticeQuery } from '../queries.ts'

type InHand = { readonly file: NoticeFile; readonly replace: (file: NoticeFile) => void }
const InHandContext = createContext<InHand | null>(null)

export const NoticeInHand = ({ file, children }: { file: NoticeFile; children: ReactNode }) => {
  const client = useQueryClient()
  const { queryKey } = noticeQuery(file.notice)
  const inHand = useMemo(
    () => ({
      file,
      replace(next: NoticeFile) {
        client.setQueryData(queryKey, next)
        for (const stale of [['notices'], ['matter']]) void client.invalidateQueries({ queryKey: stale })
      },
    }),
    [file, client, queryKey],
  )
  return <InHandContext value={inHand}>{children}</InHandContext>
}

export const useNoticeInHand = (): InHand => {
  const inHand = use(InHandContext)
  if (!inHand) throw new Error('no notice in hand')
  return inHand
}
