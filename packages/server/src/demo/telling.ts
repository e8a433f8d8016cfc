// Tells the past of one community: all its matters in the order of time, every step through the rules, up to this moment.
import { localDateOf } from '@yishi/domain/calendar'
import { type Actor, HOUR, type Instant, MINUTE, VISITOR, isRefused, later } from '@yishi/domain/kernel'
import { wakesAt } from '@yishi/domain/matter'
import { actOnMatter, actOnOrder, raiseMatter, readMatter } from '../capabilities/matter/index.ts'
import { markRead } from '../capabilities/message/index.ts'
import { inCommunities } from '../kernel/database/tenancy.ts'
import { sequence } from '../kernel/sequencer.ts'
import { anyOf, askFor, gridWorkerAt } from './acts.ts'
import { alertsOf } from './alerts.ts'
import { ownersVotes } from './assemblies.ts'
import { type MeetingStep, type Standing, type Step, NO_TRACK, isMeetingStep, nextStep } from './course.ts'
import { drawsOf } from './draws.ts'
import { sharedBudgets } from './budgets.ts'
import { waitingClaim } from './claims.ts'
import { tellGroups } from './groups.ts'
import { committeeTerm } from './committee.ts'
import { secretElections } from './elections.ts'
import { call, close, meet } from './meetings.ts'
import { raisedAt, takenAt } from './pace.ts'
import { rankingsOf } from './rankings.ts'
import { pastRounds } from './rounds.ts'
import { POLL_STEPS, type PollStep } from './poll-steps.ts'
import { takePollStep } from './polling.ts'
import { publish, standingNotice } from './notices.ts'
import type { Event, Going, Scene } from './scene.ts'
import { ticketsTaken } from './tickets.ts'
import type { Told } from './told.ts'

const RESIDENTS_PHONE = '1990000'

const raiserOf = (scene: Scene, told: Told, number: number, path: string): Actor => {
  // The resident for whom the demo prints a link.
  if (told.resident) return anyOf({ scene, number: 0 }, 'resident')
  if (told.helped) return anyOf({ scene, number: 1 }, 'resident')
  if (told.by === 'patrol' || told.by === 'door') return gridWorkerAt({ scene }, path)
  return told.by === 'code' || told.by === 'web' ? VISITOR : anyOf({ scene, number }, 'staff')
}

const wordsOf = async (scene: Scene, { text, title, spoken }: Told) =>
  spoken ? { text: '', recording: await scene.voice(spoken) } : { text, title }

const raise = async (scene: Scene, told: Told, number: number): Promise<Going['subject']> => {
  const spot = scene.ground.spots.get(told.at)
  if (!spot) throw new Error(`the demo has no place ${told.at}`)
  const { ctx, performer, community } = scene
  const asked = {
    ...(await wordsOf(scene, told)),
    channel: told.by,
    publicity: told.publicity ?? ('nameless' as const),
    photos: [...(await scene.photos(told.picture, 'before'))],
    ...(told.name ? { name: told.name } : {}),
    ...(told.helped ? { name: told.helped, help: { way: 'in-person' as const, unit: '' } } : {}),
    ...(told.phone || told.name ? { phone: `${RESIDENTS_PHONE}${5000 + number}` } : {}),
  }
  const actor = raiserOf(scene, told, number, spot.path)
  const receipt = await raiseMatter({ ctx, performer, actor, key: undefined }, asked, { community, ...spot })
  if (isRefused(receipt)) throw new Error(`${told.from} could not be raised: ${receipt.refused}`)
  return { community, id: receipt.matter as Going['subject']['id'] }
}

const stateOf = async ({ scene, subject }: Going): Promise<Standing> => {
  const known = scene.seen.get(subject.id)
  if (known) return known
  const held = await inCommunities(scene.ctx.db, [subject.community], (trx) => readMatter(trx, subject))
  if (!held) throw new Error(`${subject.id} was raised and is not there`)
  return held.state
}

const isPollStep = (step: Step['do']): step is PollStep => (POLL_STEPS as readonly string[]).includes(step)

const note = ({ track }: Going, { do: done }: Step): void => {
  if (done === 'report') track.reported = true
  if (done === 'rate') track.ratings += 1
  if (done === 'decline') track.declined = true
  if (done === 'reopen') track.reopened = true
  if (done === 'link') track.linked = true
  if (isPollStep(done)) track.polled = [...track.polled, done]
  // A second round of work is reported anew.
  if (done === 'rate' && track.ratings === 1) track.reported = false
}

const takePoll = async (going: Going, step: PollStep): Promise<void> => {
  const matter = await stateOf(going)
  if (matter.status === 'closed') throw new Error(`${going.told.from} is closed before its vote`)
  await takePollStep(going, step, { matter, staff: anyOf(going, 'staff'), branch: anyOf(going, 'branch') })
  note(going, { do: step })
}

const takeMeeting = async (going: Going, step: MeetingStep): Promise<void> => {
  if (step.do === 'meet') return meet(going)
  if (step.do === 'adjourn') return close(going)
  const matter = await stateOf(going)
  return matter.status === 'open' ? call(going, matter) : undefined
}

const take = async (going: Going, step: Step): Promise<void> => {
  if (isMeetingStep(step)) return takeMeeting(going, step)
  if (isPollStep(step.do)) return takePoll(going, step.do)
  if (step.do === 'hang' || step.do === 'object') return publish(going, step)
  const { ctx, performer } = going.scene
  const asked = await askFor(going, step)
  const deed = { ctx, performer, actor: asked.actor, key: undefined }
  const outcome =
    'order' in asked
      ? await actOnOrder({ ...deed, subject: { ...going.subject, id: asked.order.order } }, asked.name, asked.body)
      : await actOnMatter({ ...deed, subject: going.subject }, asked.matter, asked.body)
  if (isRefused(outcome)) throw new Error(`${going.told.from}: ${step.do} is refused: ${outcome.refused}`)
  note(going, step)
}

/** The next step of its people, or the moment at which time itself moves the matter, whichever comes first. */
const upcoming = async (going: Going, now: Instant, from: Instant): Promise<Event | null> => {
  const { told, number, track, scene } = going
  const matter = await stateOf(going)
  const step = nextStep(told, track, matter)
  const here = scene.clock.now()
  const taken = step ? takenAt({ told, number, now }, step, matter, track.meeting?.next ?? from) : null
  const at = taken && taken < here ? here : taken
  const wakes = matter.status === 'open' ? wakesAt(matter) : null
  if (wakes && (at === null || wakes <= at)) {
    const wake = async () => {
      await scene.performer.wake(scene.ctx, 'matter', going.subject)
      return upcoming(going, now, from)
    }
    return { at: wakes > here ? wakes : here, run: wake }
  }
  if (!step || !at) return null
  const run = async () => {
    await take(going, step)
    return upcoming(going, now, at)
  }
  return { at, run }
}

type Past = { readonly scene: Scene; readonly now: Instant; readonly begun: Going[] }

const begin = ({ scene, now, begun }: Past, told: Told, number: number): Event => {
  const at = raisedAt({ told, number, now })
  const run = async () => {
    const subject = await raise(scene, told, number)
    const twin = told.duplicate ? begun.find((going) => going.told.from === told.from) : undefined
    const going: Going = { scene, told, number, subject, track: { ...NO_TRACK }, twin }
    begun.push(going)
    return upcoming(going, now, at)
  }
  return { at, run }
}

/** The office reads its inbox every evening; today's is still unread. */
const readInboxes = ({ ctx, community, people }: Scene, at: Instant): Promise<void> =>
  inCommunities(ctx.db, [community], async (trx) => {
    for (const { person } of people.rows.persons) await markRead(trx, { persons: [person], message: null, at })
  })

/** Runs events in the order of time until none is left before `now`; the log gets its place and its checkpoint day by day. */
export const tellPast = async (scene: Scene, told: readonly Told[], now: Instant): Promise<void> => {
  const past: Past = { scene, now, begun: [] }
  const unread = later(now, -14 * HOUR)
  const evening: Event = { at: unread, run: async () => (await readInboxes(scene, unread), null) }
  const chat: Event = { at: later(now, -20 * MINUTE), run: async () => (await tellGroups(scene), null) }
  const besides = [
    evening,
    chat,
    standingNotice(scene, now),
    ...sharedBudgets(scene, now),
    waitingClaim(scene, now),
    ticketsTaken(scene, now),
    ...alertsOf(scene, now),
    ...drawsOf(scene, now),
    ...secretElections(scene, now),
    ...ownersVotes(scene, now),
    ...committeeTerm(scene, now),
    ...rankingsOf(scene, now),
    ...(await pastRounds(scene, now)),
  ]
  const events: Event[] = [...besides, ...told.map((each, number) => begin(past, each, number))]
  for (;;) {
    events.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    const event = events.shift()
    if (!event || event.at >= now) break
    const day = localDateOf(scene.clock.now())
    await scene.clock.advanceTo(event.at)
    if (localDateOf(event.at) !== day) await sequence(scene.ctx, scene.community)
    const next = await event.run()
    if (next) events.push(next)
  }
  await scene.clock.advanceTo(now)
  await sequence(scene.ctx, scene.community)
}
