// The doors of secret elections, as tests go through them.
import type { ElectionFileView } from '@yishi/contract/election-file'
import { localDateOf } from '@yishi/domain/calendar'
import { expect } from 'vitest'
import type { Caller } from '../../../fences/people.ts'
import type { Town } from '../../../fences/town.ts'

export const electionDoors = (town: () => Town) => {
  const act = async <T = { code: string }>(who: Caller, path: string, json: object = {}) => {
    const answer = await town().as(who, { method: 'POST', url: `/api/elections${path}`, json })
    return { status: answer.status, body: answer.json() as T }
  }
  const done = async (who: Caller, path: string, json: object = {}): Promise<ElectionFileView> => {
    const { status, body } = await act<ElectionFileView>(who, path, json)
    expect(status, JSON.stringify(body)).toBeLessThan(300)
    return body
  }
  const look = (who: Caller, url: string) => town().as(who, { method: 'GET', url })
  const today = () => localDateOf(town().ctx.clock.now())
  /** Every job runs twice, as it may. */
  const tellAll = async () => {
    const jobs = town().jobs.splice(0)
    for (const { kind, data } of [...jobs, ...jobs]) await town().handlers[kind]!(town().ctx, [data])
  }
  return { act, done, look, today, tellAll }
}
