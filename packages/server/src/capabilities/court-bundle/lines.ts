// The registers of a vote as a bundle reads them: a part at a time, and with each signed sheet the name under which its photo lies in the bundle.
import type { BundledStep, CourtLines } from '@yishi/contract/court-bundle'
import type { PhotoId } from '@yishi/domain/kernel'
import { createHash } from 'node:crypto'
import { readPhoto } from '../photo/index.ts'
import { PART, type Reading, reading } from './recomputed.ts'
import { type Step, type StepMark, stepsAfter, unitsFrom } from './record-query.ts'
import type { Listed } from './spool.ts'

/** A photo of a signed sheet, and under which name it lies in the bundle. */
export type Scan = { readonly photo: PhotoId; readonly listed: Listed }

const scanName = ({ number, place }: StepMark): string => `scans/${String(number).padStart(5, '0')}-${place}.webp`

/** Null where it was taken back. Never more than one is held. */
export const photoOf = async (at: Reading, id: PhotoId): Promise<Buffer | null> => {
  const { ctx, subject } = at
  const bytes = await reading(at, (trx) =>
    readPhoto(ctx, trx, { community: subject.community, id, size: 'large' }).then((found) => found ?? new Uint8Array()),
  )
  return bytes.length > 0 ? Buffer.from(bytes) : null
}

const stepOf = async (at: Reading, step: Step, scans: Scan[]): Promise<BundledStep> => {
  const { photo, place, ...rest } = step
  const content = photo && (await photoOf(at, photo))
  if (!photo || !content) return { ...rest, scan: null }
  const path = scanName({ number: step.number, place })
  const sha256 = createHash('sha256').update(content).digest('hex')
  scans.push({ photo, listed: { path, bytes: content.length, sha256 } })
  return { ...rest, scan: path }
}

/** First all units, then all lines of the registers; the photos of the sheets are noted on the way. */
export async function* linesOf(at: Reading, scans: Scan[]): AsyncGenerator<CourtLines> {
  for (let from = 0; ; from += PART) {
    const units = await reading(at, (trx) => unitsFrom(trx, at.subject, { from, most: PART }))
    if (units.length === 0) break
    yield { units, steps: [] }
  }
  for (let after: StepMark = { number: 0, place: 0 }; ;) {
    const found = await reading(at, (trx) => stepsAfter(trx, at.subject, { after, most: PART }))
    if (found.length === 0) return
    const steps: BundledStep[] = []
    for (const step of found) steps.push(await stepOf(at, step, scans))
    yield { units: [], steps }
    after = found.at(-1)!
  }
}
