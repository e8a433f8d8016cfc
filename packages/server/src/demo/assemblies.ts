// The demo's owners' votes: one stairway has decided on its roof, and decides on its door now, by phone, on paper, and with a sheet that waits for its second reader.
import type { PollDraft } from '@yishi/contract/poll'
import { localDateOf, startOfDay } from '@yishi/domain/calendar'
import {
  DAY,
  HOUR,
  type Instant,
  type MatterId,
  type NoticeId,
  type PollId,
  isRefused,
  later,
} from '@yishi/domain/kernel'
import { noticePeriod } from '@yishi/domain/notice'
import { actOnMatter, raiseMatter } from '../capabilities/matter/index.ts'
import {
  announcePoll,
  confirmResult,
  draftPoll,
  enterCount,
  openPoll,
  rowOfPoll,
  showResult,
} from '../capabilities/poll/index.ts'
import type { Subject } from '../kernel/store.ts'
import { acting, must, read, vote } from './assembly-votes.ts'
import { stairwayOf } from './ground.ts'
import type { Event, Scene } from './scene.ts'

type Told = {
  readonly title: string
  readonly text: string
  readonly question: string
  readonly explanation: string
  /** Why the matter waits. */
  readonly waits: string
  readonly raised: number
  readonly isOver: boolean
}

const ROOF: Told = {
  title: '顶楼下雨就渗水',
  text: '顶楼两户下大雨就渗水，屋面防水要重做，要动维修资金。',
  question: '动用维修资金 38600 元重做屋面防水，同意吗？',
  explanation: '三家比过价，质保五年。按专有面积分摊，从本楼道的维修资金里出，不另收钱。',
  waits: '业主表决通过了，等维修资金划拨',
  raised: 54,
  isOver: true,
}
const DOOR: Told = {
  title: '楼道门关不严',
  text: '楼道电子门用了十几年，关不严，外人随便进。换一扇新的要动维修资金。',
  question: '动用维修资金 9800 元换楼道电子门，同意吗？',
  explanation: '换成刷卡和手机都能开的，质保三年。按专有面积分摊，从本楼道的维修资金里出。',
  waits: '等业主表决',
  raised: 27,
  isOver: false,
}

const raise = async (scene: Scene, told: Told, until: Instant) => {
  const { community } = scene
  const desk = acting(scene, 'staff')
  const { title, text, waits } = told
  const spot = scene.ground.spots.get(stairwayOf(scene.ground).key)!
  const asked = { text, title, channel: 'door' as const, publicity: 'nameless' as const, photos: [] }
  const { matter } = must(await raiseMatter(desk, asked, { community, ...spot }), title)
  const subject = { community, id: matter as MatterId }
  const sorting = { level: 'III', colour: 'yellow', size: 'small', kind: 'facilities', procedure: 'four-affairs' }
  must(await actOnMatter({ ...desk, subject }, 'sort', sorting), title)
  must(await actOnMatter({ ...desk, subject }, 'pause', { reason: waits, until }), title)
  return subject
}

/** The law's fewest. */
const DAYS = 15
const NOTICE = { figures: [], photos: [], basis: null, everywhere: false, boards: ['1号楼门厅'] }

const noticeOf = (scene: Scene, told: Told) => ({
  ...NOTICE,
  nodes: [stairwayOf(scene.ground).node],
  title: `业主表决会前公告：${told.question}`,
  text: `${told.explanation}\n只由本楼道业主表决。没有交回的票不算参与。名册有错的，请在公示期内提出。`,
  days: DAYS,
})

/** A notice that would end on a holiday hangs longer, and the vote begins when it has ended. */
export const announcedUntil = (at: Instant): Instant => {
  const period = noticePeriod(at, { days: DAYS, basis: null })
  if (isRefused(period)) throw new Error(`a notice of ${DAYS} days is refused: ${period.refused}`)
  return period.endsAt
}

type Called = { readonly told: Told; readonly poll: Subject<PollId>; readonly closesAt: Instant }

const call = async (scene: Scene, told: Told, now: Instant): Promise<Called & { readonly opensAt: Instant }> => {
  const desk = acting(scene, 'staff')
  const opensAt = announcedUntil(scene.clock.now())
  const closesAt = later(opensAt, (told.isOver ? 8 : 16) * DAY)
  const matter = await raise(scene, told, later(now, 20 * DAY))
  const plan = {
    topic: 'fund-use',
    regime: 'strict',
    basis: '',
    caller: 'owners-committee',
    reelection: false,
    preparation: {
      told: '会前把时间、议题和议程书面告知了房管所和居委会，他们没有不同意见。',
      paper: '居委会一楼办公室（9:00–17:00）',
      parking: '',
      proposal: null,
    },
  } as const
  const asked: PollDraft = {
    rule: 'sh-affected-owners-use',
    way: 'ballots',
    question: { type: 'for-against', text: told.question, explanation: told.explanation },
    electorate: {
      units: { kind: 'stairway', node: stairwayOf(scene.ground).node, units: [], uses: ['flat'], zones: 'zone' },
    },
    plan: { ...plan, opensAt, closesAt },
  }
  const poll = must(await draftPoll(desk, matter, asked), told.title)
  must(await announcePoll(desk, poll, noticeOf(scene, told)), told.title)
  return { told, poll, opensAt, closesAt }
}

export const elapses = async (
  scene: Scene,
  poll: Subject<PollId>,
  which: 'notice' | 'resultNotice',
  next: () => Promise<Event | null>,
) => {
  const { assembly } = await read(scene, (trx) => rowOfPoll(trx, poll).executeTakeFirstOrThrow())
  const notice = assembly?.[which] as NoticeId
  const { ends_at: at } = await read(scene, (trx) =>
    trx.selectFrom('notice').select('ends_at').where('notice_id', '=', notice).executeTakeFirstOrThrow(),
  )
  const run = async () => {
    await scene.performer.wake(scene.ctx, 'notice', { community: scene.community, id: notice })
    return next()
  }
  return { at, run }
}

const decide = (scene: Scene, { told, poll, closesAt }: Called): Event => ({
  at: closesAt,
  run: async () => {
    await scene.performer.wake(scene.ctx, 'poll', poll)
    for (const role of ['staff', 'branch'] as const)
      must(await enterCount(acting(scene, role), poll, undefined), told.title)
    const shown = { ...noticeOf(scene, told), title: `业主表决结果公示：${told.question}`, days: 7, together: false }
    must(await showResult(acting(scene, 'staff'), poll, shown), told.title)
    return elapses(scene, poll, 'resultNotice', async () => {
      must(await confirmResult(acting(scene, 'staff'), poll), told.title)
      return null
    })
  },
})

const assembly = (scene: Scene, told: Told, now: Instant): Event => ({
  at: later(startOfDay(localDateOf(later(now, -told.raised * DAY))), 10 * HOUR),
  run: async () => {
    const called = await call(scene, told, now)
    return elapses(scene, called.poll, 'notice', () =>
      Promise.resolve({
        at: later(called.opensAt, 9 * HOUR),
        run: async () => {
          must(await openPoll(acting(scene, 'staff'), called.poll), told.title)
          const voting = async () => {
            await vote(scene, called.poll, told.isOver)
            return told.isOver ? decide(scene, called) : null
          }
          return { at: later(called.opensAt, 58 * HOUR), run: voting }
        },
      }),
    )
  },
})

export const ownersVotes = (scene: Scene, now: Instant): readonly Event[] => [
  assembly(scene, ROOF, now),
  assembly(scene, DOOR, now),
]
