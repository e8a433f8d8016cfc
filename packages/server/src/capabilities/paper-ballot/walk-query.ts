// The walk list: the units of a poll where somebody may call, stairway after stairway; of whoever lives there it says nothing.
import type { WalkPage, WalkUnit } from '@yishi/contract/paper-pages'
import { type PersonActor, type PollId, covers } from '@yishi/domain/kernel'
import { pagesOf } from '@yishi/domain/paper-ballot'
import { hasSheets } from '@yishi/domain/poll'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'
import { agendaRows, rowOfPoll } from '../poll/index.ts'
import { communityTitle } from '../territory/index.ts'
import { namesOfPaths } from './desk-query.ts'

type Ground = { readonly path: string; readonly tellers: readonly string[]; readonly running: boolean }

const groundOf = async (trx: Transaction, poll: Subject<PollId>): Promise<Ground | null> => {
  const row = await rowOfPoll(trx, poll).executeTakeFirst()
  // Of people the list has the names, and nobody carries those from door to door.
  if (!row || !hasSheets(row.rule) || row.rule.ballotOf !== 'unit') return null
  const running = row.status === 'open' || row.status === 'closed'
  return { path: row.path, tellers: row.rule.tellers, running }
}

/** Where the hats of somebody let them call: all of the poll, or what lies below their own nodes. */
const pathsOf = ({ community }: Subject, { path, tellers }: Ground, { hats }: PersonActor): readonly string[] =>
  hats.flatMap((hat) => {
    if (hat.community !== community || !tellers.includes(hat.role)) return []
    if (covers(hat.path, path)) return ['']
    return [hat.path]
  })

export const mayWalk = async (trx: Transaction, poll: Subject<PollId>, actor: PersonActor): Promise<boolean> => {
  const ground = await groundOf(trx, poll)
  return ground !== null && pathsOf(poll, ground, actor).length > 0
}

type Row = WalkUnit & { readonly path: string }

/** A phone lays out so many without trouble; whoever has more chooses a stairway. */
const MOST_UNITS = 600

/** On every question that is asked on the sheet. */
const VOTED = sql`(unit.channel is not null and not exists (
  select from app.poll question join app.poll_voter further using (community_id, poll_id)
  where question.community_id = unit.community_id and question.agenda_first = unit.poll_id
    and question.status <> 'withdrawn' and further.voter_id = unit.voter_id and further.channel is null
))`

type Reach = { readonly paths: readonly string[]; readonly path: string }

const within = (paths: readonly string[]) => sql`exists (select from unnest(${[...paths]}::text[]) as mine (path)
  where mine.path = '' or unit.path = mine.path or starts_with(unit.path, mine.path || '.'))`

const unitsAt = async (trx: Transaction, { community, id }: Subject<PollId>, { paths, path }: Reach) => {
  const { rows } = await sql<Row>`
    select unit.voter_id as voter, unit.name, unit.path, coalesce(paper.status, 'out') as status,
      ${VOTED} as voted, exists (
        select from app.poll_proof proof where proof.community_id = unit.community_id
          and proof.ballot_id = unit.ballot_id and proof.proof = 'delivered') as delivered, (
        select how from app.paper_register step where step.community_id = unit.community_id
          and step.ballot_id = unit.ballot_id and step.step = 'not-delivered' order by number desc limit 1) as last
    from app.poll_voter unit left join app.paper_ballot paper using (community_id, ballot_id)
    where unit.community_id = ${community} and unit.poll_id = ${id} and ${within(paths)}
      and (${path} = '' or unit.path = ${path} or starts_with(unit.path, ${path} || '.'))
    order by unit.path, unit.position limit ${MOST_UNITS}`.execute(trx)
  return rows
}

type NameOf = (path: string) => string

const stairwaysOf = (rows: readonly Row[], nameOf: NameOf): WalkPage['stairways'] =>
  [...Map.groupBy(rows, ({ path }) => path)].map(([path, units]) => ({
    path,
    name: nameOf(path),
    units: units.map(({ voter, name, status, delivered, voted, last }) => ({
      voter,
      name,
      status,
      delivered,
      voted,
      last,
    })),
  }))

/** Where else they may call, and how many units there are to call at in all. */
const elsewhere = async (trx: Transaction, { community, id }: Subject<PollId>, paths: readonly string[]) => {
  const { rows } = await sql<{ path: string; of: number; done: number }>`
    select unit.path, count(*)::integer as of,
      (count(*) filter (where ${VOTED} or coalesce(paper.status, 'out') <> 'out'))::integer as done
    from app.poll_voter unit left join app.paper_ballot paper using (community_id, ballot_id)
    where unit.community_id = ${community} and unit.poll_id = ${id} and ${within(paths)}
    group by unit.path order by unit.path`.execute(trx)
  return rows
}

const sumOf = (all: readonly { of: number; done: number }[]): WalkPage['calls'] => ({
  of: all.reduce((sum, { of }) => sum + of, 0),
  done: all.reduce((sum, { done }) => sum + done, 0),
})

type Walk = Pick<
  WalkPage,
  'community' | 'questions' | 'pages' | 'regime' | 'closesAt' | 'path' | 'stairways' | 'others' | 'calls'
>

/** Null where there is nothing to walk for: then the page does not exist for this person. */
export const readWalk = async (
  trx: Transaction,
  poll: Subject<PollId>,
  actor: PersonActor,
  path = '',
): Promise<Walk | null> => {
  const ground = await groundOf(trx, poll)
  const paths = ground ? pathsOf(poll, ground, actor) : []
  if (!ground?.running || paths.length === 0) return null
  const announced = await agendaRows(trx, poll)
  const rows = announced.filter(({ status }) => status !== 'withdrawn')
  const { assembly } = rows[0]!
  const regimes = rows.map((row) => row.assembly?.regime ?? 'strict')
  const nameOf = await namesOfPaths(trx, poll)
  const units = await unitsAt(trx, poll, { paths, path })
  const stairways = stairwaysOf(units, nameOf)
  const all = await elsewhere(trx, poll, paths)
  // The last stairway of a full page may be shown in part, and is named among the others as well.
  const whole = units.length < MOST_UNITS ? stairways : stairways.slice(0, -1)
  const shown = new Set(whole.map((each) => each.path))
  return {
    community: await communityTitle(trx, poll.community),
    questions: rows.map(({ question }) => question),
    pages: pagesOf(announced).length,
    // Whoever calls warns of all that silence may mean.
    regime:
      regimes.find((regime) => regime === 'follow-majority') ?? regimes.find((each) => each !== 'strict') ?? 'strict',
    closesAt: assembly?.closesAt ?? null,
    path,
    stairways,
    others: all.filter((each) => !shown.has(each.path)).map((each) => ({ path: each.path, name: nameOf(each.path) })),
    calls: sumOf(all),
  }
}
