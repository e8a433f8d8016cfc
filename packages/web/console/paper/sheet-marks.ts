// From what a reader has typed off a sheet that ranks, scores or ticks to what is kept of it: as it stands there, and never mended.
import { type PreferenceQuestion, numberedMark, orderOnSheet } from '@yishi/domain/poll'

export type SheetMarked = {
  /** `''` where something is written beside the options; else the sheet as a whole. */
  readonly whole?: string
  /** The place or the points that are written beside an option. */
  readonly numbers?: Readonly<Record<string, number | null>>
  readonly ticks?: readonly string[]
}

/** Empty where nothing has been entered. */
export const choiceOnSheet = (
  { type, options }: PreferenceQuestion,
  { whole, numbers, ticks = [] }: SheetMarked,
): readonly string[] => {
  if (whole) return [whole]
  if (type === 'approval' || type === 'limited') return ticks
  const written = options.flatMap(({ key }) => {
    const number = numbers?.[key] ?? null
    return number === null ? [] : [[key, number] as const]
  })
  return type === 'ranked' ? orderOnSheet(written) : written.map(([key, points]) => numberedMark(key, points))
}
