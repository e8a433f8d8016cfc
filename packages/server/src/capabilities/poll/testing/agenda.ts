// An agenda of two questions for tests, through its own doors: an ordinary matter and a special one (Civil Code 278), asked of the owners of one house.
import type { PollFile } from '@yishi/contract/poll'
import { endOfDay, localDateOf } from '@yishi/domain/calendar'
import { DAY, type Instant, later } from '@yishi/domain/kernel'
import { type Caller, nodeId } from '../../../fences/people.ts'
import type { Town } from '../../../fences/town.ts'
import { runDue } from '../../../kernel/due.ts'
import { performer } from '../../../wiring.ts'
import { HOMES, adoptFor, atAssembly, settleOwners } from './owners.ts'

export const SPECIAL = {
  rule: 'cn-civil-code-278-special',
  question: { type: 'for-against', text: '筹集电梯更新资金，好不好？', explanation: '每平方米 20 元。' },
  topic: 'fund-raise',
  regime: 'strict',
  basis: '',
} as const

const NOTICE = { title: '业主大会公告', text: '议题两项。', days: 15, everywhere: true }

export const settleAssembly = async (town: Town, homes = HOMES): Promise<void> => {
  await settleOwners(town, homes)
  await adoptFor(town, 'owners-ordinary', 'cn-civil-code-278-ordinary')
}

export const actIn =
  (town: Town) =>
  async <T = { code: string; detail: string }>(who: Caller, path: string, json: object = {}) => {
    const answer = await town.as(who, { method: 'POST', url: `/api/${path}`, json })
    return { status: answer.status, body: answer.json() as T }
  }

export const passIn = async (town: Town, to: Instant): Promise<void> => {
  await town.advanceTo(to)
  while ((await runDue(town.ctx, performer, to)) > 0);
}

const planAt = (town: Town) => {
  const opensAt = endOfDay(localDateOf(later(town.ctx.clock.now(), 18 * DAY)))
  const plan = { topic: 'property-company', regime: 'strict', basis: '', caller: 'residents-committee' }
  return { ...plan, reelection: false, opensAt, closesAt: later(opensAt, 10 * DAY) }
}
export const draftAt = (town: Town) => ({
  rule: 'cn-civil-code-278-ordinary',
  way: 'ballots',
  question: { type: 'for-against', text: '更换物业公司，好不好？', explanation: '三家比过。' },
  electorate: { units: { kind: 'building', node: nodeId('B1'), uses: ['flat'] } },
  plan: planAt(town),
})

const done = <T>(answer: { readonly status: number; readonly body: T }): T => {
  if (answer.status >= 300) throw new Error(JSON.stringify(answer.body))
  return answer.body
}

export const draftFirst = async (town: Town): Promise<PollFile> => {
  const matter = await atAssembly(town, 'owners-ordinary')
  return done(await actIn(town)<PollFile>('staff', `matters/${matter}/polls`, draftAt(town)))
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
