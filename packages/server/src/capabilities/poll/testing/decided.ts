// An owners' vote of the town of the fence tests, walked through its own doors up to the result that stands.
import type { PollFile, PollVoter } from '@yishi/contract/poll'
import type { Instant } from '@yishi/domain/kernel'
import type { Caller } from '../../../fences/people.ts'
import { passIn } from '../../../fences/steps.ts'
import type { Town } from '../../../fences/town.ts'
import { NOTICE, draftIn } from './draft.ts'
import { adoptFor, atAssembly, settleOwners } from './owners.ts'

const doorsOf = (town: Town) => {
  const act = async <T>(who: Caller, path: string, json: object = {}): Promise<T> => {
    const answer = await town.as(who, { method: 'POST', url: `/api/${path}`, json })
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.text}`)
    return answer.json() as T
  }
  const pass = (to: string) => passIn(town, to as Instant)
  return { act, pass }
}

export const votesIn = (town: Town) => {
  const { act, pass } = doorsOf(town)
  return {
    act,
    pass,
    voters: async (poll: string): Promise<PollVoter[]> =>
      (await town.as('staff', { method: 'GET', url: `/api/polls/${poll}/voters` })).json(),
    /** The house with its owners, and a procedure that they decide by. */
    settle: async () => {
      await settleOwners(town)
      await adoptFor(town, 'owners-ordinary', 'cn-civil-code-278-ordinary')
    },
    open: async (question = '更换物业公司，好不好？'): Promise<PollFile> => {
      const matter = await atAssembly(town, 'owners-ordinary')
      const { poll } = await act<PollFile>(
        'staff',
        `matters/${matter}/polls`,
        draftIn(town, { question: { type: 'for-against', text: question, explanation: '三家比过。' } }),
      )
      const { assembly } = await act<PollFile>('staff', `polls/${poll}/announce`, NOTICE)
      await pass(assembly!.opensAt)
      return act<PollFile>('staff', `polls/${poll}/open`)
    },
    cast: (who: Caller, poll: string, choice: string) =>
      town.as(who, { method: 'POST', url: `/polls/${poll}`, form: { step: 'cast', choice } }),
    count: async ({ poll, assembly }: PollFile): Promise<PollFile> => {
      await pass(assembly!.closesAt)
      await act('staff', `polls/${poll}/count`)
      return act<PollFile>('branch', `polls/${poll}/count`)
    },
    settleResult: async ({ poll }: PollFile): Promise<PollFile> => {
      const result = { ...NOTICE, title: '表决结果公示', days: 7 }
      const { objections } = await act<PollFile>('staff', `polls/${poll}/show`, result)
      await pass(objections!.endsAt)
      return act<PollFile>('staff', `polls/${poll}/confirm`)
    },
  }
}
