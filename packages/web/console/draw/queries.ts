// What the screens of draws read.
import { queryOptions } from '@tanstack/react-query'
import type { DrawFile, DrawList } from '@yishi/contract/draw'
import { read } from '../api.ts'

const SECONDS = 1_000

export const drawsQuery = (community: string) =>
  queryOptions({
    queryKey: ['draws', community],
    queryFn: () => read<DrawList>(`/draws?community=${encodeURIComponent(community)}`),
    refetchInterval: 60 * SECONDS,
    enabled: community !== '',
  })

export const drawsOfMatterQuery = (matter: string) =>
  queryOptions({
    queryKey: ['matter', matter, 'draws'],
    queryFn: () => read<DrawList>(`/draws?matter=${encodeURIComponent(matter)}`),
  })

/** Live: a second person tells while the first one looks. */
export const drawQuery = (draw: string) =>
  queryOptions({
    queryKey: ['draw', draw],
    queryFn: () => read<DrawFile>(`/draws/${encodeURIComponent(draw)}`),
    refetchInterval: 5 * SECONDS,
  })
