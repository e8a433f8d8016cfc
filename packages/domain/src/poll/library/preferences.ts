// Questions that rank or score (排序、打分、多选赞成、限选): ways of finding what residents, households (一户一票) or owners like best, of our own and of no law. RULES R7.30.
import type { PollRule } from '../rule.ts'
import { assembly } from './owners.ts'
import { ruleOf } from './terms.ts'

const OWN = { zh: '本程序自带的居民议事规则，不依据法律', en: 'Rules of this program for residents, resting on no law' }
const CAUTION = {
  zh: '结果是居民的意愿，不是业主的共同决定：法律规定由业主共同决定的事，要用依据民法典的规则来表决。',
  en: 'The result says what residents prefer, and is no decision of owners: what the Civil Code leaves to owners needs its own rule.',
}

const HOUSEHOLD_CAUTION = {
  zh: '结果是各户的意愿，一户一票，不看面积，不是业主的共同决定：要不要换、钱从哪里出，由业主依据民法典来表决；定下来以后选牌子、选颜色，才用这一条。',
  en: 'The result says what households prefer, one ballot each whatever its area, and is no decision of owners: whether to replace and who pays is for owners under the Civil Code; which brand or colour may then be asked here.',
}

const OWNERS_OWN = {
  zh: '本程序自带的征求业主意愿的办法，不依据法律',
  en: 'A way of this program to ask what owners prefer, resting on no law',
}
const OWNERS_CAUTION = {
  zh: '结果是业主的意愿，按业主人数算，一个业主不论几套只算一人，不看面积；不是业主的共同决定。办不办、钱从哪里出，另列一题，依据民法典同意或反对；定下来以后选牌子、选样式，才用这一条。',
  en: 'The result says what owners prefer, each owner one head whatever they own, and is no decision of theirs: whether it is done and who pays is a question of its own, for or against, under the Civil Code; which brand or design may then be asked here.',
}

type Own = Pick<PollRule, 'key' | 'names' | 'questions' | 'ties' | 'ways'>

const preference = (own: Own): PollRule =>
  ruleOf({
    ...own,
    source: OWN,
    jurisdiction: 'none',
    effectiveFrom: '2000-01-01',
    caution: CAUTION,
    electorate: 'residents',
    measures: ['heads'],
    quorum: [],
    majority: [],
  })

/** One ballot for each home of the roster, whoever of it casts it; owners of two homes are two households. Each ballot is kept, so that none is given twice. */
const ofHouseholds = (own: Omit<Own, 'ways'>): PollRule => ({
  ...preference({ ...own, ways: ['ballots'] }),
  caution: HOUSEHOLD_CAUTION,
  electorate: 'households',
  measures: ['households'],
  ballotOf: 'unit',
})

/** Beside the decisions of an assembly: on its list, with its notice and its dates, by heads; kept ballots alone, because nobody's order can be told from totals. */
const ofOwners = (own: Omit<Own, 'ways'>): PollRule => {
  // On whose proposal owners have to be called together is a question of law, and this is none.
  const { proposal: _, ...rule } = assembly({
    ...own,
    ways: ['ballots'],
    source: OWNERS_OWN,
    jurisdiction: 'none',
    caution: OWNERS_CAUTION,
    measures: ['heads'],
    quorum: [],
    majority: [],
    silent: ['strict'],
  })
  return rule
}

const HANDS_CAUTION = {
  zh: '结果是到会的人的意愿，由人点数，点数不看谁举了几次。要排先后、要打分，或要没到会的人也说话，请发起一次表决，手机、纸票都能投。',
  en: 'The result says what those present prefer, counted by people who cannot see how often each raised a hand. To rank, to score, or to hear those who did not come, ask everybody by phone and on paper.',
}

/** Hands of those who came, option by option. An order or points no hand can show. */
const byHands = (own: Omit<Own, 'ways' | 'ties'>): PollRule => ({
  ...preference({ ...own, ways: ['counted'], ties: 'lot' }),
  caution: HANDS_CAUTION,
  electorate: 'present',
})

export const PREFERENCES: readonly PollRule[] = [
  preference({
    key: 'residents-ranked',
    names: { zh: '居民排序投票', en: 'Residents rank the options' },
    questions: ['ranked'],
    ways: ['ballots'],
    ties: 'earlier-rounds',
  }),
  preference({
    key: 'residents-scored',
    names: { zh: '居民打分投票', en: 'Residents score the options' },
    questions: ['scored'],
    ways: ['ballots'],
    ties: 'lot',
  }),
  preference({
    key: 'residents-approval',
    names: { zh: '居民赞成投票（选几个都行）', en: 'Residents approve as many as they like' },
    questions: ['approval'],
    ways: ['counted', 'ballots'],
    ties: 'lot',
  }),
  preference({
    key: 'residents-limited',
    names: { zh: '居民限选投票（多选作废）', en: 'Residents mark a few, more is spoiled' },
    questions: ['limited'],
    ways: ['counted', 'ballots'],
    ties: 'lot',
  }),
  ofHouseholds({
    key: 'households-ranked',
    names: { zh: '各户排序投票（一户一票）', en: 'Households rank the options' },
    questions: ['ranked'],
    ties: 'earlier-rounds',
  }),
  ofHouseholds({
    key: 'households-scored',
    names: { zh: '各户打分投票（一户一票）', en: 'Households score the options' },
    questions: ['scored'],
    ties: 'lot',
  }),
  ofHouseholds({
    key: 'households-approval',
    names: { zh: '各户赞成投票（一户一票，选几个都行）', en: 'Households approve as many as they like' },
    questions: ['approval'],
    ties: 'lot',
  }),
  ofHouseholds({
    key: 'households-limited',
    names: { zh: '各户限选投票（一户一票，选一个或几个）', en: 'Households mark one or a few' },
    questions: ['limited'],
    ties: 'lot',
  }),
  ofOwners({
    key: 'owners-ranked',
    names: { zh: '业主排序投票（征求意愿）', en: 'Owners rank the options' },
    questions: ['ranked'],
    ties: 'earlier-rounds',
  }),
  ofOwners({
    key: 'owners-scored',
    names: { zh: '业主打分投票（征求意愿）', en: 'Owners score the options' },
    questions: ['scored'],
    ties: 'lot',
  }),
  ofOwners({
    key: 'owners-approval',
    names: { zh: '业主赞成投票（征求意愿，选几个都行）', en: 'Owners approve as many as they like' },
    questions: ['approval'],
    ties: 'lot',
  }),
  ofOwners({
    key: 'owners-limited',
    names: { zh: '业主限选投票（征求意愿，选一个或几个）', en: 'Owners mark one or a few' },
    questions: ['limited'],
    ties: 'lot',
  }),
  byHands({
    key: 'hands-approval',
    names: { zh: '举手赞成（觉得行的都举手）', en: 'Hands for each that is found good' },
    questions: ['approval'],
  }),
  byHands({
    key: 'hands-limited',
    names: { zh: '举手限选（每人举一次或几次）', en: 'Hands, one or a few each' },
    questions: ['limited'],
  }),
]
