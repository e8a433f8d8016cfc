// Plausible agendas on which owners also put brands in order and score designs: on the phone, on paper, counted, and the notice of all results.
import type { PaperPrint } from '@yishi/contract/paper-pages'
import type { AgendaPlace, AgendaSheet, PollAgenda, PollPage } from '@yishi/contract/poll-page'
import { pagesOf } from '@yishi/domain/paper-ballot'
import { type PreferenceQuestion, type Question, drawLotsAt, pollRuleByKey, questionDigest } from '@yishi/domain/poll'
import { GARDEN, LIFT, LIFT_BALLOTS, TEAM, resultOf } from './preferences.ts'

const RENEW: Question = { type: 'for-against', text: '3 号楼电梯要不要换新？', explanation: '' }
const BRAND: PreferenceQuestion = { ...LIFT, text: '换新的话，3 号楼电梯选哪个牌子？' }
const PLACES: readonly AgendaPlace[] = [RENEW, BRAND, GARDEN].map(({ text }, index) => ({
  poll: ['pol_renew', 'pol_brand', 'pol_garden'][index]!,
  number: index + 1,
  text,
  status: 'open',
}))

const LONG: PreferenceQuestion = {
  ...GARDEN,
  text: '十二件实事，您给每件打几分？',
  options: Array.from({ length: 12 }, (_, index) => ({
    key: `option-${index + 1}`,
    text: `第 ${index + 1} 件实事：加装充电棚和防滑地砖`,
  })),
}
const printOf = (print: PaperPrint, questions: readonly Question[]): PaperPrint => {
  const asked = questions.map((question, index) => ({ number: index + 1, question, regime: 'strict' as const }))
  return { ...print, questions: asked, pages: pagesOf(asked) }
}

export const rankedPrintsOf = (print: PaperPrint): Readonly<Record<string, PaperPrint>> => ({
  ranked: printOf(print, [RENEW, BRAND, GARDEN]),
  'ranked-many': printOf(print, [RENEW, BRAND, LONG, TEAM, GARDEN, RENEW]),
})

const underOwners = (page: PollPage, question: PreferenceQuestion): PollPage => ({
  ...page,
  question,
  rule: pollRuleByKey(`owners-${question.type}`)!,
  totals: { heads: 2189 },
  lots: drawLotsAt(question, 'a3f1c09d'.repeat(8), '2026-11-20T02:00:00.000Z').order,
  asked: questionDigest(question),
})

const DECIDED = { status: 'decided', standing: 'over', decidedAt: '2026-12-15T02:00:00.000Z' } as const

/** `atHome` is the page of an owners' vote with two homes. */
export const rankedPolls = (atHome: PollPage): Readonly<Record<string, PollPage>> => {
  const brand = { ...underOwners(atHome, BRAND), poll: 'pol_brand', agenda: { number: 2, questions: PLACES } }
  const garden = { ...underOwners(atHome, GARDEN), poll: 'pol_garden', agenda: { number: 3, questions: PLACES } }
  return {
    'agenda-ranked': { ...brand, after: 1 },
    'agenda-ranked-confirm': { ...brand, step: 'confirm', choice: ['option-3', 'option-1', 'option-4'] },
    'agenda-scored': { ...garden, after: 2 },
    'agenda-ranked-decided': { ...brand, ...DECIDED, result: resultOf(brand, LIFT_BALLOTS) },
  }
}

export const rankedAgendas = (overview: PollAgenda): Readonly<Record<string, PollAgenda>> => {
  const [line] = overview.lines
  const marks = [['for'], ['option-3', 'option-1', 'option-4'], ['option-1:5', 'option-2:3']]
  const chosen = [['for'], ['option-3'], ['option-2']]
  const own = [RENEW, BRAND, GARDEN].map((question, index) => ({
    ...line!,
    ...PLACES[index]!,
    question,
    mine: { choice: marks[index]!, noted: false },
  }))
  return {
    'ranked-all': { ...overview, lines: own },
    'ranked-decided': {
      ...overview,
      papers: 'certificate',
      lines: own.map((each, index) => ({ ...each, status: 'decided', passed: true, chosen: chosen[index]! })),
    },
  }
}

const shownOf = ({ question, rule, totals, lots, assembly }: PollPage) => ({
  question,
  rule,
  totals,
  lots,
  assembly: assembly && { ...assembly, regime: 'strict' as const, basis: '' },
})

/** `counted` is the sheet of a question for or against that is decided. */
export const rankedSheets = (counted: AgendaSheet['questions'][number], atHome: PollPage): AgendaSheet => {
  const brand = underOwners(atHome, BRAND)
  const garden = underOwners(atHome, GARDEN)
  const scores = [
    [12, 'option-1:5', 'option-2:3'],
    [9, 'option-2:5', 'option-3:1'],
    [4, 'option-3:4'],
  ] as const
  return {
    first: 'pol_renew',
    url: 'https://yishi.example/polls/pol_renew/agenda',
    questions: [
      { ...counted, question: RENEW, number: 1 },
      { ...counted, ...shownOf(brand), result: resultOf(brand, LIFT_BALLOTS), number: 2 },
      { ...counted, ...shownOf(garden), result: resultOf(garden, scores), number: 3 },
    ],
  }
}
