// What the people of the demo do next with a matter: whatever its procedure asks of them at the stage where it stands.
import type { Instant, MeetingId, NoticeId } from '@yishi/domain/kernel'
import type { OpenMatter } from '@yishi/domain/matter'
import { type OrderFact, type Stage, stageOfProcedure } from '@yishi/domain/procedure'
import type { ClosedMatter } from '@yishi/domain/matter'
import { type PollStep, pollNext } from './poll-steps.ts'
import type { Told } from './told.ts'

export type Standing = OpenMatter | ClosedMatter

/** What has been done so far that the matter itself does not tell. */
export type Track = {
  reported: boolean
  ratings: number
  declined: boolean
  reopened: boolean
  linked: boolean
  polled: readonly PollStep[]
  /** The meeting that was called, and when it goes on; null where it goes no further. */
  meeting: { readonly id: MeetingId; readonly met: boolean; readonly next: Instant | null } | null
}
export const NO_TRACK: Track = {
  reported: false,
  ratings: 0,
  declined: false,
  reopened: false,
  linked: false,
  polled: [],
  meeting: null,
}

/** Meetings are acted on by themselves (meetings.ts). */
export type MeetingStep = { readonly do: 'call' | 'meet' | 'adjourn' }
export const isMeetingStep = (step: Step): step is MeetingStep => ['call', 'meet', 'adjourn'].includes(step.do)

export type Step =
  | MeetingStep
  | {
      readonly do:
        | 'sort'
        | 'link'
        | 'talk'
        | 'place'
        | 'answer'
        | 'rate'
        | 'revisit'
        | 'codify'
        | 'pause'
        | 'list'
        | 'nudge'
        | 'reopen'
    }
  | { readonly do: PollStep }
  | { readonly do: 'hang' }
  | { readonly do: 'object'; readonly notice: NoticeId }
  | { readonly do: 'take'; readonly outcome: string }
  | { readonly do: 'sign'; readonly seat: string }
  | { readonly do: 'accept' | 'decline' | 'report' | 'complete'; readonly order: OrderFact }

const onOrder = (told: Told, track: Track, matter: OpenMatter): Step | null => {
  const { orders } = matter.facts
  const order = orders.find(({ status }) => status === 'placed') ?? orders.find(({ status }) => status === 'accepted')
  if (!order) return null
  if (order.status === 'placed') return { do: told.decline && !track.declined ? 'decline' : 'accept', order }
  if (told.work && order.lead && !track.reported) return { do: 'report', order }
  return beside(told, matter) ?? { do: 'complete', order }
}

/** What happens while the work drags on. */
const beside = (told: Told, { course, listed, nudgedAt }: OpenMatter): Step | null => {
  if (told.pause && !course.clocks.some(({ paused, pauses }) => paused || pauses.length > 0)) return { do: 'pause' }
  if (told.listed && !listed) return { do: 'list' }
  return told.nudge && !nudgedAt ? { do: 'nudge' } : null
}

/** The seats whose approval opens the stage's first way on. */
const signing = ({ outcomes }: Stage, { facts }: OpenMatter): Step | null => {
  const gates = outcomes[0]?.gates ?? []
  const seats = gates.flatMap((gate) => (gate.gate === 'signed-by' && gate.verdict === 'approved' ? [gate.seat] : []))
  const open = seats.find((seat) => !facts.thisVisit.signatures.some((signature) => signature.seat === seat))
  return open ? { do: 'sign', seat: open } : null
}

const closing = (told: Told, { facts }: OpenMatter): Step => {
  if (told.rule && facts.conventions.length === 0) return { do: 'take', outcome: 'make-it-a-rule' }
  return facts.answered ? { do: 'take', outcome: told.answered ? 'close-answered' : 'close-solved' } : { do: 'answer' }
}

const codifying = ({ facts }: OpenMatter): Step => {
  if (facts.conventions.length === 0) return { do: 'codify' }
  return facts.answered ? { do: 'take', outcome: 'recorded' } : { do: 'answer' }
}

const atOnce = ({ facts }: OpenMatter): Step =>
  facts.answered ? { do: 'take', outcome: 'answered-at-once' } : { do: 'answer' }

/** Called, then held in two steps: people sit down, and they close with a result. */
const meeting = ({ stands }: NonNullable<Told['meeting']>, track: Track): Step | null => {
  if (!track.meeting) return { do: 'call' }
  if (stands === 'called' || track.meeting.next === null) return null
  return { do: track.meeting.met ? 'adjourn' : 'meet' }
}

/** Hung, objected to, and then it waits for its answer. */
const publishing = ({ notice }: Told, { facts }: OpenMatter): Step | null => {
  if (!notice) return null
  const hung = facts.proceedings.find((each) => each.kind === 'notice')
  if (!hung) return { do: 'hang' }
  return hung.unanswered === 0 && hung.status === 'running' ? { do: 'object', notice: hung.id } : null
}

const asked = (told: Told, track: Track, matter: OpenMatter): Step | null => {
  const stage = stageOfProcedure(matter.procedure, matter.course.stage)
  switch (stage.act) {
    case 'sort':
      return told.duplicate && !track.linked ? { do: 'link' } : { do: 'sort' }
    case 'discuss':
      return told.meeting ? meeting(told.meeting, track) : { do: 'talk' }
    case 'assign':
      return told.answered ? atOnce(matter) : { do: 'place' }
    case 'do':
      return onOrder(told, track, matter)
    case 'review':
    case 'inspect':
      return signing(stage, matter)
    case 'rate':
      return { do: 'rate' }
    case 'revisit':
      return { do: 'revisit' }
    case 'close':
      return closing(told, matter)
    case 'codify':
      return codifying(matter)
    case 'decide':
      return { do: pollNext(matter, track.polled) }
    case 'publish':
      return publishing(told, matter)
    case 'raise':
      return null
  }
}

/** Null where nothing more is told. A matter that was opened again waits to be handed out anew. */
export const nextStep = (told: Told, track: Track, matter: Standing): Step | null => {
  if (matter.status === 'closed') return told.reopen && !track.reopened ? { do: 'reopen' } : null
  if (track.reopened) return null
  const step = asked(told, track, matter)
  return step?.do === told.until ? null : step
}
