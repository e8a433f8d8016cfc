// What every part of the sheet in somebody's hand is given.
import type { PaperSheet } from '@yishi/contract/paper-ballot'

export type SheetGiven = {
  readonly poll: string
  readonly code: string
  readonly sheet: PaperSheet
  /** There is more to do with it. */
  readonly next: (sheet: PaperSheet) => void
  /** The next one can be taken. */
  readonly finish: (sheet: PaperSheet) => void
}
