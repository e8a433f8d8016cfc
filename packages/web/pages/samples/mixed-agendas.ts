// Plausible agendas with an election by name among their questions: on the phone, on paper, and with seats left open.
import type { PaperPrint } from '@yishi/contract/paper-pages'
import type { AgendaPlace, PollAgenda, PollPage } from '@yishi/contract/poll-page'
import { pagesOf } from '@yishi/domain/paper-ballot'
import type { CandidatesQuestion, Question } from '@yishi/domain/poll'
import { COMMITTEE, TICKS } from './elections.ts'

const COVENANT: Question = { type: 'for-against', text: '通过修订后的管理规约，好不好？', explanation: '' }
const PLACES: readonly AgendaPlace[] = [
  { poll: 'pol_covenant', number: 1, text: COVENANT.text, status: 'open' },
  { poll: 'pol_committee', number: 2, text: COMMITTEE.text, status: 'open' },
]

/** As many as a ballot may name, all with names of four characters. */
const MANY: CandidatesQuestion = {
  ...COMMITTEE,
  options: Array.from({ length: 20 }, (_, index) => ({
    key: `option-${index + 1}`,
    text: `${'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许'[index]}候选人`,
    profile: '住本小区。',
    consented: true,
  })),
  committee: 11,
}
const printOf = (print: PaperPrint, questions: readonly Question[]): PaperPrint => {
  const asked = questions.map((question, index) => ({ number: index + 1, question, regime: 'strict' as const }))
  return { ...print, questions: asked, pages: pagesOf(asked) }
}

export const mixedPrintsOf = (print: PaperPrint): Readonly<Record<string, PaperPrint>> => ({
  mixed: printOf(print, [COVENANT, COMMITTEE]),
  'mixed-few': printOf(print, [{ ...TICKS, options: TICKS.options.slice(0, 5), committee: 3 }, COVENANT]),
  'mixed-many': printOf(print, [COVENANT, MANY, { ...COVENANT, text: '利用公共收益在东门加装充电棚' }]),
})

/** `election` is the page of an election that stands alone. */
export const mixedPolls = (election: PollPage): Readonly<Record<string, PollPage>> => {
  const agenda = { number: 2, questions: PLACES }
  return {
    'mixed-soon': { ...election, agenda, status: 'announced', standing: 'soon', turnout: null },
    'mixed-second': { ...election, agenda, after: 1 },
    'mixed-confirm': { ...election, agenda, step: 'confirm', choice: ['option-1', 'option-2', 'option-6:against'] },
  }
}

export const mixedAgendas = (overview: PollAgenda): Readonly<Record<string, PollAgenda>> => {
  const [line] = overview.lines
  const own = [COVENANT, COMMITTEE].map((question, index) => ({
    ...line!,
    ...PLACES[index]!,
    question,
    mine: { choice: index === 0 ? ['for'] : ['option-1', 'option-2', 'option-6:against'], noted: false },
  }))
  return {
    'mixed-all': { ...overview, lines: own },
    'mixed-decided': {
      ...overview,
      papers: 'certificate',
      lines: own.map((each, index) => ({
        ...each,
        status: 'decided',
        passed: index === 0,
        chosen: index === 0 ? ['for'] : ['option-1', 'option-2', 'option-3'],
      })),
    },
  }
}
