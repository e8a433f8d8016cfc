// Words to tell a matter's story in tests: given what happened, when somebody asks for something, then this follows.
import { type Actor, type PartyId, type Refused, type Role, isRefused } from '../../kernel/index.ts'
import type { MatterCommand, MatterEvent } from '../../matter/index.ts'
import { COMMUNITY, PATH, RAISER, RAISER_ID, SEATING, STAFF, partyOf, worker } from '../../matter/testing/community.ts'
import { JOINT, SMALL } from '../../matter/testing/procedures.ts'
import type { Order, OrderCommand, OrderEvent } from '../../order/index.ts'
import { EMPTY, type World, after, onMatter, onOrder } from './world.ts'

export type Step = (world: World) => World
type Command<Type extends MatterCommand['type']> = Extract<MatterCommand, { type: Type }>

const sure = (answer: World | Refused): World => {
  if (isRefused(answer)) throw new Error(`refused: ${answer.refused} ${JSON.stringify(answer.detail ?? {})}`)
  return answer
}

export const given = (...steps: readonly Step[]): World => steps.reduce((world, step) => step(world), EMPTY)
export const when = (world: World, ...steps: readonly Step[]): World => steps.reduce((so, step) => step(so), world)

/** What was told after this moment of the story. */
export const told = (world: World, since: World = EMPTY): readonly (MatterEvent | OrderEvent)[] =>
  world.story.slice(since.story.length).map(({ event }) => event)
export const toldTypes = (world: World, since: World = EMPTY): readonly string[] =>
  told(world, since).map(({ type }) => type)

export const asks =
  (actor: Actor, command: MatterCommand): Step =>
  (world) =>
    sure(onMatter(world, actor, command))

export const refusal = (world: World, actor: Actor, command: MatterCommand): string | null => {
  const answer = onMatter(world, actor, command)
  return isRefused(answer) ? answer.refused : null
}

/** The latest order of a party. */
export const orderOf = ({ orders }: World, party: PartyId): Exclude<Order, { status: 'absent' }> => {
  const order = Object.values(orders).findLast((each) => each.status !== 'absent' && each.party === party)
  if (!order || order.status === 'absent') throw new Error(`${party} has no order`)
  return order
}

export const says =
  (role: Role, command: OrderCommand): Step =>
  (world) =>
    sure(onOrder(world, worker(role), orderOf(world, partyOf(role)), command))

export const passes =
  (milliseconds: number): Step =>
  (world) =>
    after(world, milliseconds)

export const RAISE: Command<'RaiseMatter'> = {
  type: 'RaiseMatter',
  id: 'mat_1',
  procedure: SMALL,
  seating: SEATING,
  community: COMMUNITY,
  place: null,
  path: PATH,
  where: '三号楼门口',
  title: '路灯不亮',
  text: '三号楼门口的路灯不亮三天了',
  photos: [],
  raiser: RAISER_ID,
  name: null,
  phone: null,
  publicity: 'nameless',
  channel: 'code',
  code: '123456782',
  linkDigest: 'digest',
}
export const raised = asks(RAISER, RAISE)

const SORTING = { level: 'II', colour: 'yellow', size: 'small', kind: 'lighting' } as const
export const sorting = (change: Partial<Command<'SortMatter'>['sorting']> = {}, procedure = SMALL): MatterCommand => ({
  type: 'SortMatter',
  sorting: { ...SORTING, ...change },
  procedure,
})
export const sorted = asks(STAFF, sorting())
export const sortedAsJoint = asks(STAFF, sorting({ level: 'III' }, JOINT))

/** The first party leads. */
export const placing = (...roles: readonly Role[]): Command<'PlaceOrders'> => ({
  type: 'PlaceOrders',
  orders: roles.map((role, index) => ({ party: partyOf(role), lead: index === 0, task: '换灯' })),
  whistled: false,
})
export const placed = (...roles: readonly Role[]): Step => asks(STAFF, placing(...roles))

export const ACCEPT: OrderCommand = { type: 'AcceptOrder', note: '这就去' }
export const DECLINE: OrderCommand = { type: 'DeclineOrder', reason: '不归我们' }
export const COMPLETE: OrderCommand = { type: 'CompleteOrder', text: '换好了', photos: ['pho_1'], figures: [] }
export const report = (underControl: boolean): OrderCommand => ({
  type: 'ReportProgress',
  text: '已断电',
  photos: [],
  figures: [],
  underControl,
})
export const handOn = (role: Role): OrderCommand => ({ type: 'TransferOrder', to: partyOf(role), reason: '他们有梯子' })

export const accepted = (role: Role): Step => says(role, ACCEPT)
export const declined = (role: Role): Step => says(role, DECLINE)
export const completed = (role: Role): Step => says(role, COMPLETE)
export const rating = (score: number): MatterCommand => ({ type: 'RateMatter', score, text: '' })
export const rated = (score: number): Step => asks(RAISER, rating(score))
export const revisiting = (found: 'solved' | 'not-solved'): MatterCommand => ({
  type: 'RevisitMatter',
  found,
  note: '去看过了',
  photos: [],
  figures: [],
})
export const ANSWER: MatterCommand = { type: 'GiveAnswer', text: '灯已换好', figures: [] }
export const answered = asks(STAFF, ANSWER)
export const taking = (outcome: string): MatterCommand => ({ type: 'TakeOutcome', outcome, note: '' })
export const talking = (result: Command<'RecordTalk'>['result']): MatterCommand => ({
  type: 'RecordTalk',
  result,
  summary: '大家说了说',
  figures: [],
})
export const signing = (seat: string, verdict: Command<'SignMatter'>['verdict']): Command<'SignMatter'> => ({
  type: 'SignMatter',
  seat,
  verdict,
  reason: '看过了',
  conditions: [],
})
export const pausing = (until: Command<'PauseClocks'>['until']): MatterCommand => ({
  type: 'PauseClocks',
  reason: '等配件',
  until,
})
