// What the ledger keeps of each event of a matter: enums, numbers and ids in the open; words, people and photos, which their ids open, sealed.
import type { Clock } from '../clock/index.ts'
import type { EntriesOf, EntryDraft, Fact } from '../ledger/index.ts'
import type { Course } from '../procedure/index.ts'
import type { Voiced } from '../recording/index.ts'
import type { Figure } from './figure.ts'
import type { MatterEvent } from './event.ts'

const entry = (facts: Record<string, Fact | readonly Fact[]>, sealed: Record<string, unknown> = {}): EntryDraft => ({
  facts,
  sealed,
})

const clocksFacts = (clocks: readonly Clock[]) => ({
  clocks: clocks.map((clock) => `${clock.kind}:${clock.limit}:${clock.due}`),
})

const courseFacts = (course: Course) => ({
  stage: course.stage,
  visit: course.visit,
  responsible: course.responsible,
  ...clocksFacts(course.clocks),
})

const clockFacts = ({ kind, limit, due, breaches }: Clock) => ({ clock: kind, limit, due, breaches })

const withFigures = (figures: readonly Figure[]) => ({ figures })

/** The digest commits to the bytes; who has neither them nor the opening learns nothing of a voice. */
const withRecording = ({ recording }: Voiced) => (recording ? { recording } : {})

export const matterEntry: EntriesOf<MatterEvent> = {
  MatterRaised: (event) =>
    entry(
      {
        procedure: event.procedure.key,
        version: event.procedure.version,
        channel: event.channel,
        publicity: event.publicity,
        ...courseFacts(event.course),
      },
      {
        place: event.place,
        where: event.where,
        title: event.title,
        text: event.text,
        photos: event.photos,
        raiser: event.raiser,
        name: event.name,
        phone: event.phone,
        link: event.linkDigest,
        ...withRecording(event),
      },
    ),
  MatterSorted: ({ sorting, procedure }) => entry({ ...sorting, procedure: procedure.key, version: procedure.version }),
  OrdersPlaced: ({ orders, whistled, transferredFrom }) =>
    entry(
      {
        orders: orders.map(({ order }) => order),
        parties: orders.map(({ party }) => party),
        lead: orders.find(({ lead }) => lead)?.order ?? null,
        whistled,
        transferredFrom,
      },
      { tasks: orders.map(({ task }) => task) },
    ),
  OrderNoted: ({ order, status, photos }) => entry({ order, status }, { photos }),
  ControlReported: ({ order }) => entry({ order }),
  TalkRecorded: ({ result, summary, figures }) => entry({ result }, { summary, ...withFigures(figures) }),
  MatterSigned: ({ seat, verdict, reason, conditions }) =>
    entry(
      { seat, verdict, conditions: conditions.map(({ condition }) => condition) },
      { reason, asked: conditions.map(({ text }) => text) },
    ),
  ConditionMet: ({ condition, note, photos }) => entry({ condition }, { note, photos }),
  ProceedingNoted: ({ proceeding: { kind, id, status, visit } }) => entry({ kind, proceeding: id, status, visit }),
  AnswerGiven: ({ text, figures }) => entry({}, { text, ...withFigures(figures) }),
  MatterRated: ({ score, text, noted }) => entry({ score, noted }, { text }),
  MatterRevisited: ({ found, note, photos, figures }) => entry({ found }, { note, photos, ...withFigures(figures) }),
  ConventionRecorded: ({ convention, title, text }) => entry({ convention }, { title, text }),
  StageEntered: ({ outcome, course }) => entry({ outcome, ...courseFacts(course) }),
  MatterClosed: ({ outcome, end }) => entry({ outcome, end }),
  ClosedByLink: ({ end }) => entry({ end }),
  ClocksPaused: ({ until, reason }) => entry({ until }, { reason }),
  ClocksResumed: ({ clocks }) => entry(clocksFacts(clocks)),
  ClocksRecounted: ({ clocks }) => entry(clocksFacts(clocks)),
  ClocksStopped: ({ kinds }) => entry({ kinds }),
  ClockReminded: ({ clock }) => entry(clockFacts(clock)),
  ClockBreached: ({ clock }) => entry(clockFacts(clock)),
  MatterEscalated: ({ level, to }) => entry({ level, to }),
  MatterListed: ({ reason, byClock }) => entry({ byClock }, { reason }),
  MatterUnlisted: ({ reason }) => entry({}, { reason }),
  RemarkAdded: (event) =>
    entry({ byRaiser: event.byRaiser }, { text: event.text, photos: event.photos, ...withRecording(event) }),
  MatterNudged: () => entry({}),
  MatterCorrected: ({ field, value, reason }) => entry({ field }, { value, reason }),
  MatterLinked: ({ to, relation }) => entry({ to, relation }),
  MatterReopened: ({ reason, course }) => entry(courseFacts(course), { reason }),
  RecordingTranscribed: ({ isText, again, recording, text, title }) =>
    entry({ isText, again }, { recording, text, ...(title === null ? {} : { title }) }),
  ConsentGiven: ({ consent, text, way, name, phone, unit, paper }) =>
    entry({ consent, purpose: 'help', version: text, way }, { name, phone, unit, paper }),
  ConsentWithdrawn: ({ consent, byHelper }) => entry({ consent, byHelper }),
}

/** Events after which whoever raised the matter hears of it, by the channel that they used. */
export const HEARD_BY_RAISER: ReadonlySet<MatterEvent['type']> = new Set([
  'MatterRaised',
  'StageEntered',
  'AnswerGiven',
  'ClocksPaused',
  'ClocksResumed',
  'ClocksRecounted',
  'MatterClosed',
  'ClosedByLink',
  'MatterReopened',
])
