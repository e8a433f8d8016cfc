// How jobs lie in rows of the queue: what one transaction wants of one kind is one row, because a row costs more than most of the work.
import type { JobResult } from 'pg-boss'
import type { Context } from './context.ts'
import type { JobDraft } from './job-draft.ts'
import { plainError } from './log.ts'

/** Does all jobs of a kind that wait. Any of them may run twice: its work must bear that. */
export type JobHandler = (ctx: Context, all: readonly JobDraft['data'][]) => Promise<void>

/** Handed over at once: whoever asks something of this process meanwhile waits no longer than for these. */
const AT_ONCE = 50

/** Kept as one row of the queue where one transaction wants several of a kind. */
const MOST_IN_A_ROW = 100

type Several = { readonly all: readonly JobDraft['data'][] }
export type Row = { readonly id: string; readonly data: JobDraft['data'] | Several }
type Failed = { readonly data: JobDraft['data']; readonly cause: unknown }

export const rowsOf = (all: readonly JobDraft['data'][]): readonly Pick<Row, 'data'>[] =>
  all.length === 1
    ? [{ data: all[0]! }]
    : Array.from({ length: Math.ceil(all.length / MOST_IN_A_ROW) }, (_, row) => ({
        data: { all: all.slice(row * MOST_IN_A_ROW, (row + 1) * MOST_IN_A_ROW) },
      }))

const isSeveral = (data: Row['data']): data is Several => typeof data['all'] === 'object'

export const jobsIn = ({ data }: Row): readonly JobDraft['data'][] => (isSeveral(data) ? data.all : [data])

/** Where a batch fails each of its jobs is tried alone, so that a bad one holds up no other. */
const settle = async (handle: JobHandler, ctx: Context, jobs: readonly JobDraft['data'][]): Promise<Failed[]> => {
  try {
    await handle(ctx, jobs)
    return []
  } catch (cause) {
    if (jobs.length === 1) return jobs.map((data) => ({ data, cause }))
    const failed: Failed[] = []
    for (const job of jobs) failed.push(...(await settle(handle, ctx, [job])))
    return failed
  }
}

export const settleAll = async (
  handle: JobHandler,
  ctx: Context,
  jobs: readonly JobDraft['data'][],
): Promise<Failed[]> => {
  const failed: Failed[] = []
  for (let from = 0; from < jobs.length; from += AT_ONCE)
    failed.push(...(await settle(handle, ctx, jobs.slice(from, from + AT_ONCE))))
  return failed
}

export type Outcome = { readonly result: JobResult; readonly apart: readonly Failed[] }

/** What is told of each row; of a row of several those that failed go on as rows of their own, `apart`. */
export const outcomesOf = (rows: readonly Row[], failed: readonly Failed[]): readonly Outcome[] => {
  const known = new Map(failed.map((each) => [each.data, each]))
  return rows.map((row): Outcome => {
    const jobs = jobsIn(row)
    const own = jobs.flatMap((data) => known.get(data) ?? [])
    return own.length > 0 && jobs.length === 1
      ? { result: { id: row.id, status: 'failed', output: plainError(own[0]!.cause) }, apart: [] }
      : { result: { id: row.id, status: 'completed' }, apart: own }
  })
}
