// How each step is asked for: by whom, and with which words; through the same doors that people use.
import type { MatterCommandName, OrderCommandName } from '@yishi/contract/matter-command'
import { type Actor, DAY, type Role, covers, later } from '@yishi/domain/kernel'
import type { OrderFact } from '@yishi/domain/procedure'
import type { MeetingStep, Step } from './course.ts'
import { type Neighbour, actorOf } from './people.ts'
import type { Going } from './scene.ts'

export type Asked =
  | { readonly actor: Actor; readonly matter: MatterCommandName; readonly body: object }
  | { readonly actor: Actor; readonly order: OrderFact; readonly name: OrderCommandName; readonly body: object }

const wearers = ({ people }: Going['scene'], role: Role): readonly Neighbour[] => {
  const found = people.byRole.get(role)
  if (!found?.length) throw new Error(`nobody in the demo is ${role}`)
  return found
}

export const anyOf = (going: Pick<Going, 'scene' | 'number'>, role: Role): Actor => {
  const all = wearers(going.scene, role)
  return actorOf(all[going.number % all.length]!)
}

export const gridWorkerAt = ({ scene }: Pick<Going, 'scene'>, path: string): Actor => {
  const near = wearers(scene, 'grid-worker').find(({ hats }) => hats.some((hat) => covers(hat.path, path)))
  return actorOf(near ?? wearers(scene, 'staff')[0]!)
}

const partyOf = ({ people }: Going['scene'], role: Role): string => {
  const party = people.parties.get(role)
  if (!party) throw new Error(`the demo has no party for ${role}`)
  return party
}

const ordersFor = ({ told, track, scene }: Going) => {
  const again = track.declined && told.then_to
  const roles = again ? [told.then_to!] : told.decline ? told.to.slice(0, 1) : told.to
  return roles.map((role, index) => ({ party: partyOf(scene, role), lead: index === 0, task: told.task || told.title }))
}

const DESK: Readonly<Record<string, (going: Going) => readonly [MatterCommandName, object]>> = {
  sort: ({ told }) => {
    const procedure = told.method ?? (told.sorting.level === 'I' ? 'level-one-response' : undefined)
    return ['sort', { ...told.sorting, ...(procedure ? { procedure } : {}) }]
  },
  link: ({ twin }) => ['link', { to: twin?.subject.id ?? '', relation: 'duplicate' }],
  talk: ({ told }) => [
    'record-talk',
    { result: told.to.length > 0 ? 'agreed' : 'settled', summary: told.talk ?? '大家都说了，意见一致。' },
  ],
  place: (going) => ['place-orders', { orders: ordersFor(going), whistle: going.told.whistle ?? false }],
  answer: ({ told }) => ['answer', { text: told.done || '情况都跟您说清楚了，有事再找我们。' }],
  revisit: () => ['revisit', { found: 'solved', note: '到现场看过，没有反复。' }],
  codify: ({ told }) => ['codify', { title: told.rule ?? told.title, text: told.done ?? told.text }],
  pause: ({ told, scene }) => ['pause', { reason: told.pause, until: later(scene.clock.now(), 12 * DAY) }],
}

const reportText = ({ told }: Going): string => told.work ?? '正在办。'
const doneText = ({ told, track }: Going): string =>
  track.ratings > 0 && told.then_done ? told.then_done : told.done || '办好了。'

const onOrder = async (going: Going, step: Extract<Step, { order: OrderFact }>): Promise<Asked> => {
  const role = [...going.scene.people.parties].find(([, party]) => party === step.order.party)?.[0] ?? 'staff'
  const asked = { actor: anyOf(going, role), order: step.order, name: step.do }
  const { told } = going
  switch (step.do) {
    case 'accept':
      return { ...asked, body: {} }
    case 'decline':
      return { ...asked, body: { reason: told.decline } }
    case 'report':
      return {
        ...asked,
        body: {
          text: reportText(going),
          photos: await going.scene.photos(told.picture, 'during'),
          underControl: told.control ?? false,
        },
      }
    case 'complete':
      return { ...asked, body: { text: doneText(going), photos: await going.scene.photos(told.picture, 'after') } }
  }
}

const ratingOf = ({ told, track }: Going) =>
  track.ratings > 0 ? { score: told.then ?? 4, text: '' } : { score: told.score ?? 5, text: told.says ?? '' }

export const askFor = async (going: Going, step: Exclude<Step, MeetingStep>): Promise<Asked> => {
  if ('order' in step) return onOrder(going, step)
  const holder: Actor = { kind: 'link-holder', matter: going.subject.id }
  switch (step.do) {
    case 'rate':
      return { actor: holder, matter: 'rate', body: ratingOf(going) }
    case 'nudge':
      return { actor: holder, matter: 'nudge', body: {} }
    case 'reopen':
      return { actor: holder, matter: 'reopen', body: { reason: going.told.reopen } }
    case 'list':
      return { actor: anyOf(going, 'street-office'), matter: 'list', body: { reason: going.told.listed } }
    case 'sign':
      return { actor: anyOf(going, 'branch'), matter: 'sign', body: { seat: step.seat, verdict: 'approved' } }
    case 'take':
      return { actor: anyOf(going, 'staff'), matter: 'take-outcome', body: { outcome: step.outcome } }
    default: {
      const [name, body] = DESK[step.do]!(going)
      return { actor: anyOf(going, 'staff'), matter: name, body }
    }
  }
}
