// Counting the ballots that hold: heads once, areas as they are, contradictions of one owner as the rule says, silence with its proofs. RULES R1.7–R1.9, R1.32.
import { headRoom } from './electorate.ts'
import type { Figures, ZoneFigures } from './figures.ts'
import { asCounted, marksOf, namedBy, namesSeveral, scoresOf } from './marking.ts'
import { type Amounts, type Measure, type Sum, amountsOf, emptySum, exactUnits } from './measure.ts'
import type { Question } from './question.ts'
import type { PollRule } from './rule.ts'

/** What is on file for a ballot that never came back: `proven` is delivery, announcement and warning together (R1.31). */
export type Proof = 'none' | 'delivered' | 'proven'

/** One voter of the list with the ballot that holds; `choice` is null where none came back. */
export type ListedBallot = {
  readonly head: number
  readonly zone: string
  readonly amounts: Amounts
  readonly choice: readonly string[] | null
  readonly proof: Proof
}

type Asking = { readonly rule: PollRule; readonly question: Question }

const SILENT = -1
const INVALID = 0
const ABSTAIN = 1

type Chosen = Pick<ListedBallot, 'head' | 'choice'>

type Marks = {
  /** What stands on each ballot, as a number; the same marks in another order are the same. */
  readonly codes: Int32Array
  readonly keysOf: readonly (readonly string[])[]
}

const read = (question: Question, listed: readonly Chosen[]): Marks => {
  const known = new Map<string, number>([
    ['invalid', INVALID],
    ['abstain', ABSTAIN],
  ])
  const keysOf: (readonly string[])[] = [['invalid'], ['abstain']]
  const codeOf = (choice: readonly string[]): number => {
    const counted = asCounted(question, choice)
    const written = counted.length === 1 ? counted[0]! : counted.join('|')
    const code = known.get(written)
    if (code !== undefined) return code
    known.set(written, keysOf.length)
    return keysOf.push(counted) - 1
  }
  const codes = new Int32Array(listed.length)
  listed.forEach(({ choice }, index) => {
    codes[index] = choice ? codeOf(choice) : SILENT
  })
  return { codes, keysOf }
}

const UNSEEN = -1
const MIXED = -2

/** What each head has marked: one thing, nothing yet, or things that contradict one another. */
const headMarks = (listed: readonly Chosen[], codes: Int32Array, heads: number): Int32Array => {
  const marks = new Int32Array(heads).fill(UNSEEN)
  listed.forEach(({ head }, index) => {
    const code = codes[index]!
    if (code === SILENT) return
    const before = marks[head]!
    marks[head] = before === UNSEEN || before === code ? code : MIXED
  })
  return marks
}

/** Heads whose ballots contradict one another, in the order of their numbers (R1.9). */
const mixedIn = (marks: Int32Array): readonly number[] => {
  const mixed: number[] = []
  marks.forEach((mark, head) => {
    if (mark === MIXED) mixed.push(head)
  })
  return mixed
}

type Resolved = {
  readonly listed: readonly ListedBallot[]
  readonly marks: Marks
  readonly heads: Int32Array
  readonly split: boolean
}

/** The code with which a returned ballot counts for everything but heads. */
const codeAt = ({ marks, heads, split, listed }: Resolved, index: number): number =>
  heads[listed[index]!.head] === MIXED && !split ? INVALID : marks.codes[index]!

/** The code with which a head counts: contradictory marks are none at all, or an abstention. */
const headCode = ({ heads, split }: Resolved, head: number): number => {
  const mark = heads[head]!
  return mark === MIXED ? (split ? ABSTAIN : INVALID) : mark
}

type Bucket = Readonly<Record<Measure, Sum>>
const bucket = (): Bucket => ({ heads: emptySum(), households: emptySum(), area: emptySum(), zones: emptySum() })

const ADDED = ['households', 'area', 'zones'] as const

type Buckets = { readonly byCode: readonly Bucket[]; readonly silent: Bucket; readonly proven: Bucket }

/** Adds what a ballot weighs; of heads only the first of each. */
const weigh = ({ amounts }: ListedBallot, to: Bucket) => {
  for (const measure of ADDED) if (measure in amounts) to[measure].add(exactUnits(amounts, measure))
}
const once = (seen: Uint8Array, head: number, to: Bucket) => {
  if (seen[head]) return
  seen[head] = 1
  to.heads.add(1)
}

/** Whoever has voted with one unit is not silent with another: that one takes part where delivery is enough, and follows nobody. */
const fill = (resolved: Resolved, only: Iterable<number>): Buckets => {
  const { listed, marks, heads } = resolved
  const buckets = { byCode: marks.keysOf.map(bucket), silent: bucket(), proven: bucket() }
  const [cast, silent, proven] = [0, 0, 0].map(() => new Uint8Array(heads.length)) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ]
  for (const index of only) {
    const ballot = listed[index]!
    if (marks.codes[index] !== SILENT) {
      weigh(ballot, buckets.byCode[codeAt(resolved, index)]!)
      once(cast, ballot.head, buckets.byCode[headCode(resolved, ballot.head)]!)
    } else if (ballot.proof !== 'none') {
      weigh(ballot, buckets.silent)
      if (heads[ballot.head] !== UNSEEN) continue
      once(silent, ballot.head, buckets.silent)
      if (ballot.proof !== 'proven') continue
      weigh(ballot, buckets.proven)
      once(proven, ballot.head, buckets.proven)
    }
  }
  return buckets
}

type Counted = Omit<Figures, 'zones'>

type Counting = { readonly asking: Asking; readonly keysOf: Marks['keysOf']; readonly byCode: readonly Bucket[] }

/** Of the ballots that name anything, each kind of ballot with how many there are of it. */
const kindsIn = ({ asking: { rule }, keysOf, byCode }: Counting) =>
  keysOf.flatMap((keys, code) => {
    const count = Number(byCode[code]![rule.measures[0]!].total())
    return code > ABSTAIN && count > 0 ? [{ keys, count }] : []
  })

const ordersIn = (counting: Counting): NonNullable<Figures['orders']> =>
  kindsIn(counting)
    .map(({ keys, count }) => ({ order: [...keys], count }))
    .toSorted((a, b) => b.count - a.count || (a.order.join() < b.order.join() ? -1 : 1))

const pointsIn = (counting: Counting, highest: number): NonNullable<Figures['points']> => {
  const kinds = kindsIn(counting).map(({ keys, count }) => ({ scores: scoresOf(keys), count }))
  const giving = (key: string, points: number) =>
    kinds.reduce((sum, { scores, count }) => sum + (scores[key] === points ? count : 0), 0)
  const marks = marksOf(counting.asking.question)
  return Object.fromEntries(
    marks.map((key) => [key, Array.from({ length: highest + 1 }, (_, points) => giving(key, points))]),
  )
}

/** What totals alone do not tell: orders of preference, and how many gave how many points. */
const preferencesIn = (counting: Counting): Pick<Figures, 'orders' | 'points'> => {
  const { question } = counting.asking
  if (question.type === 'ranked') return { orders: ordersIn(counting) }
  return question.type === 'scored' ? { points: pointsIn(counting, question.highest) } : {}
}

const figuresOf = (asking: Asking, keysOf: Marks['keysOf'], buckets: Buckets): Counted => {
  const { rule, question } = asking
  const sumUp = (all: readonly Bucket[]): Amounts =>
    amountsOf((measure) =>
      rule.measures.includes(measure) ? all.reduce((sum, each) => sum + each[measure].total(), 0n) : null,
    )
  const named = keysOf.map((keys) => namedBy(question, keys))
  const where = (holds: (keys: readonly string[]) => boolean) =>
    sumUp(buckets.byCode.filter((_, code) => holds(named[code]!)))
  const marks = marksOf(question)
  const silence = rule.silent.some((regime) => regime !== 'strict')
  return {
    present: where(() => true),
    votes: Object.fromEntries(marks.map((key) => [key, where((keys) => keys.includes(key))])),
    ...(namesSeveral(question) && { cast: where((keys) => keys.some((key) => marks.includes(key))) }),
    ...preferencesIn({ asking, keysOf, byCode: buckets.byCode }),
    abstain: where((keys) => keys.includes('abstain')),
    invalid: where((keys) => keys.includes('invalid')),
    ...(silence && { silent: sumUp([buckets.silent]), proven: sumUp([buckets.proven]) }),
  }
}

const totalOf = ({ rule }: Asking, listed: readonly ListedBallot[], only: readonly number[]): Amounts =>
  amountsOf((measure) => {
    if (!rule.measures.includes(measure) || measure === 'zones') return null
    if (measure === 'heads') return BigInt(new Set(only.map((index) => listed[index]!.head)).size)
    const sum = emptySum()
    for (const index of only) sum.add(exactUnits(listed[index]!.amounts, measure))
    return sum.total()
  })

const zonesOf = (asking: Asking, resolved: Resolved): readonly ZoneFigures[] => {
  const { listed, marks } = resolved
  const byZone = Map.groupBy(listed.keys(), (index) => listed[index]!.zone)
  return [...byZone].map(([zone, only]) => ({
    zone,
    electorate: totalOf(asking, listed, only),
    figures: figuresOf(asking, marks.keysOf, fill(resolved, only)),
  }))
}

export type Count = { readonly figures: Figures; readonly contradictory: readonly number[] }

/** Whoever hands in a ballot is there; who says nothing in the hall is noted as abstaining. */
export const countListed = (asking: Asking, listed: readonly ListedBallot[]): Count => {
  const marks = read(asking.question, listed)
  const heads = headMarks(listed, marks.codes, headRoom(listed))
  const resolved = { listed, marks, heads, split: asking.rule.contradiction === 'split' }
  const whole = figuresOf(asking, marks.keysOf, fill(resolved, listed.keys()))
  const zones = asking.rule.zones ? { zones: [...zonesOf(asking, resolved)] } : {}
  return { figures: { ...whole, ...zones }, contradictory: mixedIn(heads) }
}

export const countBallots = (asking: Asking, listed: readonly ListedBallot[]): Figures =>
  countListed(asking, listed).figures
