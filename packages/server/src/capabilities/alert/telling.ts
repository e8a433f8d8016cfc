// The jobs that tell people of an urgent notice: they read how it stands when they run, so that a late message is never a stale one.
import type { PagesModule } from '@yishi/contract/pages'
import type { AlertEvent } from '@yishi/domain/alert'
import type { AlertId, CommunityId, Instant } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import type { Context } from '../../kernel/context.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { JobDraft } from '../../kernel/job-draft.ts'
import { type JobHandlers, oneByOne } from '../../kernel/jobs.ts'
import { type Consequence, enqueue } from '../../kernel/react.ts'
import type { Subject } from '../../kernel/store.ts'
import { type Channel, everybodyUnder, handOver, inEveryLanguage, tellMany } from '../message/index.ts'
import { readAlert } from './view-query.ts'

/** Progress and corrections are read on the page itself: a telephone that rings for each of them is switched off. */
const TOLD: Partial<Record<AlertEvent['type'], 'inbox' | 'channel'>> = {
  AlertIssued: 'channel',
  AlertEndMoved: 'inbox',
  AlertLifted: 'channel',
}

type Occasion = { readonly community: CommunityId; readonly alert: AlertId; readonly at: Instant }

export const alertIsTold = ({ community, alert, at }: Occasion, { type }: AlertEvent): readonly Consequence[] =>
  TOLD[type] ? [enqueue('tell-alert', { community, alert, type, at })] : []

const everybodyCovered = ({ community, id }: Subject<AlertId>, at: Instant) =>
  everybodyUnder(
    { community, at },
    sql`select unnest(paths) as path from app.alert where community_id = ${community} and alert_id = ${id}`,
  )

type Telling = { readonly pages: Pick<PagesModule, 'alertText'>; readonly channel: Channel }
type Data = Readonly<Record<string, string>>

/** So many messages are one job: thousands of jobs would take longer to write down than the messages themselves. */
const TOGETHER = 100

const deliveriesOf = ({ community, id: alert }: Subject<AlertId>, messages: readonly string[]): readonly JobDraft[] =>
  Array.from({ length: Math.ceil(messages.length / TOGETHER) }, (_, index) => {
    const some = messages.slice(index * TOGETHER, (index + 1) * TOGETHER)
    return { kind: 'deliver-alert', data: { community, alert, first: some[0]!, last: some.at(-1)! } }
  })

/** What was handed over is not handed over again, should the job run twice. */
const deliverAlert = async (ctx: Context, channel: Channel, data: Data): Promise<void> => {
  const community = data['community'] as CommunityId
  const { first = '', last = '' } = data
  const unsent = await inCommunities(ctx.db, [community], (trx) =>
    trx
      .selectFrom('message')
      .select(['community_id', 'message_id', 'address', 'title', 'body', 'link'])
      .where('community_id', '=', community)
      .where('message_id', '>=', first)
      .where('message_id', '<=', last)
      .where('link', '=', `/a/${data['alert']}`)
      .where('channel', '=', channel.name)
      .where('sent_at', 'is', null)
      .execute(),
  )
  for (const message of unsent)
    if (message.address !== null) await handOver(ctx, channel, { ...message, address: message.address })
}

const tellAlert = async (ctx: Context, { pages, channel }: Telling, data: Data): Promise<void> => {
  const subject = { community: data['community'] as CommunityId, id: data['alert'] as AlertId }
  const type = data['type'] as AlertEvent['type']
  await inCommunities(ctx.db, [subject.community], async (trx) => {
    const view = await readAlert(trx, subject, ctx.clock.now())
    // Lifted before anybody could be told of it: the word that it is over says all.
    if (view.liftedAt !== null && type !== 'AlertLifted') return
    const link = `/a/${subject.id}`
    const deliver = await tellMany(trx, everybodyCovered(subject, ctx.clock.now()), {
      community: subject.community,
      occasion: `${subject.id} ${type} ${data['at']}`,
      matter: null,
      ...inEveryLanguage((lang) => ({
        title: view.title,
        body: pages.alertText(view, `${ctx.settings.publicUrl}${link}`, lang),
      })),
      link,
      at: ctx.clock.now(),
      channel: TOLD[type] === 'channel' ? channel.name : null,
    })
    const drafts = deliveriesOf(subject, deliver)
    if (drafts.length > 0) await ctx.jobs.send(trx, drafts)
  })
}

export const alertJobs = (telling: Telling): JobHandlers => ({
  'tell-alert': oneByOne((ctx, data) => tellAlert(ctx, telling, data)),
  'deliver-alert': oneByOne((ctx, data) => deliverAlert(ctx, telling.channel, data)),
})
