// A matter of the fence town brought to the stage where its plan is published, and a notice hung for it.
import type { NoticeFile, NoticeList } from '@yishi/contract/notice'
import type { MatterId } from '@yishi/domain/kernel'
import { talkedOver } from '../../../fences/ground.ts'
import { must } from '../../../fences/must.ts'
import type { Answer, Town } from '../../../fences/town.ts'

export const staffPosts = async (town: Town, path: string, json: object, status = 200): Promise<Answer> =>
  must(await town.as('staff', { method: 'POST', url: `/api/${path}`, json }), status)

/** Talked over with whoever asked, then in the building. */
export const atPublish = (town: Town, more: object = {}): Promise<MatterId> =>
  talkedOver(town, {
    procedure: 'layered-coordination',
    level: 'III',
    raised: { title: '北侧香樟挡光', ...more },
    talks: ['想移到东侧', '楼里都同意'],
  })

export const PLAN = {
  title: '北侧香樟移栽方案',
  text: '移到中心花园东侧。',
  days: 7,
  everywhere: true,
  boards: ['门卫公告栏'],
}

export const hang = async (town: Town, more: object = {}): Promise<NoticeFile> =>
  (await staffPosts(town, 'notices', { ...PLAN, ...more }, 201)).json()

export const fileOf = async (town: Town, notice: string): Promise<NoticeFile> =>
  must(await town.as('staff', { method: 'GET', url: `/api/notices/${notice}` }), 200).json()

export const listOf = async (town: Town, query = ''): Promise<NoticeList> =>
  must(await town.as('staff', { method: 'GET', url: `/api/notices${query}` }), 200).json()
