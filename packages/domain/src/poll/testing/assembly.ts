// A small assembly of owners for tests: a house of a few units, a plan that the law allows, and notices that hang or have hung.
import { endOfDay, localDateOf } from '../../calendar/index.ts'
import { DAY, type Instant, type PersonId, type UnitId, later } from '../../kernel/index.ts'
import { COMMUNITY } from '../../matter/testing/community.ts'
import type { Notice, StandingNotice } from '../../notice/index.ts'
import type { AssemblyPlan, StandingPoll, UnitOnList, Voter } from '../index.ts'
import { headsOf } from '../index.ts'

export type Home = {
  readonly owners: readonly string[]
  readonly area: string
  readonly zone?: string
  readonly use?: UnitOnList['use']
  readonly undelivered?: boolean
}

/** Units in the order in which they are named, their heads merged as the law says. */
export const unitsOf = (homes: readonly Home[]): readonly Voter[] => {
  const units = homes.map(({ owners, undelivered = false }, index) => ({
    unit: `unt_${index + 1}` as UnitId,
    owners: owners.map((name) => `per_${name}` as PersonId),
    undelivered,
  }))
  const heads = headsOf(units)
  return homes.map(({ area, zone = '', use = 'flat' }, index): Voter => {
    const { unit, owners, undelivered } = units[index]!
    const share = `1/${Math.max(1, owners.length)}`
    return {
      voter: `vtr_${index + 1}`,
      ballot: `bal_${index + 1}`,
      person: owners.length === 1 ? owners[0]! : null,
      party: null,
      name: `3号楼 ${index + 1}01`,
      path: 'east.b3',
      head: heads[index]!,
      zone,
      unit: { unit, use, undelivered, owners: owners.map((person) => ({ person, name: person.slice(4), share })) },
      amounts: { area },
    }
  })
}

/** Both were told and heard, and whoever has no phone knows where to go. */
const PREPARED = {
  told: '11月1日书面告知房管所和居委会，均无异议',
  paper: '居委会一楼，每天 9–17 点',
  parking: '',
  proposal: null,
} as const

/** Announced on this day it opens sixteen days later and runs for ten. */
export const planFrom = (now: Instant, more: Partial<AssemblyPlan> = {}): AssemblyPlan => {
  const opensAt = endOfDay(localDateOf(later(now, 15 * DAY)))
  return {
    topic: 'property-company',
    scope: { kind: 'community', path: '', name: '全小区', uses: ['flat', 'shop'], zones: 'zone' },
    regime: 'strict',
    basis: '',
    caller: 'owners-committee',
    reelection: false,
    opensAt,
    closesAt: later(opensAt, 10 * DAY),
    preparation: PREPARED,
    ...more,
  }
}

export const noticeOf = (
  community: StandingNotice['community'],
  endsAt: Instant,
  more: Partial<Omit<StandingNotice, 'status'>> & { readonly status?: StandingNotice['status'] } = {},
): Notice => ({
  status: 'hanging',
  id: 'ntc_1',
  community,
  matter: null,
  path: '',
  kind: 'list',
  resultOf: null,
  number: { year: 2026, count: 1 },
  basis: null,
  days: 15,
  lastDay: localDateOf(later(endsAt, -1)),
  endsAt,
  spots: [],
  ...more,
})

/** Two units of two owners, as a list of voters. */
export const TWO_UNITS = {
  voters: unitsOf([
    { owners: ['ann'], area: '90.00' },
    { owners: ['bob'], area: '60.00' },
  ]),
}

/** The draft of an assembly over them, planned at `now`. */
export const draftOver = (
  now: Instant,
  asked: Pick<StandingPoll, 'rule' | 'question'>,
  more: object = {},
): StandingPoll =>
  ({
    status: 'draft',
    id: 'pol_1',
    community: COMMUNITY,
    matter: 'mat_1',
    path: 'east.b3',
    way: 'ballots',
    agenda: null,
    named: 2,
    totals: { heads: 2, area: '150.00' },
    digest: '',
    lots: null,
    assembly: { ...planFrom(now), notice: null, extensions: 0, resultNotice: null },
    ...asked,
    ...more,
  }) as StandingPoll
