// From the fields of the form to what the contract asks.
import type { AnnounceDraw, SourceDraft } from '@yishi/contract/draw'

/** Public lotteries by how they draw; their numbers are on every paper the same evening. */
const LOTTERIES = {
  'double-colour-red': { numbers: 6, least: 1, most: 33 },
  'double-colour-blue': { numbers: 1, least: 1, most: 16 },
  'super-lotto-front': { numbers: 5, least: 1, most: 35 },
} as const
export const SOURCE_CHOICES = ['double-colour-red', 'double-colour-blue', 'super-lotto-front', 'dice', 'drand'] as const
export type SourceChoice = (typeof SOURCE_CHOICES)[number]

export type SourceValues = {
  readonly choice: SourceChoice
  readonly name?: string
  readonly throws?: number
  readonly at?: string | null
}
export type RoundValues = { readonly name?: string; readonly pool?: string }
export type DrawValues = {
  readonly title: string
  readonly text?: string
  readonly rounds: readonly RoundValues[]
  /** Nothing typed: as many as the first pool holds. */
  readonly count?: number | null
  readonly sources: readonly SourceValues[]
  readonly objectionDays: number
}

const SIDES = 6

/** One a line; empty lines are nobody. */
export const lotsIn = (text = ''): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const sourceOf = ({ choice, name = '', throws = 0, at }: SourceValues): SourceDraft => {
  const when = at ?? ''
  if (choice === 'drand') return { kind: 'drand', at: when }
  if (choice === 'dice') return { kind: 'dice', name, throws, sides: SIDES, at: when }
  return { kind: 'lottery', name, ...LOTTERIES[choice], at: when }
}

type Where = Pick<AnnounceDraw, 'matter' | 'community'>

export const drawOf = (values: DrawValues, where: Where): AnnounceDraw => {
  const count = values.count ?? lotsIn(values.rounds[0]?.pool).length
  return {
    ...where,
    title: values.title,
    text: values.text ?? '',
    rounds: values.rounds.map(({ name = '', pool }) => ({ name, pool: lotsIn(pool), count })),
    sources: values.sources.map(sourceOf),
    objectionDays: values.objectionDays,
  }
}

/** Digits in any spacing, `3, 8、17`; null where something else was typed. */
export const numbersIn = (text: string): number[] | null => {
  const parts = text.split(/[\s,，、;；.]+/u).filter((part) => part !== '')
  return parts.length > 0 && parts.every((part) => /^\d{1,3}$/.test(part)) ? parts.map(Number) : null
}
