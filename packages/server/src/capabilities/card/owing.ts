// When a group is owed a card: at once for a matter that came from it, then after each change of stage.
import { createHash } from 'node:crypto'
import type { PagesModule } from '@yishi/contract/pages'
import { type CardEvent, TOLD_TO_GROUPS } from '@yishi/domain/card'
import type { CardId, CommunityId, GroupId, MatterId } from '@yishi/domain/kernel'
import type { MatterEvent } from '@yishi/domain/matter'
import type { Context } from '../../kernel/context.ts'
import type { Transaction } from '../../kernel/database/tables.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { type JobHandlers, oneByOne } from '../../kernel/jobs.ts'
import { type Consequence, enqueue, follow } from '../../kernel/react.ts'
import type { Subject } from '../../kernel/store.ts'
import { inEveryLanguage, inboxRow, insertMessages, messageId } from '../message/index.ts'
import { card } from './capability.ts'

type Pair = {
  readonly community: CommunityId
  readonly matter: MatterId
  readonly group: GroupId
  readonly path: string
}

/** Made of both, so that a group has one card of a matter whoever owes it. */
const cardId = ({ matter, group }: Pair): CardId =>
  `crd_${createHash('sha256').update(`${matter}\n${group}`).digest('hex').slice(0, 26)}`

export const oweCard = (pair: Pair): Consequence =>
  follow(card, { community: pair.community, id: cardId(pair) }, { type: 'OweCard', ...pair })

/** The groups that a matter came from, or that joined it. */
export const cardsAfter = async (
  trx: Transaction,
  { community, id }: Subject,
  { type }: MatterEvent,
): Promise<readonly Consequence[]> => {
  if (!TOLD_TO_GROUPS.has(type)) return []
  const rows = await trx
    .selectFrom('card')
    .select(['group_id', 'path'])
    .where('community_id', '=', community)
    .where('matter_id', '=', id as MatterId)
    .execute()
  return rows.map(({ group_id: group, path }) => oweCard({ community, matter: id as MatterId, group, path }))
}

export const tellsKeeper = ({ community, id }: Subject, event: CardEvent, at: string): readonly Consequence[] =>
  event.type === 'CardOwed' ? [enqueue('tell-keeper', { community, card: id, at })] : []

type Data = Readonly<Record<string, string>>

const owedCard = (trx: Transaction, community: CommunityId, id: CardId) =>
  trx
    .selectFrom('card')
    .innerJoin('chat_group as g', (on) =>
      on.onRef('g.community_id', '=', 'card.community_id').onRef('g.group_id', '=', 'card.group_id'),
    )
    .innerJoin('matter as m', (on) =>
      on.onRef('m.community_id', '=', 'card.community_id').onRef('m.matter_id', '=', 'card.matter_id'),
    )
    .select(['g.name', 'g.keeper_id', 'm.title', 'm.code', 'm.matter_id'])
    .where('card.community_id', '=', community)
    .where('card.card_id', '=', id)
    .where('card.status', '=', 'owed')
    .executeTakeFirst()

type Telling = { readonly pages: Pick<PagesModule, 'cardOwedSentence'> }

/** Whoever keeps the group finds in their inbox that there is a card to post. */
const tellKeeper = async (ctx: Context, { pages }: Telling, data: Data): Promise<void> => {
  const [community, id] = [data['community'] as CommunityId, data['card'] as CardId]
  await inCommunities(ctx.db, [community], async (trx) => {
    const owed = await owedCard(trx, community, id)
    if (!owed?.keeper_id) return
    const draft = {
      community_id: community,
      message_id: messageId(data, owed.keeper_id),
      person_id: owed.keeper_id,
      matter_id: owed.matter_id,
      address: null,
      ...inEveryLanguage((lang) => ({
        title: `${owed.title}（${owed.code}）`,
        body: pages.cardOwedSentence(owed.name, lang),
      })),
      link: '/console/cards',
    }
    await insertMessages(trx, [inboxRow(draft, ctx.clock.now())])
  })
}

export const cardJobs = (telling: Telling): JobHandlers => ({
  'tell-keeper': oneByOne((ctx, data) => tellKeeper(ctx, telling, data)),
})
