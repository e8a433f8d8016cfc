// What the screens of urgent notices read.
import { queryOptions } from '@tanstack/react-query'
import type { AlertFile, Alerts } from '@yishi/contract/alert'
import { read } from '../api.ts'

const HALF_MINUTE = 30_000

export const alertsQuery = (community: string) =>
  queryOptions({
    queryKey: ['alerts', community],
    queryFn: () => read<Alerts>(`/alerts?community=${encodeURIComponent(community)}`),
    refetchInterval: HALF_MINUTE,
    enabled: community !== '',
  })

export const alertQuery = (alert: string) =>
  queryOptions({
    queryKey: ['alerts', 'one', alert],
    queryFn: () => read<AlertFile>(`/alerts/${encodeURIComponent(alert)}`),
    refetchInterval: HALF_MINUTE,
  })
