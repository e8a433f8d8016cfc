// An assembly of owners for tests, through its own doors: drafted, announced, opened, voted in, and read again.
import type { PollFile, PollVoter } from '@yishi/contract/poll'
import type { Instant } from '@yishi/domain/kernel'
import type { RawBuilder } from 'kysely'
import type { Caller } from '../../../fences/people.ts'
import { actIn, passIn, rowsIn } from '../../../fences/steps.ts'
import { type Town, openTown } from '../../../fences/town.ts'
import { NOTICE, draftIn } from './draft.ts'
import { adoptFor, atAssembly, settleOwners } from './owners.ts'

export const openOwnersTown = async (): Promise<Town> => {
  const town = await openTown()
  await settleOwners(town)
  await adoptFor(town, 'owners-ordinary', 'cn-civil-code-278-ordinary')
  return town
}

export const assemblyIn = (town: () => Town) => {
  const act = <T = { code: string; detail: string }>(who: Caller, path: string, json?: object) =>
    actIn(town())<T>(who, path, json)
  const read = async <T>(who: Caller, path: string): Promise<T> =>
    (await town().as(who, { method: 'GET', url: `/api/${path}` })).json()
  const pass = (to: Instant) => passIn(town(), to)
  const done = async (path: string, json?: object): Promise<PollFile> => {
    const { status, body } = await act<PollFile>('staff', path, json)
    if (status >= 300) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`)
    return body
  }
  const drafted = async (more: object = {}): Promise<PollFile> =>
    done(`matters/${await atAssembly(town(), 'owners-ordinary')}/polls`, draftIn(town(), more))
  const announced = async (more: object = {}): Promise<PollFile> =>
    done(`polls/${(await drafted(more)).poll}/announce`, NOTICE)
  const opened = async (more: object = {}): Promise<PollFile> => {
    const { poll, assembly } = await announced(more)
    await pass(assembly!.opensAt)
    return done(`polls/${poll}/open`)
  }
  return {
    act,
    read,
    pass,
    drafted,
    announced,
    opened,
    errorOf: async (who: Caller, path: string, json?: object) => (await act(who, path, json)).body.code,
    fileOf: (poll: string) => read<PollFile>('staff', `polls/${poll}`),
    votersOf: (poll: string) => read<PollVoter[]>('staff', `polls/${poll}/voters`),
    rows: <T>(query: RawBuilder<T>) => rowsIn(town(), query),
    vote: (who: Caller, poll: string, choice = 'for', key = '') =>
      town().as(who, { method: 'POST', url: `/polls/${poll}`, form: { step: 'cast', choice, ...(key && { key }) } }),
  }
}
