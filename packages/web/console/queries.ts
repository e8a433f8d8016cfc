// What the console reads, each under one key, so that a write can say what it made stale.
import { queryOptions } from '@tanstack/react-query'
import type { Me, Message, Party } from '@yishi/contract/account'
import type { Board, Buildings } from '@yishi/contract/board'
import type { ClaimFile, ClaimList } from '@yishi/contract/identity'
import type { Classes, Excerpt, Groups, OwedCard, ReplyCard, SimilarMatter, Tip } from '@yishi/contract/group'
import type { HotlineListView, Tickets } from '@yishi/contract/hotline'
import type { MatterFile } from '@yishi/contract/matter'
import type { Worker } from '@yishi/contract/people'
import type { Territory } from '@yishi/contract/place'
import type { Projects } from '@yishi/contract/project'
import type { NoticeFile, NoticeList } from '@yishi/contract/notice'
import type { Language } from '../words/dictionary.ts'
import { read } from './api.ts'

const MINUTE = 60_000

export const meQuery = queryOptions({ queryKey: ['me'], queryFn: () => read<Me>('/me'), staleTime: 5 * MINUTE })

export const boardQuery = (search: string) =>
  queryOptions({
    queryKey: ['board', search],
    queryFn: () => read<Board>(`/board${search ? `?${search}` : ''}`),
    refetchInterval: MINUTE,
    placeholderData: (previous: Board | undefined) => previous,
  })

export const buildingsQuery = (community: string) =>
  queryOptions({
    queryKey: ['board', 'buildings', community],
    queryFn: () => read<Buildings>(`/board/buildings${community ? `?community=${encodeURIComponent(community)}` : ''}`),
    refetchInterval: MINUTE,
  })

export const peopleQuery = (community: string) =>
  queryOptions({
    queryKey: ['people', community],
    queryFn: () => read<Worker[]>(`/people?community=${encodeURIComponent(community)}`),
    enabled: community !== '',
  })

export const matterQuery = (matter: string) =>
  queryOptions({
    queryKey: ['matter', matter],
    queryFn: () => read<MatterFile>(`/matters/${encodeURIComponent(matter)}`),
    refetchInterval: MINUTE,
  })

export const claimsQuery = (community: string) =>
  queryOptions({
    queryKey: ['claims', community],
    queryFn: () => read<ClaimList>(`/claims?community=${encodeURIComponent(community)}`),
    refetchInterval: MINUTE,
    enabled: community !== '',
  })

export const claimQuery = (claim: string) =>
  queryOptions({
    queryKey: ['claim', claim],
    queryFn: () => read<ClaimFile>(`/claims/${encodeURIComponent(claim)}`),
    // Every reading is noted: nobody is noted for a window that only came to the front.
    refetchOnWindowFocus: false,
  })

export const partiesQuery = (community: string) =>
  queryOptions({
    queryKey: ['parties', community],
    queryFn: () => read<Party[]>(`/parties?community=${encodeURIComponent(community)}`),
    staleTime: 5 * MINUTE,
    enabled: community !== '',
  })

export const territoryQuery = (community: string) =>
  queryOptions({
    queryKey: ['territory', community],
    queryFn: () => read<Territory>(`/territory?community=${encodeURIComponent(community)}`),
    staleTime: 5 * MINUTE,
    enabled: community !== '',
  })

/** Asked anew whenever the matter itself has changed. */
export const projectsQuery = (matter: string, revision: number) =>
  queryOptions({
    queryKey: ['projects', matter, revision],
    queryFn: () => read<Projects>(`/matters/${encodeURIComponent(matter)}/projects`),
  })

export const noticesQuery = (community: string) =>
  queryOptions({
    queryKey: ['notices', community],
    queryFn: () => read<NoticeList>(`/notices?community=${encodeURIComponent(community)}`),
    refetchInterval: MINUTE,
    enabled: community !== '',
  })

/** Read again whenever the matter has moved: its stage says whether one may hang. */
export const noticesOfMatterQuery = (matter: string, revision: number) =>
  queryOptions({
    queryKey: ['notices', 'of', matter, revision],
    queryFn: () => read<NoticeList>(`/notices?matter=${encodeURIComponent(matter)}`),
  })

export const noticeQuery = (notice: string) =>
  queryOptions({
    queryKey: ['notice', notice],
    queryFn: () => read<NoticeFile>(`/notices/${encodeURIComponent(notice)}`),
    refetchInterval: MINUTE,
  })

export const INBOX = ['inbox']
export const inboxQuery = (lang: Language) =>
  queryOptions({
    queryKey: [...INBOX, lang],
    queryFn: () => read<Message[]>(`/inbox?lang=${lang}`),
    refetchInterval: MINUTE,
  })

export const ticketsQuery = (community: string, page: number) =>
  queryOptions({
    queryKey: ['tickets', community, page],
    queryFn: () => read<Tickets>(`/hotline/tickets?${new URLSearchParams({ community, page: String(page) })}`),
    refetchInterval: MINUTE,
    placeholderData: (previous: Tickets | undefined) => previous,
  })

export const ticketsOfMatterQuery = (community: string, matter: string) =>
  queryOptions({
    queryKey: ['tickets', community, matter],
    queryFn: () => read<Tickets>(`/hotline/tickets?${new URLSearchParams({ community, matter })}`),
  })

export const ticketListsQuery = (community: string) =>
  queryOptions({
    queryKey: ['tickets', community, 'lists'],
    queryFn: () => read<HotlineListView[]>(`/hotline/lists?${new URLSearchParams({ community })}`),
  })

const of = (community: string): string => `?community=${encodeURIComponent(community)}`

export const groupsQuery = (community: string) =>
  queryOptions({
    queryKey: ['groups', 'list', community],
    queryFn: () => read<Groups>(`/groups${of(community)}`),
    enabled: community !== '',
  })

export const cardsQuery = (community: string) =>
  queryOptions({
    queryKey: ['groups', 'cards', community],
    queryFn: () => read<OwedCard[]>(`/cards${of(community)}`),
    refetchInterval: MINUTE,
    enabled: community !== '',
  })

export const excerptQuery = (excerpt: string) =>
  queryOptions({
    queryKey: ['excerpt', excerpt],
    queryFn: () => read<Excerpt>(`/excerpts/${encodeURIComponent(excerpt)}`),
  })

export const tipsQuery = (community: string) =>
  queryOptions({
    queryKey: ['tips', community],
    queryFn: () => read<{ tips: Tip[]; mayWrite: boolean }>(`/tips${of(community)}`),
    enabled: community !== '',
  })

export const classesQuery = (community: string) =>
  queryOptions({
    queryKey: ['board', 'classes', community],
    queryFn: () => read<Classes>(`/classes${community ? of(community) : ''}`),
  })

export const similarQuery = (matter: string) =>
  queryOptions({
    queryKey: ['similar', matter],
    queryFn: () => read<SimilarMatter[]>(`/matters/${encodeURIComponent(matter)}/similar`),
  })

export const replyCardQuery = (matter: string, lang: string) =>
  queryOptions({
    queryKey: ['matter', matter, 'card', lang],
    queryFn: () => read<ReplyCard>(`/matters/${encodeURIComponent(matter)}/card?lang=${lang}`),
  })
