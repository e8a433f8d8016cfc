// The chat groups of a demo community: one for each building with a leader, a chat that was pasted a moment ago, and neighbours who joined.
import { isRefused } from '@yishi/domain/kernel'
import { confirmDraft, pasteExcerpt } from '../capabilities/excerpt/index.ts'
import { openGroup } from '../capabilities/group/index.ts'
import { joinMatter } from '../capabilities/joining/index.ts'
import { openMatters } from '../capabilities/matter/index.ts'
import { inCommunities } from '../kernel/database/tenancy.ts'
import { actorOf } from './people.ts'
import type { Scene } from './scene.ts'

const CHAT = `1-201王阿姨 19:32
二楼楼道的灯坏了，晚上老人看不见台阶
[图片]

李师傅 19:34
收到，谢谢

1-402小周 19:35
我家也是

1-301老陈 19:41
楼下又有人把电动车推上楼充电，看着怕

1号楼小赵 19:52
单元门关不严，半夜咣咣响`

const must = <T>(answer: T): Exclude<T, { readonly refused: string }> => {
  if (isRefused(answer as object)) throw new Error(`a chat of the demo is refused: ${JSON.stringify(answer)}`)
  return answer as Exclude<T, { readonly refused: string }>
}

const openGroups = async ({ ctx, performer, community, people }: Scene): Promise<string | null> => {
  const [desk] = people.byRole.get('staff') ?? []
  const opened: string[] = []
  for (const { row, hats } of people.byRole.get('building-leader') ?? []) {
    const path = hats[0]!.path
    const naming = { path, name: `${path.split('-').at(-1)}号楼邻里群`, keeper: row.person }
    const { group } = must(await openGroup({ ctx, performer, actor: actorOf(desk!) }, community, naming))
    opened.push(group)
  }
  return opened[0] ?? null
}

/** The first draft is a matter already, the others wait for somebody who tries the demo. */
const pasteChat = async ({ ctx, performer, community, people }: Scene, group: string) => {
  const [leader] = people.byRole.get('building-leader') ?? []
  const actor = actorOf(leader!)
  const path = leader!.hats[0]!.path
  const pasted = { community, id: group as `grp_${string}`, path }
  const id = must(await pasteExcerpt({ ctx, performer, actor, group: pasted }, CHAT))
  const deciding = { ctx, performer, actor, subject: { community, id }, draft: 0 }
  const [title, text] = ['二楼楼道的灯坏了', '二楼楼道的灯坏了，晚上老人看不见台阶']
  must(await confirmDraft(deciding, { title, text, path, where: '', publicity: 'nameless', also: true }))
}

const JOINING_PHONE = '1990000'

const joinOpen = async ({ ctx, performer, community }: Scene) => {
  const matters = await inCommunities(ctx.db, [community], (trx) =>
    openMatters(trx, { community, path: '', limit: 2 }, ctx.clock.now()),
  )
  for (const [index, { code }] of matters.entries())
    for (let number = 0; number < 4 - 2 * index; number += 1) {
      const phone = `${JOINING_PHONE}${8000 + 10 * index + number}`
      const draft = { text: '我也遇到了', where: '', name: '', phone, publicity: 'nameless', kept: [] } as const
      const asked = { actor: { kind: 'visitor' }, community, code, draft, key: `demo-${index}-${number}` } as const
      must(await joinMatter({ ctx, performer }, asked))
    }
}

export const tellGroups = async (scene: Scene): Promise<void> => {
  const group = await openGroups(scene)
  if (group) await pasteChat(scene, group)
  await joinOpen(scene)
}
