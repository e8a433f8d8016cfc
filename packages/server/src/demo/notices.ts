// The demo's notices: the plan of a matter that somebody objects to, and one of the committee's own that has hung its time and is told how it ended.
import { localDateOf, startOfDay } from '@yishi/domain/calendar'
import { DAY, HOUR, type Instant, type NoticeId, VISITOR, isRefused, later } from '@yishi/domain/kernel'
import { actOnObjection, hangNotice, lodgeObjection } from '../capabilities/notice/index.ts'
import { inCommunities } from '../kernel/database/tenancy.ts'
import { anyOf } from './acts.ts'
import type { Step } from './course.ts'
import type { Event, Going, Scene } from './scene.ts'

const HANGS = { figures: [], photos: [], basis: null, everywhere: true, nodes: [], boards: ['南门公告栏'] }

const must = <T extends object>(answer: T, what: string): Exclude<T, { refused: string }> => {
  if (isRefused(answer)) throw new Error(`${what} is refused: ${answer.refused}`)
  return answer as Exclude<T, { refused: string }>
}

const deskOf = ({ ctx, performer, ...scene }: Scene) => ({
  ctx,
  performer,
  actor: anyOf({ scene: { ctx, performer, ...scene }, number: 0 }, 'staff'),
  key: undefined,
})

const object = async (scene: Scene, notice: NoticeId, text: string) => {
  const { ctx, performer, community } = scene
  const said = { text, name: '', phone: '' }
  return must(
    await lodgeObjection({ ctx, performer, actor: VISITOR, key: undefined }, { community, id: notice }, said),
    text,
  )
}

export const publish = async (
  { scene, told, subject }: Going,
  step: Extract<Step, { do: 'hang' | 'object' }>,
): Promise<void> => {
  const { notice } = told
  if (!notice) throw new Error(`${told.from} publishes nothing`)
  const { title, text, objection } = notice
  if (step.do === 'object') return void (await object(scene, step.notice, objection))
  const body = { ...HANGS, title, text, days: 7 }
  must(await hangNotice(deskOf(scene), subject.community, { for: 'stage', matter: subject.id }, body), title)
}

const FUND = {
  ...HANGS,
  title: '上个季度社区公益金使用情况',
  text: '各位居民：\n现将上个季度社区公益金的使用情况公示如下。每一笔都有凭证，可以到居委会查看。\n如有不同意见，请在公示期内提出。',
  figures: [
    { what: '楼道扶手', kind: 'money', value: '4860.00' },
    { what: '公共晾衣架', kind: 'money', value: '3200.00' },
    { what: '老年食堂补贴', kind: 'money', value: '6500.00' },
  ],
  days: 7,
} as const

const RESULT = {
  ...HANGS,
  title: '“上个季度社区公益金使用情况”公示结果',
  text: '公示期间收到意见 1 条，已答复。公示期满，使用情况按公示内容归档。',
  days: 3,
}

const endOf = ({ ctx, community }: Scene, notice: NoticeId): Promise<Instant> =>
  inCommunities(ctx.db, [community], async (trx) => {
    const row = trx.selectFrom('notice').select('ends_at').where('community_id', '=', community)
    return (await row.where('notice_id', '=', notice).executeTakeFirstOrThrow()).ends_at
  })

const elapses = async (scene: Scene, notice: NoticeId, next: (at: Instant) => Event | null): Promise<Event> => {
  const at = await endOf(scene, notice)
  const run = async () => {
    await scene.performer.wake(scene.ctx, 'notice', { community: scene.community, id: notice })
    return next(at)
  }
  return { at, run }
}

const tellsResult =
  (scene: Scene, of: NoticeId) =>
  (end: Instant): Event => ({
    at: later(end, 10 * HOUR),
    run: async () => {
      const hung = must(await hangNotice(deskOf(scene), scene.community, { for: 'result', of }, RESULT), RESULT.title)
      return elapses(scene, hung.notice, () => null)
    },
  })

const answers = (scene: Scene, notice: NoticeId, at: Instant): Event => ({
  at,
  run: async () => {
    const { objection: id } = await object(scene, notice, '晾衣架装在几号楼，能不能写清楚？')
    const answer = '装在中心花园东侧，12 号楼和 14 号楼之间，共 4 组。'
    const subject = { community: scene.community, id }
    must(await actOnObjection(deskOf(scene), subject, { type: 'AnswerObjection', answer, upheld: false }), answer)
    return elapses(scene, notice, tellsResult(scene, notice))
  },
})

/** Hung a fortnight ago, asked about, over by now. */
export const standingNotice = (scene: Scene, now: Instant): Event => {
  const at = later(startOfDay(localDateOf(later(now, -14 * DAY))), 10 * HOUR)
  const run = async () => {
    const figures = [...FUND.figures]
    const hung = must(
      await hangNotice(deskOf(scene), scene.community, { for: 'itself', kind: 'list' }, { ...FUND, figures }),
      FUND.title,
    )
    return answers(scene, hung.notice, later(at, DAY))
  }
  return { at, run }
}
