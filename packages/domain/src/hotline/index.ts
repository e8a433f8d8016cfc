// Lists of 12345 tickets: read by their columns, compared with what is known, taken in at once, answered in the same shape.
export { answeredRows, type Outcome } from './answers.ts'
export type { Alike, OpenNow } from './alike.ts'
export type { Named } from './address.ts'
export {
  type Change,
  type Counts,
  type KnownTicket,
  type TicketRow,
  type TicketVerdict,
  VERDICTS,
  compareTickets,
  countsOf,
} from './compare.ts'
export { CARRIED, HOTLINE_FIELDS, type HotlineField, type Mapping } from './fields.ts'
export {
  type Choices,
  type HotlineList,
  type HotlineListCommand,
  type HotlineListEvent,
  type HotlineListRefusal,
  LIST_FORMATS,
  type ListFormat,
  type ListPlan,
  type TakenTicket,
  hotlineListEntry,
  hotlineLists,
  mayTakeTickets,
} from './hotline-list.ts'
export type { TicketProblem } from './problem.ts'
export { type ReadList, type Said, readList } from './reading.ts'
