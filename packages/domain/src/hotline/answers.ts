// The list goes back as it came, with what became of each ticket in the columns that ask for it, or behind the last one.
import { localDateOf, localTimeOf } from '../calendar/index.ts'
import type { Instant } from '../kernel/index.ts'
import type { End } from '../procedure/index.ts'
import { HEADERS, type Mapping, OUTGOING, type OutgoingField, saysIn } from './fields.ts'

export type Outcome = {
  readonly end: End | null
  /** Whether somebody has taken it in hand. */
  readonly sorted: boolean
  /** The last answer that was given, `''` before there is one. */
  readonly answer: string
  readonly closedAt: Instant | null
  readonly rating: number | null
}

/** In the words of the hotline, whatever language the reader prefers. */
const ENDED: Readonly<Record<End, string>> = {
  solved: '已解决',
  answered: '已解释答复',
  unsolved: '暂未解决',
  'handed-on': '已转交',
  merged: '并案办理',
  withdrawn: '诉求人撤回',
}

const satisfaction = (rating: number | null): string => {
  if (rating === null) return ''
  if (rating >= 4) return '满意'
  return rating === 3 ? '基本满意' : '不满意'
}

const outcomeOf = ({ end, sorted }: Outcome): string => {
  if (end) return ENDED[end]
  return sorted ? '办理中' : '待受理'
}

const answersOf = (outcome: Outcome): Readonly<Record<OutgoingField, string>> => ({
  outcome: outcomeOf(outcome),
  answer: outcome.answer,
  doneAt: outcome.closedAt ? `${localDateOf(outcome.closedAt)} ${localTimeOf(outcome.closedAt)}` : '',
  satisfied: satisfaction(outcome.rating),
})

type Answered = { readonly cells: readonly string[]; readonly outcome: Outcome }
type List = { readonly headers: readonly string[]; readonly mapping: Mapping }

/** Header first. */
export const answeredRows = ({ headers, mapping }: List, rows: readonly Answered[]): readonly (readonly string[])[] => {
  const own = headers.map((header) => OUTGOING.find((field) => field === saysIn(mapping, header)))
  const added = OUTGOING.filter((field) => !own.includes(field))
  const filled = rows.map(({ cells, outcome }) => {
    const answers = answersOf(outcome)
    const kept = cells.map((cell, index) => (own[index] && answers[own[index]]) || cell)
    return [...kept, ...added.map((field) => answers[field])]
  })
  return [[...headers, ...added.map((field) => HEADERS[field][0])], ...filled]
}
