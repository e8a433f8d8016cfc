// What is printed of a round: a sheet for each voter with a code that nobody else can make, and the slip on which a voter signs what was taken down.
import type { BudgetPrint, BudgetSlip } from '@yishi/contract/budget-desk'
import { localDateOf } from '@yishi/domain/calendar'
import type { BallotId, BudgetId, Instant, PersonId } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import { toString as qrText } from 'qrcode'
import type { Context } from '../../kernel/context.ts'
import type { Transaction } from '../../kernel/database/tables.ts'
import { receiptOf } from '../../kernel/receipt.ts'
import type { Subject } from '../../kernel/store.ts'
import type { LinkKey } from '../matter/index.ts'
import { paperCode, paperUrl } from '../paper-ballot/index.ts'
import { communityTitle } from '../territory/index.ts'
import { listOf, placeOf } from './list-query.ts'
import { ISSUE } from './sheet-code.ts'
import { rowOfRound } from './store.ts'

type Listed = {
  readonly ballot: BallotId
  readonly number: number
  readonly name: string
  readonly path: string
  readonly place: string
}

const LISTED = (round: Subject, now: Instant) => sql`
  select listed.ballot_id as ballot, listed.voter_id as voter, listed.number, person.name, coalesce(home.path, '') as path,
    coalesce(home.place, '') as place
  from (${listOf(round)}) listed
  join app.person person on person.community_id = listed.community_id and person.person_id = listed.person_id
  left join lateral (${placeOf(now)}) home on true`

const partsOf = async (trx: Transaction, round: Subject, now: Instant): Promise<BudgetPrint['parts']> => {
  const { rows } = await sql<BudgetPrint['parts'][number]>`
    select path, min(place) as name, count(*)::integer as of from (${LISTED(round, now)}) each group by path order by path`.execute(
    trx,
  )
  return rows
}

/** A stairway has some dozens; a browser lays out so many without trouble. */
const MOST_SHEETS = 200

/** Names are laid out for whoever has said of which part, or of all. */
const sheetsOf = async (trx: Transaction, round: Subject, { path, now }: Pick<Printing, 'path' | 'now'>) => {
  if (path === '') return []
  const { rows } = await sql<Listed>`
    select * from (${LISTED(round, now)}) each
    where ${path} = ${EVERYWHERE} or path = ${path} or starts_with(path, ${path} || '.')
    order by path, name, number limit ${MOST_SHEETS}`.execute(trx)
  return rows
}

/** Of the whole list. */
const EVERYWHERE = '*'

type Printing = { readonly secret: LinkKey; readonly publicUrl: string; readonly path: string; readonly now: Instant }

/** Medium correction: paper in a hand, read close by. */
const qrOf = (text: string) => qrText(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 })

const headOf = async (trx: Transaction, round: Subject<BudgetId>) => {
  const { title, amount, projects, last_day: lastDay, status } = await rowOfRound(trx, round).executeTakeFirstOrThrow()
  const community = await communityTitle(trx, round.community)
  return { budget: round.id, community, title, amount, projects, lastDay, status }
}

/** Null while or when no ballots are taken. */
export const readBudgetPrint = async (
  trx: Transaction,
  round: Subject<BudgetId>,
  { secret, publicUrl, path, now }: Printing,
): Promise<BudgetPrint | null> => {
  const { status, ...head } = await headOf(trx, round)
  if (status !== 'open') return null
  const parts = await partsOf(trx, round, now)
  const below = parts.filter((each) => path === EVERYWHERE || each.path === path || each.path.startsWith(`${path}.`))
  const listed = await sheetsOf(trx, round, { path, now })
  const sheets = listed.map(async ({ ballot, number, name, place }) => {
    const code = paperCode(secret, number, { ballot, issue: ISSUE })
    return { code, name, place, svg: await qrOf(paperUrl(publicUrl, round.id, code)) }
  })
  const left = path === '' ? 0 : below.reduce((sum, each) => sum + each.of, 0) - listed.length
  return { ...head, day: localDateOf(now), path, parts, sheets: await Promise.all(sheets), left }
}

type Taken = {
  readonly step: 'read' | 'noted' | 'dropped'
  readonly where: 'desk' | 'paper'
  readonly choice: string[]
}

/** What the reader read last, where nothing has been dropped since. */
const ownReading = async (trx: Transaction, { community, id }: Subject, reader: PersonId): Promise<Taken | null> => {
  const { rows } = await sql<Taken>`
    select step, noted_in as where, choice from app.budget_reading reading
    where community_id = ${community} and ballot_id = ${id} and step = 'read' and person_id = ${reader} and not exists (
      select from app.budget_reading later where later.community_id = reading.community_id
        and later.ballot_id = reading.ballot_id and later.number > reading.number and later.step = 'dropped')
    order by number desc limit 1`.execute(trx)
  return rows[0] ?? null
}

type Noted = { readonly readers: string[]; readonly at: Instant; readonly holds: boolean; readonly choice: string[] }

/** The last one that came of what the reader read. */
const notedBy = async (trx: Transaction, { community, id }: Subject, reader: PersonId): Promise<Noted | null> => {
  const { rows } = await sql<Noted>`
    select ballot.at, ballot.choice, ballot.number = voter.holding as holds, array(
      select person.name from unnest(ballot.readers) with ordinality as reader (person_id, place)
      join app.person person on person.community_id = ballot.community_id and person.person_id = reader.person_id order by place
    ) as readers
    from app.budget_voter voter join app.budget_ballot ballot using (community_id, ballot_id)
    where voter.community_id = ${community} and voter.ballot_id = ${id} and ${reader} = any(ballot.readers) and not exists (
      select from app.budget_reading open where open.community_id = voter.community_id and open.ballot_id = voter.ballot_id
        and open.step = 'read' and open.number > (
        select max(number) from app.budget_reading done where done.community_id = open.community_id
          and done.ballot_id = open.ballot_id and done.step = 'noted'))
    order by ballot.number desc limit 1`.execute(trx)
  return rows[0] ?? null
}

type Asked = { readonly ctx: Context; readonly reader: PersonId }

/** Null for whoever has not read it: nobody else learns what somebody chose. */
export const readBudgetSlip = async (
  trx: Transaction,
  round: Subject<BudgetId>,
  ballot: Subject<BallotId>,
  { ctx, reader }: Asked,
): Promise<BudgetSlip | null> => {
  const taken = await ownReading(trx, ballot, reader)
  if (!taken) return null
  const now = ctx.clock.now()
  const { rows } = await sql<Listed>`
    select * from (${LISTED(round, now)}) each where ballot = ${ballot.id}`.execute(trx)
  const { number, name, place } = rows[0]!
  const noted = await notedBy(trx, ballot, reader)
  const { status: _, lastDay: __, ...head } = await headOf(trx, round)
  const receipt = noted && (await receiptOf(ctx, trx, ballot, { lastOf: 'BudgetBallotNoted' }))
  const about = { number, name, place, where: taken.where, day: localDateOf(now) }
  if (!noted) return { ...head, ...about, choice: taken.choice, noted: null }
  const { choice, readers, at, holds } = noted
  return { ...head, ...about, choice, noted: { readers, at, holds, receipt } }
}
