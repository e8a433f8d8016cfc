// Which commands a reader may give now: asked of the rulebooks themselves, so that buttons and rules can never differ.
import type { MatterCommandName, OrderCommandName } from '@yishi/contract/matter-command'
import {
  type Actor,
  type ConditionId,
  type Instant,
  type MatterId,
  type OrderId,
  type PartyId,
  type RecordingId,
  type Role,
  belongsTo,
  holds,
  isRefused,
  later,
} from '@yishi/domain/kernel'
import {
  type ClosedMatter,
  DESK,
  type Matter,
  type MatterCommand,
  type OpenMatter,
  actsHere,
  matterRules,
  stageOfMatter,
} from '@yishi/domain/matter'
import { type Order, type OrderCommand, orderRules } from '@yishi/domain/order'
import { choices } from '@yishi/domain/procedure'

type Standing = OpenMatter | ClosedMatter

const NOBODY = 'pty_nobody' as PartyId
const SORTING = { level: 'II', colour: 'yellow', size: 'small', kind: 'other' } as const

/** One example of each command; refusals about its contents do not count. */
const examples = (matter: Standing, now: Instant): Record<MatterCommandName, MatterCommand> => ({
  sort: { type: 'SortMatter', sorting: SORTING, procedure: matter.procedure },
  'place-orders': { type: 'PlaceOrders', orders: [{ party: NOBODY, lead: false, task: '' }], whistled: false },
  'record-talk': { type: 'RecordTalk', result: 'not-agreed', summary: '', figures: [] },
  sign: { type: 'SignMatter', seat: seatToSign(matter), verdict: 'approved', reason: '', conditions: [] },
  'meet-condition': { type: 'MeetCondition', condition: openCondition(matter), note: '', photos: [] },
  answer: { type: 'GiveAnswer', text: '', figures: [] },
  rate: { type: 'RateMatter', score: 3, text: '' },
  revisit: { type: 'RevisitMatter', found: 'solved', note: '', photos: [], figures: [] },
  codify: { type: 'CodifyMatter', title: '', text: '' },
  'take-outcome': { type: 'TakeOutcome', outcome: firstChoice(matter, now), note: '' },
  pause: { type: 'PauseClocks', reason: '-', until: later(now, 60_000) },
  resume: { type: 'ResumeClocks' },
  list: { type: 'ListMatter', reason: '' },
  unlist: { type: 'UnlistMatter', reason: '' },
  remark: { type: 'AddRemark', text: '', photos: [] },
  nudge: { type: 'NudgeMatter' },
  correct: { type: 'CorrectMatter', field: 'title', value: '', reason: '' },
  link: { type: 'LinkMatter', to: 'mat_other' as MatterId, relation: 'similar' },
  reopen: { type: 'ReopenMatter', reason: '' },
  transcribe: { type: 'TranscribeRecording', recording: firstRecording(matter), text: '', title: null },
  'withdraw-consent': { type: 'WithdrawConsent' },
})

const firstChoice = (matter: Standing, now: Instant): string =>
  matter.status === 'open' ? (choices(matter, now)[0]?.key ?? '') : ''

const openCondition = ({ facts }: Standing): ConditionId =>
  facts.conditions.find(({ met }) => !met)?.condition ?? 'cnd_none'
const firstRecording = ({ recordings }: Standing): RecordingId => recordings[0]?.recording ?? 'rec_none'

const seatToSign = (matter: Standing): string =>
  matter.procedure.stages.find(({ key }) => key === matter.course.stage)?.actors[0] ?? ''

const ABOUT_CONTENTS: ReadonlySet<string> = new Set([
  'procedure-does-not-apply',
  'orders-out-of-bounds',
  'one-lead-needed',
  'pause-in-the-past',
])

const ids = <P extends string>(prefix: P): `${P}_${string}` => `${prefix}_example`

export const mayOnMatter = (matter: Standing, actor: Actor, now: Instant): string[] =>
  Object.entries(examples(matter, now)).flatMap(([name, command]) => {
    const answer = matterRules.decide(matter as Matter, command, { actor, now, ids })
    return isRefused(answer) && !ABOUT_CONTENTS.has(answer.refused) ? [] : [name]
  })

const ORDER_EXAMPLES: Record<OrderCommandName, OrderCommand> = {
  accept: { type: 'AcceptOrder', note: '' },
  decline: { type: 'DeclineOrder', reason: '' },
  report: { type: 'ReportProgress', text: '', photos: [], figures: [], underControl: false },
  complete: { type: 'CompleteOrder', text: '', photos: [], figures: [] },
  transfer: { type: 'TransferOrder', to: NOBODY, reason: '' },
}

type OrderLine = {
  order_id: string
  party_id: string
  lead: boolean
  task: string
  status: Exclude<Order['status'], 'absent'>
}

export const mayOnOrder = (matter: Standing, row: OrderLine, actor: Actor): string[] => {
  if (matter.status === 'closed') return []
  const { community, path, id, course } = matter
  const body = {
    id: row.order_id as OrderId,
    community,
    matter: id,
    path,
    party: row.party_id as PartyId,
    lead: row.lead,
    task: row.task,
  }
  const order: Order = { ...body, status: row.status }
  return Object.entries(ORDER_EXAMPLES).flatMap(([name, command]) =>
    isRefused(orderRules.decide(order, command, { actor, now: course.enteredAt, ids })) ? [] : [name],
  )
}

/** Who looks after a place opens every file there; others only where they have work of their own. */
export const KEEPERS: readonly Role[] = [...DESK, 'grid-worker', 'building-leader', 'street-office']

/** Seats of a stage open the file while it is their turn; doing is work for those with an order, not for a seat. */
const hasTurn = (matter: Standing, actor: Actor): boolean =>
  matter.status === 'open' && stageOfMatter(matter).act !== 'do' && actsHere(matter, actor)

/** Keepers of the place, who has the turn, and every party that has or had a part in it may open the file. */
export const mayRead = (matter: Standing, parties: readonly PartyId[], actor: Actor): boolean =>
  holds(actor, KEEPERS, matter.community, matter.path) ||
  hasTurn(matter, actor) ||
  [...parties, matter.course.responsible].some((party) => belongsTo(actor, party, matter.path))
