// Election of an owners' committee by name: each candidate passes the double majority of art. 278 alone, the seats go by heads. RULES R1.2, R1.3, R1.22, R1.42, R1.60, R1.64.
import type { PollRule } from '../rule.ts'
import { assembly, half } from './owners.ts'

const CODE_278 = { article: { zh: '《民法典》第二百七十八条', en: 'Civil Code 278' }, ref: 'R1.3' }

type Own = Pick<PollRule, 'key' | 'names' | 'source' | 'caution'> & {
  readonly jurisdiction: string
  readonly election: NonNullable<PollRule['election']>
}

const election = (own: Own): PollRule =>
  assembly({
    ...own,
    topics: ['committee'],
    questions: ['candidates'],
    silent: ['strict'],
    majority: [half(CODE_278)],
  })

const CODE = { zh: '《民法典》第二百七十八条', en: 'Civil Code, art. 278' }
const LOCAL = {
  zh: '人数、任期、差额办法和并列的处理，以本地规定和本小区议事规则为准；并列怎么办要在投票前写明。',
  en: 'Number of members, their term and what happens in a tie follow local rules and the rules of procedure; the tie rule is declared before anybody votes.',
}

export const ELECTIONS: readonly PollRule[] = [
  election({
    key: 'cn-committee-election',
    jurisdiction: 'CN',
    names: {
      zh: '选举业委会委员（《民法典》第二百七十八条）',
      en: 'Election of an owners’ committee (Civil Code 278)',
    },
    source: CODE,
    caution: LOCAL,
    election: { committee: { least: 5, most: 11 }, small: null, ties: ['area', 'revote'], shownDays: 7 },
  }),
  election({
    key: 'sh-committee-election',
    jurisdiction: 'CN-31',
    names: { zh: '选举业委会委员（上海）', en: 'Election of an owners’ committee (Shanghai)' },
    source: {
      zh: '《民法典》第二百七十八条；《上海市住宅物业管理规定》第十六、二十、二十八条',
      en: 'Civil Code, art. 278; Shanghai property rules, arts. 16, 20, 28',
    },
    caution: LOCAL,
    election: {
      committee: { least: 5, most: 11 },
      small: { least: 3, area: '10000.00' },
      ties: ['revote'],
      shownDays: 15,
    },
  }),
  election({
    key: 'hz-committee-election',
    jurisdiction: 'CN-33-01',
    names: { zh: '选举业委会委员（杭州）', en: 'Election of an owners’ committee (Hangzhou)' },
    source: {
      zh: '《民法典》第二百七十八条；《杭州市物业管理条例》（2021）第二十条',
      en: 'Civil Code, art. 278; Hangzhou property rules (2021), art. 20',
    },
    caution: LOCAL,
    election: { committee: { least: 5, most: 11 }, small: null, ties: ['area'], shownDays: 15 },
  }),
]
