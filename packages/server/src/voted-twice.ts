// The desk hears where one person had voted with two rows of a list: which ballot counts, and what to do.
import type { PagesModule } from '@yishi/contract/pages'
import type { CommunityId } from '@yishi/domain/kernel'
import { maskName } from '@yishi/domain/privacy'
import { sql } from 'kysely'
import type { Context } from './kernel/context.ts'
import { inCommunities } from './kernel/database/tenancy.ts'
import type { Transaction } from './kernel/database/tables.ts'
import { type JobHandlers, oneByOne } from './kernel/jobs.ts'
import { type Consequence, enqueue } from './kernel/react.ts'
import type { Subject } from './kernel/store.ts'
import { inEveryLanguage, tellMany } from './capabilities/message/index.ts'
import { BUDGET_LISTS, type ListKind, POLL_LISTS } from './capabilities/same-person/index.ts'

const KINDS = {
  poll: { rows: POLL_LISTS, title: sql`list.question ->> 'text'`, page: '/console/polls' },
  budget: { rows: BUDGET_LISTS, title: sql`list.title`, page: '/console/budgets' },
} as const
type Kind = keyof typeof KINDS
type Aside = { readonly kind: Kind; readonly list: string; readonly counts: string; readonly late: boolean }

export const rowWasSetAside = ({ community, id: ballot }: Subject, { kind, list, counts, late }: Aside): Consequence =>
  enqueue('tell-voted-twice', { community, kind, list, ballot, counts, late: late ? 'late' : '' })

type Data = Readonly<Record<string, string>>
type Telling = { readonly pages: Pick<PagesModule, 'votedTwiceSentence'> }

/** Of somebody who has only signed in, the name is the end of a number, and tells nobody. */
const nameOn = async (trx: Transaction, { voters }: ListKind, community: CommunityId, ballot: string) => {
  const { rows } = await sql<{ name: string; signedUp: boolean }>`
    select person.name, person.signed_up as "signedUp" from ${sql.table(`app.${voters}`)} voter
    join app.person using (community_id, person_id)
    where voter.community_id = ${community} and voter.ballot_id = ${ballot}`.execute(trx)
  const { name, signedUp } = rows[0]!
  return signedUp ? name : maskName(name)
}

const tellDesk = async (ctx: Context, { pages }: Telling, data: Data): Promise<void> => {
  const community = data['community'] as CommunityId
  const { rows: kind, title, page } = KINDS[data['kind'] as Kind]
  const [list, ballot] = [data['list']!, data['ballot']!]
  await inCommunities(ctx.db, [community], async (trx) => {
    const { rows } = await sql<{ title: string }>`
      select ${title} as title from ${sql.table(`app.${kind.list}`)} list
      where list.community_id = ${community} and list.${sql.ref(kind.id)} = ${list}`.execute(trx)
    const told = {
      title: rows[0]!.title,
      counts: await nameOn(trx, kind, community, data['counts']!),
      other: await nameOn(trx, kind, community, ballot),
      late: data['late'] === 'late',
    }
    const desk = sql<object>`
      select distinct person_id from app.membership
      where community_id = ${community} and ends is null and role = 'staff' and path = ''`
    await tellMany(trx, desk, {
      community,
      occasion: `${ballot} voted twice`,
      matter: null,
      ...inEveryLanguage((lang) => pages.votedTwiceSentence(told, lang)),
      link: `${page}/${list}`,
      at: ctx.clock.now(),
    })
  })
}

export const votedTwiceJobs = (telling: Telling): JobHandlers => ({
  'tell-voted-twice': oneByOne((ctx, data) => tellDesk(ctx, telling, data)),
})
