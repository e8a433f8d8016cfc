// What tests of paper do again and again: a poll of three homes with its printed sheets, asked of and read through its own doors.
import type { RawBuilder } from 'kysely'
import type { Caller } from '../../../fences/people.ts'
import { rowsIn } from '../../../fences/steps.ts'
import type { Town } from '../../../fences/town.ts'
import { type OpenedPoll, openOwnersPoll } from './owners.ts'

const THREE = [{ owners: ['raiser'] }, { owners: ['neighbour'] }, { owners: ['volunteer', 'raiser'] }] as const
export const BACK = { where: 'paper', signed: true }
export const HANDED = { how: 'handed', to: '业主本人签收', told: true, warned: true }

export const papersIn = (town: () => Town) => {
  const act = async <T = { code: string }>(who: Caller, path: string, json: object, key = '') => {
    const headers: Record<string, string> = key ? { 'idempotency-key': key } : {}
    const answer = await town().as(who, { method: 'POST', url: `/api/polls/${path}`, json, headers })
    return { status: answer.status, body: answer.json() as T }
  }
  const read = async <T>(who: Caller, path: string): Promise<T> =>
    (await town().as(who, { method: 'GET', url: `/api/polls/${path}` })).json()
  const rows = <T>(query: RawBuilder<T>) => rowsIn(town(), query)
  /** The codes as they stand on the printed sheets, in the order of the list. */
  const printed = async ({ poll }: OpenedPoll): Promise<readonly string[]> => {
    const { status, text } = await town().as('staff', { method: 'GET', url: `/polls/${poll}/paper` })
    if (status !== 200) throw new Error(`the sheets were not printed: ${status}`)
    return [...text.matchAll(/data-code="([^"]+)"/gu)].map(([, code]) => code!)
  }
  const begin = async () => {
    const opened = await openOwnersPoll(town(), THREE)
    return { ...opened, codes: await printed(opened) }
  }
  return { act, read, rows, printed, begin }
}
