// Owners' assemblies: quorum over all owners, approval over those who took part, heads and areas each by itself. RULES R1.2–R1.4, R1.14, R1.18, R1.30–R1.33, R1.47, R1.50–R1.52.
import type { PollRule, Threshold } from '../rule.ts'
import { atLeast, moreThan, ruleOf } from './terms.ts'

const CIVIL_CODE = { zh: '《民法典》第二百七十八条', en: 'Civil Code, art. 278' }
const CODE_278 = { zh: '《民法典》第二百七十八条', en: 'Civil Code 278' }
const QUORUM = { article: CODE_278, ref: 'R1.2' }
const APPROVAL = { article: CODE_278, ref: 'R1.3' }
type Basis = Pick<Threshold, 'article' | 'ref'>

const quorumOf = (basis: Basis) => atLeast({ part: 'participants', whole: 'electorate', share: [2, 3] }, basis)
export const half = (basis: Basis) => moreThan({ part: 'for', whole: 'participants', share: [1, 2] }, basis)
const threeQuarters = (basis: Basis) => atLeast({ part: 'for', whole: 'participants', share: [3, 4] }, basis)

const SILENCE = {
  zh: '逾期未反馈的票能否计入多数，要看登记在案的管理规约或议事规则；学界多认为民法典不允许，风险由采用者承担。',
  en: 'Whether unreturned ballots may join the majority depends on the registered covenant; many scholars hold that the Code forbids it.',
}

type Own = Pick<PollRule, 'key' | 'names' | 'majority'> & Partial<PollRule>

export const assembly = (own: Own): PollRule =>
  ruleOf({
    source: CIVIL_CODE,
    effectiveFrom: '2021-01-01',
    caution: SILENCE,
    electorate: 'owners',
    measures: ['heads', 'area'],
    questions: ['for-against', 'choose-one', 'choose-some'],
    ballotOf: 'unit',
    quorum: [quorumOf(QUORUM)],
    silent: ['strict', 'delivered-counts', 'follow-majority'],
    noticeDays: 15,
    objectionDays: 7,
    extension: { days: 7, times: 2 },
    proposal: { share: [1, 5], measures: ['heads', 'area'] },
    tellers: [
      'staff',
      'branch',
      'owners-committee',
      'self-management',
      'building-leader',
      'volunteer',
      'street-office',
      'counsel',
    ],
    ...own,
  })

const ORDINARY = [
  'rules-of-procedure',
  'covenant',
  'committee',
  'property-company',
  'fund-use',
  'other',
  'fee',
] as const
const SPECIAL = ['fund-raise', 'rebuilding', 'common-parts-business'] as const

const GENERAL: readonly PollRule[] = [
  assembly({
    key: 'cn-civil-code-278-ordinary',
    names: {
      zh: '业主大会一般事项（《民法典》第二百七十八条）',
      en: 'Owners’ assembly, ordinary matters (Civil Code 278)',
    },
    topics: [...ORDINARY],
    majority: [half(APPROVAL)],
  }),
  assembly({
    key: 'cn-civil-code-278-special',
    names: {
      zh: '业主大会特别事项（《民法典》第二百七十八条）',
      en: 'Owners’ assembly, special matters (Civil Code 278)',
    },
    topics: [...SPECIAL],
    majority: [threeQuarters(APPROVAL)],
  }),
]

const AFFECTED = {
  article: {
    zh: '《上海市住宅物业管理规定》第六十九条、《民法典》第二百七十八条',
    en: 'Shanghai property rules 69, Civil Code 278',
  },
  ref: 'R1.47',
}
const affected = (own: Own): PollRule =>
  assembly({
    jurisdiction: 'CN-31',
    source: {
      zh: '《上海市住宅物业管理规定》第六十九条；《民法典》第二百七十八条',
      en: 'Shanghai property rules, art. 69; Civil Code, art. 278',
    },
    scopes: ['building', 'stairway', 'units'],
    quorum: [quorumOf(AFFECTED)],
    caution: {
      zh: '只由受影响的业主表决，不能和全体共用部分的业主大会决定相抵触。',
      en: 'Only the affected owners vote, and not against what the assembly has decided on the common parts of all.',
    },
    ...own,
  })

const AFFECTED_OWNERS: readonly PollRule[] = [
  affected({
    key: 'sh-affected-owners-use',
    names: { zh: '动用维修资金（相关业主）', en: 'Use of the maintenance fund (affected owners)' },
    topics: ['fund-use'],
    majority: [half(AFFECTED)],
  }),
  affected({
    key: 'sh-affected-owners-raise',
    names: { zh: '筹集维修资金或改建（相关业主）', en: 'Raising the fund or rebuilding (affected owners)' },
    topics: ['fund-raise', 'rebuilding'],
    majority: [threeQuarters(AFFECTED)],
  }),
]

const LIFT = { article: { zh: '沪建房管联〔2020〕801号', en: 'Shanghai 2020 no. 801 on lifts' }, ref: 'R1.51' }
const lift = (own: Own): PollRule =>
  assembly({
    jurisdiction: 'CN-31',
    source: {
      zh: '沪建房管联〔2020〕801号；《民法典》第二百七十八条',
      en: 'Shanghai 2020 no. 801; Civil Code, art. 278',
    },
    topics: ['lift'],
    questions: ['for-against'],
    silent: ['strict'],
    quorum: [quorumOf(LIFT)],
    ...own,
  })

/** Two ballots of two electorates: the building decides on its lift, and the zone or estate where common ground is taken. */
const LIFTS: readonly PollRule[] = [
  lift({
    key: 'sh-lift-building',
    names: { zh: '加装电梯（本楼幢业主）', en: 'Lift addition (owners of the building)' },
    scopes: ['building', 'stairway'],
    majority: [threeQuarters(LIFT)],
    caution: {
      zh: '占用小区共用部分的，还要由小区业主另行表决一次（加装电梯占用共用部分）。',
      en: 'Where it takes common parts of the estate, its owners vote as well, under the rule for that.',
    },
  }),
  lift({
    key: 'sh-lift-common-parts',
    names: { zh: '加装电梯占用共用部分（小区业主）', en: 'Lift on common parts (owners of the estate)' },
    scopes: ['community', 'compound', 'zone'],
    majority: [half(LIFT)],
    caution: {
      zh: '本楼幢业主另按“加装电梯（本楼幢业主）”表决，两次都通过才能办。',
      en: 'The building votes separately on its lift; both have to pass.',
    },
  }),
]

const SHANGHAI_53 = {
  article: { zh: '《上海市住宅物业管理规定》第十、五十三条', en: 'Shanghai property rules 10, 53' },
  ref: 'R1.50',
}
const ZONED = { article: { zh: '本小区议事规则：各片区都同意', en: 'rules of procedure: every zone agrees' }, ref: '–' }

const OTHERS: readonly PollRule[] = [
  assembly({
    key: 'sh-self-management',
    jurisdiction: 'CN-31',
    names: { zh: '自行管理、区域调整（上海）', en: 'Self-management, change of zone (Shanghai)' },
    source: { zh: '《上海市住宅物业管理规定》第十、五十三条', en: 'Shanghai property rules, arts. 10 and 53' },
    topics: ['self-management', 'zone-boundaries'],
    questions: ['for-against'],
    quorum: [quorumOf(SHANGHAI_53)],
    majority: [half(SHANGHAI_53)],
  }),
  assembly({
    key: 'owners-zone-by-zone',
    names: { zh: '分片区表决（各片区都要同意）', en: 'Zone by zone (every zone has to agree)' },
    source: { zh: '本小区议事规则；《民法典》第二百七十八条', en: 'The rules of procedure; Civil Code, art. 278' },
    topics: [...ORDINARY],
    questions: ['for-against'],
    silent: ['strict'],
    majority: [half(APPROVAL)],
    zones: { at: 'least', share: [1, 1], ...ZONED, veto: null },
    caution: {
      zh: '任何一个片区不同意就办不成，曾有小区因此多年议而不决；有条件的，可把门槛改成多数片区同意。',
      en: 'Any zone can stop it, and communities have stood still for years over this: consider asking a majority of zones.',
    },
  }),
  assembly({
    key: 'owners-most-zones',
    names: { zh: '分片区表决（多数片区同意）', en: 'Zone by zone (most zones agree)' },
    source: { zh: '本小区议事规则；《民法典》第二百七十八条', en: 'The rules of procedure; Civil Code, art. 278' },
    topics: [...ORDINARY],
    questions: ['for-against'],
    silent: ['strict'],
    majority: [half(APPROVAL)],
    zones: {
      at: 'more',
      share: [1, 2],
      article: { zh: '本小区议事规则：过半片区同意', en: 'rules of procedure: more than half of the zones' },
      ref: '–',
      veto: atLeast(
        { part: 'against', whole: 'electorate', share: [2, 3] },
        { article: { zh: '本小区议事规则：片区否决', en: 'rules of procedure: veto of a zone' }, ref: '–' },
      ),
    },
  }),
]

const CODE_279 = {
  article: {
    zh: '《民法典》第二百七十九条、建筑物区分所有权司法解释第十、十一条',
    en: 'Civil Code 279, judicial interpretation on condominiums 10 and 11',
  },
  ref: 'R1.18',
}
const everybody = atLeast({ part: 'for', whole: 'electorate', share: [1, 1] }, CODE_279)

/** No decision of the assembly: whoever has an interest has to agree, each of them; so nobody calls a meeting and no days of notice are asked. */
const USE_CHANGES: readonly PollRule[] = [
  assembly({
    key: 'cn-housing-use-change',
    names: {
      zh: '住宅改为经营用房（有利害关系的业主都同意）',
      en: 'A home becomes a business (all interested owners agree)',
    },
    source: CODE_279.article,
    topics: ['use-change'],
    scopes: ['building', 'units'],
    questions: ['for-against'],
    silent: ['strict'],
    quorum: [],
    majority: [everybody],
    noticeDays: 0,
    caution: {
      zh: '同一栋楼的业主都算有利害关系，外加能证明自己受影响的业主；少一户同意也不行，多数同意不能代替。还要符合法律、法规和管理规约。',
      en: 'All owners of the building have an interest, and whoever else proves an effect; one missing consent is enough to stop it, and no majority replaces it.',
    },
  }),
]

export const OWNERS: readonly PollRule[] = [...GENERAL, ...AFFECTED_OWNERS, ...LIFTS, ...OTHERS, ...USE_CHANGES]
