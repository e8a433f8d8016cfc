// A vote of representatives for tests, through its own doors: a matter that stands where they decide, drafted, opened, voted in.
import type { MatterFile } from '@yishi/contract/matter'
import type { PollFile } from '@yishi/contract/poll'
import type { RawBuilder } from 'kysely'
import { talkedOver } from '../../../fences/ground.ts'
import { type Caller, personId } from '../../../fences/people.ts'
import { rowsIn } from '../../../fences/steps.ts'
import type { Town } from '../../../fences/town.ts'

export const VOTERS: readonly Caller[] = ['raiser', 'neighbour', 'volunteer']

export const draft = (more: object = {}) => ({
  rule: 'cn-residents-representatives',
  way: 'ballots',
  question: { type: 'for-against', text: '三号楼前装两把长椅？', explanation: '靠墙放。' },
  electorate: { voters: VOTERS.map((key) => ({ person: personId(key) })) },
  ...more,
})

type Answered<T> = { readonly status: number; readonly body: T }
const sure = <T>({ status, body }: Answered<T>, wanted: number): T => {
  if (status !== wanted) throw new Error(`expected ${wanted}, got ${status}: ${JSON.stringify(body)}`)
  return body
}

export const representativesIn = (town: () => Town) => {
  const act = async <T = { code: string }>(
    who: Caller,
    path: string,
    json: object = {},
    headers: Record<string, string> = {},
  ) => {
    const answer = await town().as(who, { method: 'POST', url: `/api/${path}`, json, headers })
    return { status: answer.status, body: answer.json() as T }
  }
  const read = async <T>(who: Caller, path: string): Promise<T> =>
    (await town().as(who, { method: 'GET', url: `/api/${path}` })).json()

  /** A matter at the stage where its representatives decide. */
  const atVote = (more: object = {}): Promise<string> => {
    const raised = { title: '长椅装在哪里', ...more }
    return talkedOver(town(), { procedure: 'four-steps', raised, talks: ['大家愿意装'] })
  }

  const begin = async (matter: string, more: object = {}): Promise<string> => {
    const { poll } = sure(await act<PollFile>('staff', `matters/${matter}/polls`, draft(more)), 201)
    sure(await act('staff', `polls/${poll}/open`), 200)
    return poll
  }
  const vote = (who: Caller, poll: string, choice = 'for', key = '') =>
    town().as(who, { method: 'POST', url: `/polls/${poll}`, form: { step: 'cast', choice, ...(key && { key }) } })
  const fileOf = (poll: string) => read<PollFile>('staff', `polls/${poll}`)
  const matterOf = (matter: string) => read<MatterFile>('staff', `matters/${matter}`)
  const rows = <T>(query: RawBuilder<T>) => rowsIn(town(), query)
  return { act, read, atVote, begin, vote, fileOf, matterOf, rows }
}
