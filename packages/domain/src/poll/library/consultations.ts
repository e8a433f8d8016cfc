// Consultations (征询): consents of households, with a threshold of all of them that the community has set.
import type { PollRule, Threshold } from '../rule.ts'
import { atLeast, moreThan, ruleOf } from './terms.ts'

const consultation = (key: string, names: PollRule['names'], share: Threshold['share']): PollRule => {
  const set = { article: { zh: '征询规则：同意户数', en: 'consultation rule: households that agree' }, ref: '–' }
  return ruleOf({
    key,
    names,
    source: { zh: '本居民区征询规则', en: 'The community’s own rules of consultation' },
    effectiveFrom: '2000-01-01',
    electorate: 'households',
    measures: ['households'],
    quorum: [],
    majority: [atLeast({ part: 'for', whole: 'electorate', share }, set)],
  })
}

export const CONSULTATIONS: readonly PollRule[] = [
  consultation(
    'household-consultation-two-thirds',
    { zh: '征询：三分之二户同意', en: 'Consultation: two thirds of households agree' },
    [2, 3],
  ),
  consultation(
    'household-consultation-80',
    { zh: '征询：八成户同意', en: 'Consultation: 80 % of households agree' },
    [4, 5],
  ),
  consultation(
    'household-consultation-all',
    { zh: '征询：户户同意', en: 'Consultation: every household agrees' },
    [1, 1],
  ),
  ruleOf({
    key: 'household-choice-majority',
    names: { zh: '几选一：过半户选定', en: 'Choice: more than half of households' },
    source: { zh: '本居民区征询规则', en: 'The community’s own rules of consultation' },
    effectiveFrom: '2000-01-01',
    electorate: 'households',
    measures: ['households'],
    questions: ['choose-one'],
    quorum: [],
    majority: [
      moreThan(
        { part: 'for', whole: 'electorate', share: [1, 2] },
        { article: { zh: '征询规则：少数服从多数', en: 'consultation rule: the majority of all' }, ref: '–' },
      ),
    ],
  }),
]
