// One line of a verdict: an inequality with its numbers and the article that it rests on, in both languages.
import type { Measure } from './measure.ts'
import { written } from './measure.ts'
import type { ElectorateKind, Threshold } from './rule.ts'

export type Inequality = {
  readonly test: 'quorum' | 'majority'
  readonly measure: Measure
  /** As they are written, `31` or `20000.00`; null where the total was not given. */
  readonly part: string | null
  readonly whole: string | null
  readonly share: Threshold['share']
  readonly at: Threshold['at']
  /** Null: not evaluated, which never passes. */
  readonly holds: boolean | null
  readonly ref: string
  readonly zh: string
  readonly en: string
}

const PARTS = {
  present: { zh: '参加', en: 'Present' },
  participants: { zh: '参与表决', en: 'Took part' },
  for: { zh: '同意', en: 'For' },
  against: { zh: '反对', en: 'Against' },
} as const
const WHOLES = { present: PARTS.present, participants: PARTS.participants } as const
/** Who is called to a meeting is due there; owners, households and residents simply are all of them. */
const ALL = { zh: '全体', en: 'all' }
const DUE = { zh: '应到', en: 'due' }
const EVERYBODY: readonly ElectorateKind[] = ['owners', 'households', 'residents']

const UNITS = {
  heads: { zh: '人', en: '' },
  households: { zh: '户', en: ' households' },
  area: { zh: '平方米', en: ' m²' },
  zones: { zh: '个片区', en: ' zones' },
} as const
const MEASURE_NAMES = {
  heads: { zh: '人数', en: 'heads' },
  households: { zh: '户数', en: 'households' },
  area: { zh: '面积', en: 'area' },
  zones: { zh: '片区', en: 'zones' },
} as const

type Asked = {
  readonly test: Inequality['test']
  readonly threshold: Threshold
  readonly measure: Measure
  readonly electorate: ElectorateKind
}
type Found = { readonly part: bigint; readonly whole: bigint }

/** Nobody is not more than half of nobody: an empty whole never passes. */
const holdsFor = ({ at, share: [n, d] }: Threshold, { part, whole }: Found): boolean => {
  const [left, right] = [BigInt(d) * part, BigInt(n) * whole]
  return whole > 0n && (at === 'least' ? left >= right : left > right)
}

const relation = (left: bigint, right: bigint): string => (left === right ? '=' : left > right ? '>' : '<')

/** `3×31=93 ≥ 2×45=90`; where the test fails, how the numbers really stand. */
const products = ({ threshold: { at, share }, measure }: Asked, { part, whole }: Found, holds: boolean): string => {
  const [n, d] = [BigInt(share[0]), BigInt(share[1])]
  const [left, right] = [d * part, n * whole]
  const sign = holds && at === 'least' ? '≥' : relation(left, right)
  const side = (by: bigint, units: bigint, product: bigint) =>
    by === 1n ? written(measure, units) : `${by}×${written(measure, units)}=${written(measure, product)}`
  return `${side(d, part, left)} ${sign} ${side(n, whole, right)}`
}

const inOneLine = (claim: string, sum: string, article: string): string => `${claim} ${sum} (${article})`
const ONE_LINE = /^(?<claim>.*[？?]) (?<sum>.* [✓✗]) \((?<article>.*)\)$/u

export type SumParts = { readonly claim: string; readonly sum: string; readonly article: string }

/** Of a line as it is kept: what is asked, how the numbers stand, and the article; null of one that was not evaluated. */
export const sumPartsOf = (line: string): SumParts | null => {
  const { claim, sum, article } = ONE_LINE.exec(line)?.groups ?? {}
  return claim === undefined || sum === undefined || article === undefined ? null : { claim, sum, article }
}

const wordsOf = ({ threshold, electorate }: Asked) => {
  const everybody = EVERYBODY.includes(electorate) ? ALL : DUE
  return { part: PARTS[threshold.part], whole: threshold.whole === 'electorate' ? everybody : WHOLES[threshold.whole] }
}

const sentence = (asked: Asked, found: Found, holds: boolean) => {
  const { threshold, measure } = asked
  const { part, whole } = wordsOf(asked)
  const unit = UNITS[measure]
  const sign = threshold.at === 'least' ? '≥' : '>'
  const share = threshold.share[0] === threshold.share[1] ? '1' : threshold.share.join('/')
  const [a, b] = [written(measure, found.part), written(measure, found.whole)]
  const sum = `${products(asked, found, holds)} ${holds ? '✓' : '✗'}`
  const claim = {
    zh: `${part.zh} ${a} ${unit.zh} ÷ ${whole.zh} ${b} ${unit.zh} ${sign} ${share}？`,
    en: `${part.en} ${a}${unit.en} ÷ ${whole.en.toLowerCase()} ${b}${unit.en} ${sign} ${share}?`,
  }
  const { article } = threshold
  return { zh: inOneLine(claim.zh, sum, article.zh), en: inOneLine(claim.en, sum, article.en) }
}

const notEvaluated = ({ threshold: { article }, measure }: Asked) => {
  const name = MEASURE_NAMES[measure]
  return {
    zh: `${name.zh}：没有给出，未计算，不算通过 (${article.zh})`,
    en: `${name.en}: not given, not evaluated, so not passed (${article.en})`,
  }
}

/** `found` is null where the total of this measure, or its count, was not given. */
export const inequalityOf = (asked: Asked, found: Found | null): Inequality => {
  const { test, measure, threshold } = asked
  const { share, at, ref } = threshold
  const holds = found && holdsFor(threshold, found)
  return {
    test,
    measure,
    part: found && written(measure, found.part),
    whole: found && written(measure, found.whole),
    share,
    at,
    holds,
    ref,
    ...(found ? sentence(asked, found, holds === true) : notEvaluated(asked)),
  }
}
