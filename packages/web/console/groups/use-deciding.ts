// Deciding a draft: the answer is the excerpt as it stands now, so the screen is never behind.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Excerpt } from '@yishi/contract/group'
import { isProblem, newKey, write } from '../api.ts'
import { excerptQuery } from '../queries.ts'

type Asked = { readonly draft: number; readonly verdict: 'confirm' | 'join' | 'dismiss'; readonly body: object }
export type Decide = (draft: number, verdict: Asked['verdict'], body: object) => void

/** Once one is decided the keyboard goes on at the title of the next. */
const focusNext = () => requestAnimationFrame(() => document.querySelector<HTMLInputElement>('.draft-title')?.focus())

export const useDeciding = (excerpt: string) => {
  const client = useQueryClient()
  const { queryKey } = excerptQuery(excerpt)
  const deciding = useMutation({
    mutationFn: ({ draft, verdict, body }: Asked) =>
      write<Excerpt>(`/excerpts/${excerpt}/drafts/${draft}/${verdict}`, body, { key: newKey() }),
    onSuccess(next) {
      client.setQueryData(queryKey, next)
      void client.invalidateQueries({ queryKey: ['groups'] })
      void client.invalidateQueries({ queryKey: ['board'] })
      focusNext()
    },
    onError(error) {
      if (!isProblem(error, 'unreachable')) void client.invalidateQueries({ queryKey })
    },
  })
  const decide: Decide = (draft, verdict, body) => deciding.mutate({ draft, verdict, body })
  return { decide, error: deciding.error, busy: deciding.isPending, at: deciding.variables?.draft }
}
