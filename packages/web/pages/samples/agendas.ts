// Plausible agendas for the tests of their pages: three questions of one assembly, on their way and decided.
import type { AgendaSheet, PollAgenda, PollPage } from '@yishi/contract/poll-page'
import { pollRuleByKey } from '@yishi/domain/poll'
import { AS_OF, COMMUNITY } from './matters.ts'
import { mixedAgendas, mixedPolls } from './mixed-agendas.ts'
import { rankedAgendas, rankedPolls, rankedSheets } from './ranked-agendas.ts'
import { pollSheets, polls } from './polls.ts'

const atHome = polls['units']!
const PLACES = [
  { poll: 'pol_company', number: 1, text: atHome.question.text, status: 'open' },
  { poll: 'pol_fund', number: 2, text: '筹集电梯更新资金，每平方米 20 元，好不好？', status: 'open' },
  { poll: 'pol_garden', number: 3, text: '中心花园要不要改成健身步道？', status: 'open' },
] as const
const onAgenda: PollPage = { ...atHome, agenda: { number: 1, questions: PLACES } }
const second: PollPage = {
  ...onAgenda,
  poll: 'pol_fund',
  question: { type: 'for-against', text: PLACES[1].text, explanation: '专款专用，账目每季公布。' },
  rule: pollRuleByKey('cn-civil-code-278-special')!,
  agenda: { number: 2, questions: PLACES },
}

const lines: PollAgenda['lines'] = PLACES.map((place, index) => ({
  ...place,
  question: { type: 'for-against', text: place.text, explanation: '' },
  rule: atHome.rule,
  standing: index === 2 ? 'may-vote' : 'has-voted',
  mine: index === 2 ? null : { choice: ['for'], noted: index === 1 },
  turnout: { cast: 1204 - index, of: 2310 },
  passed: null,
  chosen: [],
  receipt: index === 0 ? 'YISHI1.eyJlbnRyeUlkIjoiMTAyNCJ9.7Hn2w0kq0VvJ8fQm5cX1c3ZsL9aYtR6uPdEoGbIiKjM' : null,
}))
const overview: PollAgenda = {
  first: 'pol_company',
  papers: 'none',
  community: COMMUNITY,
  assembly: atHome.assembly!,
  lines,
  asOf: AS_OF,
}
export const pollAgendas: Readonly<Record<string, PollAgenda>> = {
  left: overview,
  all: { ...overview, lines: lines.map((line) => ({ ...line, standing: 'has-voted', mine: lines[0]!.mine })) },
  anyone: { ...overview, lines: lines.map((line) => ({ ...line, standing: 'sign-in', mine: null, receipt: null })) },
  ...mixedAgendas(overview),
  ...rankedAgendas(overview),
  decided: {
    ...overview,
    papers: 'certificate',
    lines: lines.map((line, index) => ({ ...line, status: 'decided', passed: index !== 1, chosen: ['for'] })),
  },
}

export const agendaPolls: Readonly<Record<string, PollPage>> = {
  ...mixedPolls(polls['election']!),
  ...rankedPolls(atHome),
  'agenda-first': onAgenda,
  'agenda-second': { ...second, after: 1 },
  'agenda-confirm': { ...second, step: 'confirm', choice: ['against'] },
}

const { url: _url, ...counted } = pollSheets['assembly']!
const { url: __url, ...elected } = pollSheets['election']!
export const agendaSheets: Readonly<Record<string, AgendaSheet>> = {
  ranked: rankedSheets({ ...counted, number: 1 }, atHome),
  mixed: {
    first: 'pol_company',
    url: 'https://yishi.example/polls/pol_company/agenda',
    questions: [
      { ...counted, number: 1 },
      { ...elected, number: 2 },
    ],
  },
  decided: {
    first: 'pol_company',
    url: 'https://yishi.example/polls/pol_company/agenda',
    questions: [
      { ...counted, number: 1 },
      { ...counted, poll: 'pol_fund', number: 2, question: second.question },
    ],
  },
  preliminary: {
    first: 'pol_company',
    url: 'https://yishi.example/polls/pol_company/agenda',
    questions: [
      { ...counted, status: 'preliminary', decidedAt: null, number: 1 },
      { ...counted, status: 'preliminary', decidedAt: null, poll: 'pol_fund', number: 3, question: second.question },
    ],
  },
}
