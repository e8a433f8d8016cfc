// What tests of meetings look at again and again: its matter, its page, what was told of it, and its entries in the ledger.
import type { MatterFile } from '@yishi/contract/matter'
import type { Instant } from '@yishi/domain/kernel'
import { SUN } from '../../../fences/building.ts'
import type { Caller } from '../../../fences/people.ts'
import { passIn } from '../../../fences/steps.ts'
import type { Town } from '../../../fences/town.ts'
import { inCommunities } from '../../../kernel/database/tenancy.ts'
import { post } from './hall.ts'

export const codeOf = (answer: Awaited<ReturnType<typeof post>>): string => (answer.json() as { code: string }).code

export const meetingRoom = (town: () => Town) => {
  const get = async <T>(who: Caller, url: string): Promise<T> => (await town().as(who, { method: 'GET', url })).json()
  const fileOf = (matter: string) => get<MatterFile>('staff', `/api/matters/${matter}`)
  const pageOf = async (code: string) => (await town().as('visitor', { method: 'GET', url: `/meetings/${code}` })).text
  const tellAll = async () => {
    for (const { kind, data } of town().jobs.splice(0)) await town().handlers[kind]!(town().ctx, [data])
  }
  const advance = (to: Instant) => passIn(town(), to)
  const entriesOf = (subject: string) =>
    inCommunities(town().ctx.db, [SUN], (trx) =>
      trx
        .selectFrom('ledger_entry')
        .select(['type', 'leaf'])
        .where('subject', '=', subject)
        .orderBy('entry_id')
        .execute(),
    )
  return { get, fileOf, pageOf, tellAll, advance, entriesOf }
}
