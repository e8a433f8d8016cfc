// What may be announced: pools without twins, sources that lie ahead and are strong enough.
import { type Instant, MINUTE, type Refused, later, refuse } from '../kernel/index.ts'
import {
  type Announcement,
  type AnnouncementRefusal,
  type DrawRound,
  type DrawSource,
  LEAST_AHEAD_MINUTES,
} from './announcement.ts'
import { isStrongEnough } from './strength.ts'

/** Spaces and width make no difference to who reads it. */
const sameLot = (lot: string): string => lot.normalize('NFKC').replaceAll(/\s+/gu, ' ').trim()

const roundUnfit = ({ pool, count }: DrawRound, index: number): Refused<AnnouncementRefusal> | null => {
  const round = index + 1
  if (pool.length < 2) return refuse('pool-too-small', { round })
  const seen = new Set<string>()
  for (const lot of pool.map(sameLot)) {
    if (seen.has(lot)) return refuse('lot-twice', { round, lot })
    seen.add(lot)
  }
  if (count < 1 || count > pool.length) return refuse('count-exceeds-pool', { round, count, pool: pool.length })
  return null
}

const isFit = (source: DrawSource): boolean => {
  switch (source.kind) {
    case 'drand':
      return source.round >= 1
    case 'lottery':
      return source.numbers >= 1 && source.least >= 0 && source.most - source.least + 1 >= source.numbers
    case 'dice':
      return source.throws >= 1 && source.sides >= 2
  }
}

const sourcesUnfit = (sources: readonly DrawSource[], now: Instant): Refused<AnnouncementRefusal> | null => {
  const unfit = sources.length === 0 ? 0 : sources.findIndex((source) => !isFit(source))
  if (unfit >= 0) return refuse('source-unfit', { source: unfit + 1 })
  const soonest = later(now, LEAST_AHEAD_MINUTES * MINUTE)
  const known = sources.findIndex(({ at }) => at < soonest)
  return known < 0 ? null : refuse('source-moment-passed', { source: known + 1, minutes: LEAST_AHEAD_MINUTES })
}

/** Why this cannot be announced now; null where it can. */
export const announcementUnfit = (
  { rounds, sources }: Announcement,
  now: Instant,
): Refused<AnnouncementRefusal> | null => {
  for (const [index, round] of rounds.entries()) {
    const no = roundUnfit(round, index)
    if (no) return no
  }
  if (new Set(rounds.map(({ count }) => count)).size !== 1) return refuse('rounds-differ')
  const no = sourcesUnfit(sources, now)
  if (no) return no
  return isStrongEnough(sources, rounds) ? null : refuse('sources-too-weak')
}
