// The owners' assembly under the Civil Code, from figures counted by hand: quorum over all owners, approval over those who took part. RULES R1.2–R1.4, R1.30–R1.33.
import type { PollRule } from '../rule.ts'
import { atLeast, moreThan, ruleOf } from './terms.ts'

const CIVIL_CODE = { zh: '民法典第 278 条', en: 'Civil Code, art. 278' }
const QUORUM = { article: { zh: '民法典 278', en: 'Civil Code 278' }, ref: 'R1.2' }
const APPROVAL = { ...QUORUM, ref: 'R1.3' }
const approving = { part: 'for', whole: 'participants' } as const

const assembly = (own: Pick<PollRule, 'key' | 'names' | 'majority'>): PollRule =>
  ruleOf({
    ...own,
    source: CIVIL_CODE,
    effectiveFrom: '2021-01-01',
    caution: {
      zh: '逾期未反馈的票能否计入多数，要看登记在案的管理规约或议事规则；学界多认为民法典不允许，风险由采用者承担。',
      en: 'Whether unreturned ballots may join the majority depends on the registered covenant; many scholars hold that the Code forbids it.',
    },
    electorate: 'owners',
    measures: ['heads', 'area'],
    questions: ['for-against'],
    ways: ['counted'],
    quorum: [atLeast({ part: 'participants', whole: 'electorate', share: [2, 3] }, QUORUM)],
    silent: ['strict', 'delivered-counts', 'follow-majority'],
    tellers: ['staff', 'branch', 'owners-committee', 'street-office', 'counsel'],
  })

export const OWNERS: readonly PollRule[] = [
  assembly({
    key: 'cn-civil-code-278-ordinary',
    names: { zh: '业主大会一般事项（民法典 278）', en: 'Owners’ assembly, ordinary matters (Civil Code 278)' },
    majority: [moreThan({ ...approving, share: [1, 2] }, APPROVAL)],
  }),
  assembly({
    key: 'cn-civil-code-278-special',
    names: { zh: '业主大会特别事项（民法典 278）', en: 'Owners’ assembly, special matters (Civil Code 278)' },
    majority: [atLeast({ ...approving, share: [3, 4] }, APPROVAL)],
  }),
]
