// Votes of those who meet: a show of hands, representatives, party members, a committee. RULES R1.22, R1.44, R2.2, R2.7, R2.8.
import type { PollRule } from '../rule.ts'
import { atLeast, moreThan, ruleOf } from './terms.ts'

const CUSTOM = {
  article: { zh: '议事规则：到会过半数', en: 'house rule: more than half of those present' },
  ref: '–',
}
const OWN = { zh: '本居民区议事规则', en: 'The community’s own rules of deliberation' }

const showOfHands = (key: string, names: PollRule['names'], quorum: PollRule['quorum']): PollRule =>
  ruleOf({
    key,
    names,
    source: OWN,
    effectiveFrom: '2000-01-01',
    electorate: 'present',
    measures: ['heads'],
    ways: ['counted'],
    quorum,
    majority: [moreThan({ part: 'for', whole: 'present', share: [1, 2] }, CUSTOM)],
  })

const ATTENDANCE = { article: { zh: '议事规则：到会人数', en: 'house rule: attendance' }, ref: '–' }
const came = { part: 'present', whole: 'electorate' } as const

export const SHOWS_OF_HANDS: readonly PollRule[] = [
  showOfHands('show-of-hands', { zh: '举手表决', en: 'Show of hands' }, []),
  showOfHands('show-of-hands-half', { zh: '举手表决（应到过半数到会）', en: 'Show of hands, more than half present' }, [
    moreThan({ ...came, share: [1, 2] }, ATTENDANCE),
  ]),
  showOfHands(
    'show-of-hands-two-thirds',
    { zh: '举手表决（应到三分之二到会）', en: 'Show of hands, two thirds present' },
    [atLeast({ ...came, share: [2, 3] }, ATTENDANCE)],
  ),
]

const VILLAGE = {
  zh: '《村民委员会组织法》（2018）第二十六条',
  en: 'Organic Law of Villagers’ Committees (2018), art. 26',
}
const REPRESENTATIVES = {
  article: { zh: '《村民委员会组织法》第二十六条', en: 'Villagers’ Committees Law 26' },
  ref: 'R2.2',
}

const BY_ANALOGY = {
  ...REPRESENTATIVES,
  article: { zh: '参照《村民委员会组织法》第二十六条', en: 'after Villagers’ Committees Law 26' },
}

const representatives = (
  basis: typeof REPRESENTATIVES,
  own: Pick<PollRule, 'key' | 'names' | 'source' | 'caution'>,
): PollRule =>
  ruleOf({
    ...own,
    effectiveFrom: '2018-12-29',
    electorate: 'representatives',
    measures: ['heads'],
    quorum: [atLeast({ ...came, share: [2, 3] }, basis)],
    majority: [moreThan({ part: 'for', whole: 'present', share: [1, 2] }, basis)],
  })

const PARTY = {
  article: { zh: '四议两公开：党员大会', en: 'four deliberations, two publications: party members' },
  ref: 'R2.7',
}
const COMMITTEE = {
  article: { zh: '《业主大会和业主委员会指导规则》', en: 'Guiding rules on owners’ committees' },
  ref: 'R1.22, R1.44',
}
const RESIDENTS = {
  article: { zh: '《城市居民委员会组织法》（1989）第十条', en: 'Residents’ Committees Law (1989) 10' },
  ref: 'R2.8',
}

export const MEETINGS: readonly PollRule[] = [
  representatives(REPRESENTATIVES, {
    key: 'cn-villagers-representatives',
    names: { zh: '村民代表会议', en: 'Villagers’ representatives' },
    source: VILLAGE,
    caution: {
      zh: '《村民委员会组织法》自 2026-01-01 起修订施行，条文请以新法为准，核对后再用。',
      en: 'The law was amended with effect from 2026-01-01: check the new text before relying on this.',
    },
  }),
  representatives(BY_ANALOGY, {
    key: 'cn-residents-representatives',
    names: { zh: '居民代表会议', en: 'Residents’ representatives' },
    source: { zh: '参照村民代表会议的人数要求', en: 'After the numbers for villagers’ representatives' },
    caution: {
      zh: '《城市居民委员会组织法》自 2026-01-01 起新增居民代表会议，人数要求请以新法和本地规定为准。',
      en: 'The Residents’ Committees Law has rules of its own since 2026-01-01: check its numbers and local rules.',
    },
  }),
  ruleOf({
    key: 'cn-party-members-meeting',
    names: { zh: '党员大会（四议两公开）', en: 'Party members’ meeting (four deliberations, two publications)' },
    source: { zh: '四议两公开工作法', en: 'The method of four deliberations and two publications' },
    effectiveFrom: '2009-01-01',
    electorate: 'party-members',
    measures: ['heads'],
    quorum: [atLeast({ ...came, share: [2, 3] }, PARTY)],
    majority: [moreThan({ part: 'for', whole: 'electorate', share: [1, 2] }, PARTY)],
  }),
  ruleOf({
    key: 'cn-owners-committee',
    names: { zh: '业委会会议决定', en: 'Decision of the owners’ committee' },
    source: {
      zh: '《业主大会和业主委员会指导规则》；《上海市住宅物业管理规定》第二十六条',
      en: 'Guiding rules on owners’ assemblies; Shanghai property rules, art. 26',
    },
    effectiveFrom: '2010-01-01',
    electorate: 'committee-members',
    measures: ['heads'],
    quorum: [moreThan({ ...came, share: [1, 2] }, COMMITTEE)],
    majority: [moreThan({ part: 'for', whole: 'electorate', share: [1, 2] }, COMMITTEE)],
    tellers: ['staff', 'branch', 'owners-committee', 'street-office'],
  }),
  ruleOf({
    key: 'cn-residents-meeting-1989',
    names: { zh: '居民会议（1989 年法）', en: 'Residents’ meeting (law of 1989)' },
    source: {
      zh: '《城市居民委员会组织法》（1989，2018 修正）第十条',
      en: 'Organic Law of Residents’ Committees (1989, as of 2018), art. 10',
    },
    effectiveFrom: '1990-01-01',
    effectiveTo: '2025-12-31',
    caution: {
      zh: '这部法律已由 2026-01-01 起施行的新法取代，只用于核对以前的结果。',
      en: 'Replaced by the law in force since 2026-01-01: only for checking earlier results.',
    },
    electorate: 'residents',
    measures: ['heads'],
    ways: ['counted'],
    quorum: [moreThan({ ...came, share: [1, 2] }, RESIDENTS)],
    majority: [moreThan({ part: 'for', whole: 'present', share: [1, 2] }, RESIDENTS)],
  }),
]
