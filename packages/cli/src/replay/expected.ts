// What the interface must tell of a case afterwards, taken from its script alone.
import { type Figure, figuresSchema } from '@yishi/domain/matter'
import type { Instant } from '@yishi/domain/kernel'
import { ROOM_DEEDS, type RoomDeed, isRoomDeed } from './rooms/deeds.ts'
import { momentOf, raisedAt } from './moments.ts'
import type { Script, ScriptCase, ScriptSorting, ScriptStep } from './script.ts'

/** The entry of the story that a command leaves; the ways out leave one of two and are seen in the end. */
const ENTRY: Partial<Record<ScriptStep['do'], string>> = {
  sort: 'MatterSorted',
  'place-orders': 'OrdersPlaced',
  'record-talk': 'TalkRecorded',
  sign: 'MatterSigned',
  answer: 'AnswerGiven',
  rate: 'MatterRated',
  revisit: 'MatterRevisited',
  codify: 'ConventionRecorded',
  remark: 'RemarkAdded',
  pause: 'ClocksPaused',
  accept: 'OrderAccepted',
  decline: 'OrderDeclined',
  report: 'ProgressReported',
  complete: 'OrderCompleted',
}

/** Figures that the story shows beside its entry; a notice carries its own in its wording, and a poll has counts. */
export const figuresIn = ({ do: deed, with: told }: ScriptStep): readonly Figure[] =>
  deed.startsWith('notice/') || deed.startsWith('poll/') ? [] : figuresSchema.parse(told['figures'] ?? [])

const isOrderStep = (step: ScriptStep): boolean => step.do === 'report' || step.do === 'complete'

/** What the committee hangs by itself belongs to no matter's story. */
const roomEntry = ({ with: told }: ScriptStep, deed: RoomDeed): string | null =>
  deed === 'notice/hang' && 'kind' in told ? null : ROOM_DEEDS[deed].entry

const WORDS = ['text', 'summary', 'note', 'reason', 'answer'] as const

/** What the story says of a step; a notice is quoted by its title, and its words are read from its proof. */
const wordsIn = ({ do: deed, with: told }: ScriptStep): string => {
  const said = WORDS.map((name) => told[name]).filter((each) => typeof each === 'string')
  return deed === 'notice/hang' ? '' : (said.find((each) => each !== '') ?? '')
}

export type ToldEntry = {
  readonly id: string | null
  readonly type: string
  readonly at: Instant
  readonly words: string
}

export const entriesOf = (told: ScriptCase): readonly ToldEntry[] => [
  { id: 'raise', type: 'MatterRaised', at: raisedAt(told), words: told.raise.text },
  ...told.steps.flatMap((step) => {
    const at = momentOf(raisedAt(told), step.at)
    const type = isRoomDeed(step.do) ? roomEntry(step, step.do) : ENTRY[step.do]
    const entry = type ? [{ id: step.id ?? null, type, at, words: wordsIn(step) }] : []
    return step.places ? [...entry, { id: null, type: 'OrdersPlaced', at, words: '' }] : entry
  }),
]

export const TOLD_TYPES: ReadonlySet<string> = new Set([
  'MatterRaised',
  ...Object.values(ENTRY),
  ...Object.values(ROOM_DEEDS).flatMap(({ entry }) => entry ?? []),
])

const STATUS: Partial<Record<ScriptStep['do'], string>> = { accept: 'accepted', decline: 'declined', complete: 'done' }

type ToldOrder = { readonly party: string; status: string; readonly figures: Figure[] }

const placedBy = ({ do: deed, with: told, places }: ScriptStep): readonly string[] =>
  deed === 'place-orders'
    ? (told['orders'] as readonly { readonly party: string }[]).map(({ party }) => party)
    : (places ?? [])

/** Each order in the order of its placing: whose it is, how it ended, and which figures came with it. */
export const ordersOf = ({ parties }: Script, told: ScriptCase): readonly ToldOrder[] => {
  const orders: ToldOrder[] = []
  const current = new Map<string, ToldOrder>()
  for (const step of told.steps) {
    for (const party of placedBy(step)) {
      const order = { party: parties[party]?.name ?? party, status: 'placed', figures: [] }
      orders.push(order)
      current.set(party, order)
    }
    const order = current.get(step.of ?? step.by)
    const status = STATUS[step.do]
    if (order && status) order.status = status
    if (order && isOrderStep(step)) order.figures.push(...figuresIn(step))
    // A way out that somebody chooses takes back what is not finished.
    if (step.do === 'take-outcome')
      for (const open of orders) if (open.status === 'placed' || open.status === 'accepted') open.status = 'withdrawn'
  }
  return orders
}

/** What the raiser was answered, in order. */
export const answersOf = (told: ScriptCase): readonly string[] =>
  told.steps.filter((step) => step.do === 'answer').map((step) => String(step.with['text']))

export const sortingOf = (told: ScriptCase): ScriptSorting | null => {
  const step = told.steps.findLast((each) => each.do === 'sort')
  return step ? (step.with as unknown as ScriptSorting) : null
}

export const scoreOf = (told: ScriptCase): number | null =>
  (told.steps.findLast((step) => step.do === 'rate')?.with['score'] as number | undefined) ?? null
