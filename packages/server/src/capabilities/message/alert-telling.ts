// The jobs that tell people of an urgent notice: they read how it stands when they run, so that a late message is never a stale one.
import type { PagesModule } from '@yishi/contract/pages'
import type { AlertEvent } from '@yishi/domain/alert'
import type { AlertId, CommunityId, Instant } from '@yishi/domain/kernel'
import type { Context } from '../../kernel/context.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { type Consequence, enqueue } from '../../kernel/react.ts'
import { readAlert } from '../alert/index.ts'
import type { Channel } from './channel.ts'
import { tellEverybody } from './everybody.ts'
import { deliverKept } from './sending.ts'

/** Progress and corrections are read on the page itself: a telephone that rings for each of them is switched off. */
const TOLD: Partial<Record<AlertEvent['type'], 'inbox' | 'channel'>> = {
  AlertIssued: 'channel',
  AlertEndMoved: 'inbox',
  AlertLifted: 'channel',
}

type Occasion = { readonly community: CommunityId; readonly alert: AlertId; readonly at: Instant }

export const messagesAfterAlert = ({ community, alert, at }: Occasion, { type }: AlertEvent): readonly Consequence[] =>
  TOLD[type] ? [enqueue('tell-alert', { community, alert, type, at })] : []

type Telling = { readonly pages: Pick<PagesModule, 'alertText'>; readonly channel: Channel }
type Data = Readonly<Record<string, string>>

const tellAlert = async (ctx: Context, { pages, channel }: Telling, data: Data): Promise<void> => {
  const subject = { community: data['community'] as CommunityId, id: data['alert'] as AlertId }
  const type = data['type'] as AlertEvent['type']
  await inCommunities(ctx.db, [subject.community], async (trx) => {
    const view = await readAlert(trx, subject, ctx.clock.now())
    // Lifted before anybody could be told of it: the word that it is over says all.
    if (view.liftedAt !== null && type !== 'AlertLifted') return
    const link = `/a/${subject.id}`
    const deliver = await tellEverybody(trx, {
      community: subject.community,
      about: subject.id,
      key: `${subject.id} ${type} ${data['at']}`,
      title: view.title,
      body: pages.alertText(view, `${ctx.settings.publicUrl}${link}`, 'zh'),
      link,
      at: ctx.clock.now(),
      channel: TOLD[type] === 'channel' ? channel.name : null,
    })
    const drafts = deliver.map((message) => ({
      kind: 'deliver-message',
      data: { community: subject.community, message },
    }))
    if (drafts.length > 0) await ctx.jobs.send(trx, drafts)
  })
}

export const alertJobs = (telling: Telling) => ({
  'tell-alert': (ctx: Context, data: Data) => tellAlert(ctx, telling, data),
  'deliver-message': (ctx: Context, data: Data) => deliverKept(ctx, telling.channel, data),
})
