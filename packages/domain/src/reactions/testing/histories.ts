// Whole histories for property tests: a vocabulary of everything that can be asked, and a diligent committee that ends a matter.
import { type Actor, CLOCK, DAY, HOUR, ROLES, isRefused, later } from '../../kernel/index.ts'
import { type MatterCommand, type NotedProceeding, stageOfMatter } from '../../matter/index.ts'
import { COMMUNITY, RAISER_ID, partyOf } from '../../matter/testing/community.ts'
import { FORMAL, JOINT, SMALL } from '../../matter/testing/procedures.ts'
import type { OrderCommand } from '../../order/index.ts'
import { isUnfinished } from '../../procedure/index.ts'
import {
  ACCEPT,
  ANSWER,
  COMPLETE,
  DECLINE,
  RAISE,
  handOn,
  pausing,
  placing,
  rating,
  report,
  revisiting,
  signing,
  sorting,
  taking,
  talking,
} from './story.ts'
import { type World, after, onMatter, onOrder, open } from './world.ts'

/** Raised the matter, wears every hat, and belongs to every party: only the state of things can refuse this person. */
export const EVERYBODY_AT_ONCE: Actor = {
  kind: 'person',
  person: RAISER_ID,
  hats: ROLES.map((role) => ({ role, community: COMMUNITY, path: '', party: partyOf(role) })),
}

const OUTCOMES = [
  ...new Set(
    [...SMALL.stages, ...JOINT.stages, ...FORMAL.stages].flatMap((stage) => stage.outcomes.map(({ key }) => key)),
  ),
]
const leadless = (command: Extract<MatterCommand, { type: 'PlaceOrders' }>): MatterCommand => ({
  ...command,
  orders: command.orders.map((order) => ({ ...order, lead: false })),
})

const NOTE_PROJECT: MatterCommand = {
  type: 'NoteProceeding',
  proceeding: { kind: 'project', id: 'prj_1', status: 'running' },
  resolved: [],
}

const COMMANDS: readonly MatterCommand[] = [
  RAISE,
  sorting(),
  sorting({ level: 'III' }, JOINT),
  placing('property'),
  placing('property', 'police'),
  placing('police', 'counsel', 'branch'),
  leadless(placing('department')),
  leadless(placing('property', 'department')),
  ...(['agreed', 'settled', 'not-agreed'] as const).map(talking),
  ...(['branch', 'committee'] as const).flatMap((seat) => [signing(seat, 'approved'), signing(seat, 'returned')]),
  { ...signing('branch', 'approved'), conditions: ['不砍树'] },
  { type: 'MeetCondition', condition: 'cnd_1', note: '看过了', photos: [] },
  sorting({}, FORMAL),
  NOTE_PROJECT,
  ANSWER,
  ANSWER,
  ...[1, 3, 5].map(rating),
  revisiting('solved'),
  revisiting('not-solved'),
  { type: 'CodifyMatter', title: '路灯公约', text: '坏了当天报' },
  ...OUTCOMES.map(taking),
  { type: 'ResumeClocks' },
  { type: 'ListMatter', reason: '拖太久' },
  { type: 'UnlistMatter', reason: '好了' },
  { type: 'AddRemark', text: '还没好', photos: [] },
  { type: 'NudgeMatter' },
  { type: 'CorrectMatter', field: 'title', value: '灯', reason: '写错' },
  { type: 'LinkMatter', to: 'mat_2', relation: 'similar' },
  { type: 'LinkMatter', to: 'mat_2', relation: 'duplicate' },
  { type: 'ReopenMatter', reason: '又坏了' },
  { type: 'WakeMatter' },
  { type: 'RecountClocks' },
  { type: 'AddRemark', text: '', photos: [], recording: { recording: 'rec_1', sha256: 'ab', seconds: 30 } },
  { type: 'TranscribeRecording', recording: 'rec_1', text: '灯坏了', title: null },
  { type: 'WithdrawConsent' },
  { type: 'NoteControl', order: 'ord_1' },
  { type: 'NoteOrder', order: 'ord_1', status: 'done', photos: 1, reason: '' },
]

/** Everything that may be asked of a matter, at any time, sensible or not. */
export const MATTER_VOCABULARY: readonly ((world: World) => MatterCommand)[] = [
  ...COMMANDS.map((command) => () => command),
  ...[2 * HOUR, 9 * DAY].map(
    (pause) =>
      ({ now }: World) =>
        pausing(later(now, pause)),
  ),
]

export const ORDER_VOCABULARY: readonly OrderCommand[] = [
  ACCEPT,
  ACCEPT,
  DECLINE,
  COMPLETE,
  COMPLETE,
  { type: 'CompleteOrder', text: '好了', photos: [], figures: [] },
  report(true),
  report(false),
  handOn('police'),
  handOn('volunteer'),
  { type: 'WithdrawOrder', reason: '' },
]

const tries = (world: World, command: MatterCommand): World => {
  const answer = onMatter(world, EVERYBODY_AT_ONCE, command)
  return isRefused(answer) ? world : answer
}

const works = (world: World): World => {
  let so = world
  for (const { order } of open(world).facts.orders.filter(isUnfinished))
    for (const command of [ACCEPT, COMPLETE]) {
      const answer = onOrder(so, EVERYBODY_AT_ONCE, so.orders[order]!, command)
      if (!isRefused(answer)) so = answer
    }
  return so
}

/** A proceeding of this visit that has run and ended well, as it tells its matter. */
const ends = (world: World, kind: NotedProceeding['kind']): World => {
  const { visit } = open(world).course
  const ended = {
    meeting: { kind: 'meeting', id: `mtg_${visit}`, status: 'ended', quorate: true, result: 'agreed' },
    poll: { kind: 'poll', id: `pol_${visit}`, status: 'ended', passed: true },
    draw: { kind: 'draw', id: `drw_${visit}`, status: 'ended' },
    notice: { kind: 'notice', id: `ntc_${visit}`, status: 'ended', unanswered: 0, upheld: 0 },
    project: { kind: 'project', id: `prj_${visit}`, status: 'ended' },
  } as const satisfies Record<NotedProceeding['kind'], NotedProceeding>
  const answer = onMatter(world, CLOCK, { type: 'NoteProceeding', proceeding: ended[kind], resolved: [] })
  return isRefused(answer) ? world : answer
}

const meetsConditions = (world: World): World =>
  open(world)
    .facts.conditions.filter(({ met }) => !met)
    .reduce((so, { condition }) => tries(so, { type: 'MeetCondition', condition, note: '看过了', photos: [] }), world)

const asProject = (world: World): World => {
  const met = meetsConditions(world)
  return met.matter.status === 'open' && stageOfMatter(met.matter).act === 'do' ? ends(met, 'project') : met
}

const next = (world: World): World => {
  switch (stageOfMatter(open(world)).act) {
    case 'raise':
    case 'sort':
      return tries(world, sorting())
    case 'discuss':
      return open(world).procedure === FORMAL ? ends(world, 'meeting') : tries(world, talking('agreed'))
    case 'decide':
      return ends(world, 'poll')
    case 'publish':
      return ends(world, 'notice')
    case 'review':
    case 'inspect':
      return tries(world, signing('branch', 'approved'))
    case 'assign':
      return tries(
        tries(tries(world, placing('property', 'police')), leadless(placing('counsel', 'branch'))),
        taking('placed'),
      )
    case 'do': {
      if (open(world).procedure === FORMAL) return asProject(world)
      const done = works(meetsConditions(world))
      return done === world ? tries(tries(world, placing('property')), leadless(placing('volunteer'))) : done
    }
    case 'rate':
      return tries(world, rating(5))
    case 'revisit':
      return tries(after(world, 8 * DAY), revisiting('solved'))
    case 'codify':
      return tries(world, taking('not-now'))
    case 'close':
      return tries(tries(world, ANSWER), taking('solved'))
  }
}

/** A diligent committee does what the stage asks for until the matter is closed, or gives up. */
export const broughtHome = (world: World, steps = 30): World =>
  world.matter.status !== 'open' || steps === 0 ? world : broughtHome(next(world), steps - 1)
