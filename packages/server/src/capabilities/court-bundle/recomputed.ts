// What the verifier recomputes a vote from, as files of a bundle: written part by part, each part read by its keys in a transaction of its own, because nothing of it changes any more.
import { BUNDLE_DATA, type BundledResult } from '@yishi/domain/court-bundle'
import type { Selectable } from 'kysely'
import type { Context } from '../../kernel/context.ts'
import type { Transaction } from '../../kernel/database/tables.ts'
import { readIn } from '../../kernel/database/tenancy.ts'
import type { Subject } from '../../kernel/store.ts'
import type { PollId } from '@yishi/domain/kernel'
import { type PollRow, exportHead, votersIn } from '../poll/index.ts'
import { type LogPath, keptAt } from './ledger-query.ts'
import { listFrom } from './list-query.ts'
import type { Progress } from './progress.ts'
import type { Pieces, Spool } from './spool.ts'

/** So many rows are held at once, and everybody else waits for so many at most. */
export const PART = 1000

export type Reading = { readonly ctx: Context; readonly subject: Subject<PollId> }

export const reading = <T>({ ctx, subject }: Reading, work: (trx: Transaction) => Promise<T>): Promise<T> =>
  readIn(ctx.db, [subject.community], work)

/** Pieces of text that are one array of JSON, whatever its length. */
async function* arrayOf<Row>(parts: AsyncIterable<readonly Row[]>): AsyncGenerator<string> {
  let first = true
  yield '['
  for await (const rows of parts) {
    if (rows.length === 0) continue
    yield `${first ? '' : ','}${rows.map((row) => JSON.stringify(row)).join(',')}`
    first = false
  }
  yield ']'
}

/** Everything but the arrays, left open for the first of them. */
const openObject = (head: object): string => JSON.stringify(head).slice(0, -1)

async function* partsOfList(at: Reading) {
  for (let from = 0; ; from += PART) {
    const voters = await reading(at, (trx) => listFrom(trx, at.subject, { from, most: PART }))
    if (voters.length === 0) return
    yield voters
  }
}

async function* partsOfVotes(at: Reading) {
  for (let after = ''; ;) {
    const voters = await reading(at, (trx) => votersIn(trx, at.subject, { after, most: PART }))
    if (voters.length === 0) return
    yield voters
    after = voters.at(-1)!.voter
  }
}

async function* partsOfLog(at: Reading, { places }: LogPath) {
  for (let from = 0; from < places.length; from += PART)
    yield await reading(at, (trx) => keptAt(trx, at.subject, places.slice(from, from + PART)))
}

async function* pollFile(at: Reading, row: Selectable<PollRow>) {
  yield `${openObject(exportHead(row))},"voters":`
  yield* arrayOf(partsOfVotes(at))
  yield '}'
}

async function* listFile(at: Reading) {
  yield `${openObject({ poll: at.subject.id })},"voters":`
  yield* arrayOf(partsOfList(at))
  yield '}'
}

async function* leavesOf(at: Reading, path: LogPath) {
  for await (const kept of partsOfLog(at, path)) yield kept.map(({ leaf }) => leaf)
}

type Salts = { count: string }

/** What opens the figures that the last of the tellers entered is met on the way. */
async function* openingsOf(at: Reading, path: LogPath, salts: Salts) {
  for await (const kept of partsOfLog(at, path)) {
    const openings = kept.map(({ openings: each }) => each)
    salts.count = openings.findLast((each) => each['figures'])?.['figures']?.salt ?? salts.count
    yield openings
  }
}

async function* ledgerFile(at: Reading, path: LogPath, salts: Salts) {
  const { size, places, nodes, checkpoint } = path
  yield `{"log":${openObject({ size, places })},"leaves":`
  yield* arrayOf(leavesOf(at, path))
  yield `,"nodes":${JSON.stringify(nodes)},"checkpoint":${JSON.stringify(checkpoint)}},"openings":`
  yield* arrayOf(openingsOf(at, path, salts))
  yield '}'
}

type Known = { readonly row: Selectable<PollRow>; readonly path: LogPath }

const resultOf = (row: Selectable<PollRow>, salts: Salts): BundledResult => ({
  status: row.status === 'decided' ? 'decided' : 'preliminary',
  figures: row.figures!,
  passed: row.outcome!.passed,
  chosen: [...row.outcome!.chosen],
  countSalt: salts.count,
})

async function* counted(pieces: Pieces, tell: () => Promise<void>) {
  for await (const piece of pieces) {
    await tell()
    yield piece
  }
}

export const writeData = async (
  at: Reading,
  spool: Spool,
  { row, path, progress }: Known & { readonly progress: Progress },
): Promise<void> => {
  const salts: Salts = { count: '' }
  const files: readonly (readonly [path: string, pieces: Pieces])[] = [
    [BUNDLE_DATA.poll, pollFile(at, row)],
    [BUNDLE_DATA.list, listFile(at)],
    [BUNDLE_DATA.ledger, ledgerFile(at, path, salts)],
  ]
  for (const [number, [name, pieces]] of files.entries())
    await spool.write(
      name,
      counted(pieces, () => progress('lists', number / files.length)),
    )
  await spool.write(BUNDLE_DATA.result, [JSON.stringify(resultOf(row, salts))])
}
