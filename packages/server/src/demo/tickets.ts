// Yesterday's 12345 list of a demo community, brought in the way the desk does; nobody in it is real.
import { localDateOf, localTimeOf } from '@yishi/domain/calendar'
import { HOUR, type Instant, isRefused, later } from '@yishi/domain/kernel'
import { confirmTickets, previewTickets } from '../capabilities/hotline/index.ts'
import { anyOf } from './acts.ts'
import type { Scene } from './scene.ts'

const HEAD = ['工单编号', '来电时间', '来电人', '联系电话', '诉求内容', '工单类型', '事发地', '办理结果', '答复内容']
const CALLS = [
  ['沈女士', '楼上空调外机滴水，正好滴在晾衣杆上，说过几次没人管', '投诉', '5号楼'],
  ['陆先生', '想问加装电梯怎么申请，要多少户同意', '咨询', '2号楼'],
  ['方先生', '大门口共享单车乱停，盲道都堵上了', '投诉', ''],
  ['罗女士', '夜里有人在楼下大声放音乐跳舞，孩子睡不着', '求助', '9号楼'],
] as const
const RECEIVED = 26 * HOUR

const listAt = (at: Instant): Buffer => {
  const day = localDateOf(at).replaceAll('-', '')
  const rows = CALLS.map(([caller, text, kind, place], index) => {
    const called = later(at, -(index + 1) * HOUR)
    const moment = `${localDateOf(called)} ${localTimeOf(called)}`
    return [`${day}${1001 + index}`, moment, caller, `1990000700${index}`, text, kind, place, '', '']
  })
  return Buffer.from([HEAD, ...rows].map((cells) => cells.join(',')).join('\r\n'))
}

export const ticketsTaken = (scene: Scene, now: Instant) => {
  const at = later(now, -RECEIVED)
  const run = async () => {
    const { ctx, performer, community } = scene
    const asking = { ctx, perform: performer.perform, community, actor: anyOf({ scene, number: 1 }, 'staff') }
    const shown = await previewTickets(asking, { file: listAt(at), name: '12345工单.csv', mapping: null })
    if (isRefused(shown) || shown.list === null) throw new Error(`the list of ${community} cannot be taken in`)
    const alike = shown.rows.filter(({ verdict }) => verdict === 'alike')
    const choices = Object.fromEntries(alike.map(({ row }) => [String(row), 'anew' as const]))
    const done = await confirmTickets(asking, { list: shown.list, choices }, {})
    if (isRefused(done)) throw new Error(`the list of ${community} is refused: ${done.refused}`)
    return null
  }
  return { at, run }
}
