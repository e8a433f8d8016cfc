// What the screens of terms read and do.
import { queryOptions, useQueryClient } from '@tanstack/react-query'
import type { TermAct, TermBody, TermFile, TermList, TermOffer } from '@yishi/contract/term'
import { read, write } from '../api.ts'
import { useAttempt } from '../use-attempt.ts'

const MINUTE = 60_000
const pathOf = (term: string): string => `/terms/${encodeURIComponent(term)}`

export const termsQuery = (community: string) =>
  queryOptions({
    queryKey: ['terms', community],
    queryFn: () => read<TermList>(`/terms?community=${encodeURIComponent(community)}`),
    refetchInterval: MINUTE,
    enabled: community !== '',
  })

export const termQuery = (term: string) =>
  queryOptions({ queryKey: ['term', term], queryFn: () => read<TermFile>(pathOf(term)), enabled: term !== '' })

export const termOfferQuery = (poll: string) =>
  queryOptions({
    queryKey: ['term-offer', poll],
    queryFn: () => read<TermOffer>(`/term-offers?poll=${encodeURIComponent(poll)}`),
    enabled: poll !== '',
    // A form is filled in over it.
    refetchOnWindowFocus: false,
  })

/** Every act answers with the whole file. */
export const useTermAct = <Act extends TermAct>(term: string, act: Act, onDone: () => void = () => undefined) => {
  const client = useQueryClient()
  return useAttempt({
    send: (body: TermBody<Act>, key) => write<TermFile>(`${pathOf(term)}/${act}`, body, { key }),
    onDone(file) {
      client.setQueryData(termQuery(term).queryKey, file)
      void client.invalidateQueries({ queryKey: ['terms'] })
      onDone()
    },
  })
}
