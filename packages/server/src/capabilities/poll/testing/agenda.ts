// An agenda of two questions for tests, through its own doors: an ordinary matter and a special one (Civil Code 278), asked of the owners of one house.
import type { PollFile } from '@yishi/contract/poll'
import type { Instant } from '@yishi/domain/kernel'
import { actIn, passIn } from '../../../fences/steps.ts'
import type { Town } from '../../../fences/town.ts'
import { NOTICE, draftIn } from './draft.ts'
import { HOMES, adoptFor, atAssembly, settleOwners } from './owners.ts'

export const SPECIAL = {
  rule: 'cn-civil-code-278-special',
  question: { type: 'for-against', text: '筹集电梯更新资金，好不好？', explanation: '每平方米 20 元。' },
  topic: 'fund-raise',
  regime: 'strict',
  basis: '',
} as const

export const settleAssembly = async (town: Town, homes = HOMES): Promise<void> => {
  await settleOwners(town, homes)
  await adoptFor(town, 'owners-ordinary', 'cn-civil-code-278-ordinary')
}

const done = <T>(answer: { readonly status: number; readonly body: T }): T => {
  if (answer.status >= 300) throw new Error(JSON.stringify(answer.body))
  return answer.body
}

export const draftFirst = async (town: Town): Promise<PollFile> => {
  const matter = await atAssembly(town, 'owners-ordinary')
  return done(await actIn(town)<PollFile>('staff', `matters/${matter}/polls`, draftIn(town)))
}
export const addSpecial = async (town: Town, first: string): Promise<PollFile> =>
  done(await actIn(town)<PollFile>('staff', `polls/${first}/questions`, SPECIAL))
export const announceFirst = (town: Town, first: string) =>
  actIn(town)<PollFile>('staff', `polls/${first}/announce`, NOTICE)

export type OpenAgenda = { readonly first: string; readonly second: string; readonly closesAt: Instant }

export const openAgenda = async (town: Town): Promise<OpenAgenda> => {
  const { poll: first, assembly } = await draftFirst(town)
  const { poll: second } = await addSpecial(town, first)
  done(await announceFirst(town, first))
  await passIn(town, assembly!.opensAt)
  done(await actIn(town)('staff', `polls/${first}/open`))
  return { first, second, closesAt: assembly!.closesAt }
}
