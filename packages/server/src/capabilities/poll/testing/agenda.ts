// An agenda of two questions for tests, through its own doors: an ordinary matter and a special one (Civil Code 278), asked of the owners of one house.
import type { PollFile } from '@yishi/contract/poll'
import type { Instant } from '@yishi/domain/kernel'
import { actIn, passIn } from '../../../fences/steps.ts'
import type { Town } from '../../../fences/town.ts'
import { NOTICE, draftIn, planIn } from './draft.ts'
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
  await adoptFor(town, 'owners-election', 'cn-committee-election')
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

export const NAMES = ['王建国', '李秀英', '张伟', '刘洋', '陈静', '杨帆'] as const

export const electionOf = (more: object = {}) => ({
  type: 'candidates',
  text: '选举第三届业委会委员',
  explanation: '',
  options: NAMES.map((text) => ({ text, profile: `${text}，住一号楼。`, consented: true })),
  committee: 5,
  sitting: 0,
  marking: 'each',
  tie: 'revote',
  again: null,
  ...more,
})
export const ELECTION = {
  rule: 'cn-committee-election',
  question: electionOf(),
  topic: 'committee',
  regime: 'strict',
  basis: '',
} as const

/** The covenant first, and then the committee, as it is in most assemblies; or the other way round. */
type Order = 'election-second' | 'election-first'

export const draftMixed = async (town: Town, order: Order = 'election-second', question = electionOf()) => {
  const covenant = { type: 'for-against', text: '通过新的管理规约，好不好？', explanation: '' } as const
  const act = actIn(town)
  const add = async (first: string, json: object) =>
    done(await act<PollFile>('staff', `polls/${first}/questions`, json))
  if (order === 'election-second') {
    const matter = await atAssembly(town, 'owners-ordinary')
    const asked = draftIn(town, { question: covenant, plan: planIn(town, { topic: 'covenant' }) })
    const { poll: first } = done(await act<PollFile>('staff', `matters/${matter}/polls`, asked))
    return { matter, first, second: (await add(first, { ...ELECTION, question })).poll }
  }
  const matter = await atAssembly(town, 'owners-election')
  const { topic: _, regime: __, basis: ___, ...asked } = ELECTION
  const { poll: first } = done(
    await act<PollFile>(
      'staff',
      `matters/${matter}/polls`,
      draftIn(town, { ...asked, question, plan: planIn(town, { topic: 'committee' }) }),
    ),
  )
  const further = {
    rule: 'cn-civil-code-278-ordinary',
    question: covenant,
    topic: 'covenant',
    regime: 'strict',
    basis: '',
  }
  return { matter, first, second: (await add(first, further)).poll }
}

export const openMixed = async (town: Town, order?: Order, question?: ReturnType<typeof electionOf>) => {
  const drafted = await draftMixed(town, order, question)
  const { assembly } = done(await announceFirst(town, drafted.first))
  await passIn(town, assembly!.opensAt as Instant)
  done(await actIn(town)('staff', `polls/${drafted.first}/open`))
  return { ...drafted, closesAt: assembly!.closesAt as Instant }
}

export const BRANDS = ['三菱', '日立', '通力', '奥的斯'] as const

/** Once the lift is to be renewed: which brand, put in order, and how each design of its cabin is liked. */
export const BRAND = {
  rule: 'owners-ranked',
  question: { type: 'ranked', text: '换新的话，选哪个牌子？', explanation: '', options: [...BRANDS], seats: 1 },
  topic: 'preference',
  regime: 'strict',
  basis: '',
} as const
export const CABIN = {
  rule: 'owners-scored',
  question: {
    type: 'scored',
    text: '轿厢三个样式，您觉得怎么样？',
    explanation: '',
    options: ['木纹', '不锈钢', '镜面'],
    seats: 1,
    highest: 5,
  },
  topic: 'preference',
  regime: 'strict',
  basis: '',
} as const

export type RankedAgenda = { readonly first: string; readonly brand: string; readonly cabin: string }

export const draftRanked = async (town: Town): Promise<RankedAgenda> => {
  const { poll: first } = await draftFirst(town)
  const add = async (json: object) => done(await actIn(town)<PollFile>('staff', `polls/${first}/questions`, json)).poll
  return { first, brand: await add(BRAND), cabin: await add(CABIN) }
}

export const openRanked = async (town: Town) => {
  const drafted = await draftRanked(town)
  const { assembly } = done(await announceFirst(town, drafted.first))
  await passIn(town, assembly!.opensAt as Instant)
  done(await actIn(town)('staff', `polls/${drafted.first}/open`))
  return { ...drafted, closesAt: assembly!.closesAt as Instant }
}
