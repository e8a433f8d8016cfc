// What tests do in a town again and again: ask something of the API, let time go on, look into the tables.
import type { Instant } from '@yishi/domain/kernel'
import type { RawBuilder } from 'kysely'
import { inCommunities } from '../kernel/database/tenancy.ts'
import { runDue } from '../kernel/due.ts'
import { performer } from '../wiring.ts'
import { SUN } from './building.ts'
import type { Caller } from './people.ts'
import type { Town } from './town.ts'

export const actIn =
  (town: Town) =>
  async <T = { code: string; detail: string }>(who: Caller, path: string, json: object = {}) => {
    const answer = await town.as(who, { method: 'POST', url: `/api/${path}`, json })
    return { status: answer.status, body: answer.json() as T }
  }

/** With all that the clock rings for on the way. */
export const passIn = async (town: Town, to: Instant): Promise<void> => {
  await town.advanceTo(to)
  while ((await runDue(town.ctx, performer, to)) > 0);
}

export const rowsIn = async <T>(town: Town, query: RawBuilder<T>): Promise<readonly T[]> =>
  (await inCommunities(town.ctx.db, [SUN], (trx) => query.execute(trx))).rows
