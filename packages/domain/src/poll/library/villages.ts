// Villagers' meetings, and the deliberations before them (四议两公开): quorum of adults or of households, decided by those present. RULES R2.1–R2.3, R2.7.
import type { PollRule, Threshold } from '../rule.ts'
import { atLeast, moreThan, ruleOf } from './terms.ts'

const LAW = { zh: '《村民委员会组织法》（2018）', en: 'Organic Law of Villagers’ Committees (2018)' }
const AMENDED = {
  zh: '《村民委员会组织法》自 2026-01-01 起修订施行，条文请以新法为准，核对后再用。',
  en: 'The law was amended with effect from 2026-01-01: check the new text before relying on this.',
}
type Basis = Pick<Threshold, 'article' | 'ref'>

const came = { part: 'present', whole: 'electorate' } as const
const mostPresent = (basis: Basis) => moreThan({ part: 'for', whole: 'present', share: [1, 2] }, basis)

const MEETING = { article: { zh: '《村民委员会组织法》第二十二条', en: 'Villagers’ Committees Law 22' }, ref: 'R2.1' }
const GROUP = { article: { zh: '《村民委员会组织法》第二十八条', en: 'Villagers’ Committees Law 28' }, ref: 'R2.3' }

const meeting = (own: Pick<PollRule, 'key' | 'names' | 'electorate' | 'measures' | 'quorum' | 'majority'>): PollRule =>
  ruleOf({ ...own, source: LAW, effectiveFrom: '2018-12-29', caution: AMENDED, ways: ['counted', 'ballots'] })

/** The law lets either of two quorums do: of adults, or of households; whoever calls the meeting says beforehand which. */
const MEETINGS: readonly PollRule[] = [
  meeting({
    key: 'cn-villagers-meeting-adults',
    names: { zh: '村民会议（按人）', en: 'Villagers’ meeting (by adults)' },
    electorate: 'residents',
    measures: ['heads'],
    quorum: [moreThan({ ...came, share: [1, 2] }, MEETING)],
    majority: [mostPresent(MEETING)],
  }),
  meeting({
    key: 'cn-villagers-meeting-households',
    names: { zh: '村民会议（按户）', en: 'Villagers’ meeting (by households)' },
    electorate: 'households',
    measures: ['households'],
    quorum: [atLeast({ ...came, share: [2, 3] }, MEETING)],
    majority: [mostPresent(MEETING)],
  }),
  meeting({
    key: 'cn-villagers-group-adults',
    names: { zh: '村民小组会议（按人）', en: 'Villagers’ group (by adults)' },
    electorate: 'residents',
    measures: ['heads'],
    quorum: [atLeast({ ...came, share: [2, 3] }, GROUP)],
    majority: [mostPresent(GROUP)],
  }),
  meeting({
    key: 'cn-villagers-group-households',
    names: { zh: '村民小组会议（按户）', en: 'Villagers’ group (by households)' },
    electorate: 'households',
    measures: ['households'],
    quorum: [atLeast({ ...came, share: [2, 3] }, GROUP)],
    majority: [mostPresent(GROUP)],
  }),
]

const STEPS = { zh: '四议两公开工作法', en: 'The method of four deliberations and two publications' }
const NO_NATIONAL_NUMBER = {
  zh: '支部提议和两委商议没有全国统一的人数规定，这里按到会过半、应到过半同意；有本地规定的，从其规定。',
  en: 'There is no national number for the first two steps: half present and half of those due agree, unless local rules say otherwise.',
}
const HOUSE = { article: { zh: '四议两公开：应到过半', en: 'four deliberations: half of those due' }, ref: 'R2.7' }

const step = (own: Pick<PollRule, 'key' | 'names' | 'electorate'>): PollRule =>
  ruleOf({
    ...own,
    source: STEPS,
    effectiveFrom: '2009-01-01',
    caution: NO_NATIONAL_NUMBER,
    measures: ['heads'],
    quorum: [moreThan({ ...came, share: [1, 2] }, HOUSE)],
    majority: [moreThan({ part: 'for', whole: 'electorate', share: [1, 2] }, HOUSE)],
  })

/** The first two deliberations; the third is the party members' meeting, the fourth that of villagers or their representatives. */
const DELIBERATIONS: readonly PollRule[] = [
  step({
    key: 'cn-four-deliberations-branch',
    names: { zh: '四议两公开：支部会提议', en: 'Four deliberations: the branch proposes' },
    electorate: 'party-members',
  }),
  step({
    key: 'cn-four-deliberations-two-committees',
    names: { zh: '四议两公开：两委会商议', en: 'Four deliberations: the two committees discuss' },
    electorate: 'committee-members',
  }),
]

export const VILLAGES: readonly PollRule[] = [...MEETINGS, ...DELIBERATIONS]
