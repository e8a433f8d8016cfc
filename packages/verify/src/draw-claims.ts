// Draws again from a pool and what its sources came to (RFC 3797): the same computation that made the draw, on anybody's own machine.
import { parseArgs } from 'node:util'
import { DRAW_HASHES, type DrawHash, LARGEST_POOL, type SourceValue, keyOf, select } from '@yishi/domain/draw'
import type { Json } from '@yishi/domain/ledger'
import { exactJson } from './exact-json.ts'
import { type Command, type Outcome, badInput, isOutcome } from './outcome.ts'

const USAGE = `yishi draw FILE [--hash ${DRAW_HASHES.join('|')}] [--steps]`

type Fields = Readonly<Record<string, unknown>>
type Lot = string | number
type Claim = {
  readonly pool: readonly Lot[]
  readonly key: string
  readonly count: number
  /** What the file says that it came to; absent where it only asks. */
  readonly claimed: { readonly key?: unknown; readonly selected?: unknown }
}
type Question = { readonly path: string; readonly hash: DrawHash; readonly steps: boolean }

const question = (args: readonly string[]): Question | Outcome => {
  try {
    const options = { hash: { type: 'string', default: 'sha256' }, steps: { type: 'boolean', default: false } } as const
    const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true })
    const [path, ...more] = positionals
    const hash = DRAW_HASHES.find((each) => each === values.hash)
    if (path === undefined || more.length > 0 || !hash) return badInput('usage', USAGE)
    return { path, hash, steps: values.steps }
  } catch {
    return badInput('usage', USAGE) // an option that nobody knows
  }
}

const isLot = (value: unknown): value is Lot =>
  (typeof value === 'string' && value.trim() !== '') || (typeof value === 'number' && Number.isSafeInteger(value))

/** Lots that nobody can tell apart on paper are one: `1` and `"1"`, the same letters written in two ways. */
const spelled = (lot: Lot): string => String(lot).trim().normalize('NFC')

const poolIn = ({ pool }: Fields): readonly Lot[] | Outcome => {
  if (!Array.isArray(pool) || pool.length === 0 || !pool.every(isLot)) return badInput('unreadable-claim', 'pool')
  if (pool.length > LARGEST_POOL) return badInput('pool-too-large', `at most ${LARGEST_POOL}`)
  const seen = new Set<string>()
  const twice = pool.find((lot) => seen.size === seen.add(spelled(lot)).size)
  return twice === undefined ? pool : badInput('lot-twice', String(twice))
}

const isValue = (value: unknown): value is Lot => typeof value === 'string' || typeof value === 'number'
const isSource = (value: unknown): value is SourceValue =>
  Array.isArray(value) ? value.every(isValue) : isValue(value)

const keyIn = ({ sources }: Fields): string | Outcome => {
  const key = Array.isArray(sources) && sources.every(isSource) ? keyOf(sources) : null
  return key ?? badInput('unreadable-claim', 'sources')
}

/** A number, or text of its digits. */
const wholeIn = (value: unknown): number | null => {
  const number = typeof value === 'string' && /^\d{1,5}$/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : null
}

const claimIn = (value: unknown): Claim | Outcome => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return badInput('unreadable-claim', 'it is no object')
  const fields = value as Fields
  const pool = poolIn(fields)
  if (isOutcome(pool)) return pool
  const key = keyIn(fields)
  if (typeof key === 'object') return key
  const count = wholeIn(fields['count'])
  if (count === null || count < 1) return badInput('unreadable-claim', 'count')
  if (count > pool.length) return badInput('count-exceeds-pool', `${count} of ${pool.length}`)
  const { key: claimedKey, selected } = fields
  const claimed = {
    ...(claimedKey === undefined ? {} : { key: claimedKey }),
    ...(selected === undefined ? {} : { selected }),
  }
  return { pool, key, count, claimed }
}

type Answer = { readonly holds: boolean; readonly answer: { readonly [key: string]: Json } }

const drawn = ({ pool, key, count, claimed }: Claim, { hash, steps: told }: Question): Answer => {
  const steps = select({ key, size: pool.length, count, hash })
  const selected = steps.map(({ position }) => pool[position - 1]!)
  const found = { key, selected }
  const says = Object.entries(claimed)
  const holds = says.every(
    ([name, value]) => JSON.stringify(value) === JSON.stringify(found[name as keyof typeof found]),
  )
  return {
    holds,
    answer: {
      ...(says.length > 0 ? { holds } : {}),
      ...found,
      ...(told ? { hash, steps: steps.map((step) => ({ ...step })) } : {}),
    },
  }
}

/** Of a file that says what it came to, whether that is so; of one that only asks, what it comes to. */
export const drawClaims: Command = {
  usage: USAGE,
  run: (args, read) => {
    const asked = question(args)
    if (isOutcome(asked)) return asked
    const text = read(asked.path)
    if (text === null) return badInput('unreadable-file', asked.path)
    const value = exactJson(text)
    if (value === undefined) return badInput('not-json', asked.path)
    const claims = (Array.isArray(value) ? (value as unknown[]) : [value]).map(claimIn)
    if (claims.length === 0) return badInput('nothing-to-check', asked.path)
    const bad = claims.find(isOutcome)
    if (bad) return bad
    const results = (claims as readonly Claim[]).map((claim) => drawn(claim, asked))
    const holds = results.every((result) => result.holds)
    const answers = results.map(({ answer }) => answer)
    return { exit: holds ? 0 : 1, answer: Array.isArray(value) ? { holds, results: answers } : answers[0]! }
  },
}
