// The walk list: the units of a poll where somebody may call, stairway after stairway; of whoever lives there it says nothing.
import type { WalkPage, WalkUnit } from '@yishi/contract/paper-pages'
import { type PollId, covers } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'
import { agendaRows, rowOfPoll } from '../poll/index.ts'
import { communityTitle } from '../territory/index.ts'
import type { PersonActor } from './asking.ts'
import { STAIRWAY } from './desk-query.ts'

type Ground = { readonly path: string; readonly tellers: readonly string[]; readonly running: boolean }

const groundOf = async (trx: Transaction, poll: Subject<PollId>): Promise<Ground | null> => {
  const row = await rowOfPoll(trx, poll).executeTakeFirst()
  if (!row || row.rule.ballotOf !== 'unit' || row.rule.secrecy === 'secret') return null
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

type Row = WalkUnit & { readonly path: string; readonly stairway: string }

const unitsAt = async (trx: Transaction, { community, id }: Subject<PollId>, paths: readonly string[]) => {
  const { rows } = await sql<Row>`
    select unit.voter_id as voter, unit.name, unit.path, ${STAIRWAY} as stairway, coalesce(paper.status, 'out') as status,
      unit.channel is not null and not exists (
        select from app.poll question join app.poll_voter further using (community_id, poll_id)
        where question.community_id = unit.community_id and question.agenda_first = unit.poll_id
          and question.status <> 'withdrawn' and further.voter_id = unit.voter_id and further.channel is null
      ) as voted, exists (
        select from app.poll_proof proof where proof.community_id = unit.community_id
          and proof.ballot_id = unit.ballot_id and proof.proof = 'delivered') as delivered, (
        select how from app.paper_register step where step.community_id = unit.community_id
          and step.ballot_id = unit.ballot_id and step.step = 'not-delivered' order by number desc limit 1) as last
    from app.poll_voter unit left join app.paper_ballot paper using (community_id, ballot_id)
    where unit.community_id = ${community} and unit.poll_id = ${id}
      and exists (select from unnest(${[...paths]}::text[]) as mine (path)
        where mine.path = '' or unit.path = mine.path or starts_with(unit.path, mine.path || '.'))
    order by unit.path, unit.position`.execute(trx)
  return rows
}

const stairwaysOf = (rows: readonly Row[]): WalkPage['stairways'] =>
  [...Map.groupBy(rows, ({ path }) => path)].map(([path, units]) => ({
    path,
    name: units[0]!.stairway,
    units: units.map(({ voter, name, status, delivered, voted, last }) => ({
      voter,
      name,
      status,
      delivered,
      voted,
      last,
    })),
  }))

type Walk = Pick<WalkPage, 'community' | 'questions' | 'regime' | 'closesAt' | 'stairways'>

/** Null where there is nothing to walk for: then the page does not exist for this person. */
export const readWalk = async (trx: Transaction, poll: Subject<PollId>, actor: PersonActor): Promise<Walk | null> => {
  const ground = await groundOf(trx, poll)
  const paths = ground ? pathsOf(poll, ground, actor) : []
  if (!ground?.running || paths.length === 0) return null
  const rows = (await agendaRows(trx, poll)).filter(({ status }) => status !== 'withdrawn')
  const { assembly } = rows[0]!
  const regimes = rows.map((row) => row.assembly?.regime ?? 'strict')
  return {
    community: await communityTitle(trx, poll.community),
    questions: rows.map(({ question }) => question),
    // Whoever calls warns of all that silence may mean.
    regime:
      regimes.find((regime) => regime === 'follow-majority') ?? regimes.find((each) => each !== 'strict') ?? 'strict',
    closesAt: assembly?.closesAt ?? null,
    stairways: stairwaysOf(await unitsAt(trx, poll, paths)),
  }
}
