// A poll as the console shows it: who may vote and who has, whether it was counted, what it came to, and what the reader may do.
import type { PollFile, PollLine, PollVoter, PollsOfMatter, votersQuerySchema } from '@yishi/contract/poll'
import { type Actor, type Hat, type MatterId, type PollId, holds } from '@yishi/domain/kernel'
import { mayOpen, stageOfMatter } from '@yishi/domain/matter'
import type { StandingPoll } from '@yishi/domain/poll'
import { rehearse } from '@yishi/domain/poll'
import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Transaction } from '../../kernel/database/tables.ts'
import { sharedReading } from '../../kernel/shared-reading.ts'
import type { Subject } from '../../kernel/store.ts'
import { readMatter } from '../matter/index.ts'
import { agendaFor } from './agenda-file.ts'
import { turnoutOf, votersOf } from './ballot-query.ts'
import { lawOn } from './law-query.ts'
import { objectionsTo } from './objections.ts'
import { participationOf, turnoutByBuilding } from './participation-query.ts'
import { mayOn } from './may.ts'
import { resultOf } from './result.ts'
import { rowOfPoll, stateOfPoll } from './store.ts'
import type { PollRow } from './tables.ts'

/** Who stands on the list is for those who count; null for anybody else. */
export const votersFor = async (
  trx: Transaction,
  subject: Subject<PollId>,
  { actor, ...asked }: { readonly actor: Actor } & z.output<typeof votersQuerySchema>,
): Promise<PollVoter[] | null> => {
  const row = await rowOfPoll(trx, subject).executeTakeFirst()
  return row && holds(actor, row.rule.tellers, row.community_id, row.path) ? votersOf(trx, subject, asked) : null
}

type Around = { code: string; title: string; community: string; first: string | null }

const around = async (trx: Transaction, row: Selectable<PollRow>): Promise<Around> => {
  const { rows } = await sql<Around>`
    select matter.code, matter.title, community.name as community, (
      select name from app.person where person.community_id = matter.community_id and person_id = ${row.first_count?.by ?? null}
    ) as first
    from app.matter join app.community on community.id = matter.community_id
    where matter.community_id = ${row.community_id} and matter.matter_id = ${row.matter_id}`.execute(trx)
  return rows[0]!
}

/** Nothing is rehearsed before the first ballot can come, nor after the count. */
const rehearsalOf = async (trx: Transaction, row: Selectable<PollRow>): Promise<PollFile['rehearsal']> => {
  if (!row.assembly || !['open', 'closed'].includes(row.status)) return null
  const taking = await participationOf(trx, { community: row.community_id, id: row.poll_id }, row.totals)
  return rehearse(row.rule, taking).map(({ lines, ...rest }) => ({ ...rest, lines: [...lines] }))
}

const waiting = async (trx: Transaction, row: Selectable<PollRow>): Promise<PollFile['objections']> => {
  const notice = row.assembly?.resultNotice ?? row.assembly?.notice ?? null
  const found = await objectionsTo(trx, { community: row.community_id, id: row.poll_id }, notice)
  return found && found.notice.status !== 'absent'
    ? {
        notice: found.notice.id,
        status: found.notice.status,
        endsAt: found.notice.endsAt,
        unanswered: found.unanswered,
      }
    : null
}

type Live = Pick<PollFile, 'turnout' | 'rehearsal'>

/** Who takes part, looked up over the whole list: once for all who look at the poll at one moment. */
export const livePoll = sharedReading(async (trx, subject: Subject<PollId>): Promise<Live | null> => {
  const row = await rowOfPoll(trx, subject).executeTakeFirst()
  if (!row) return null
  const turnout = row.assembly ? await turnoutByBuilding(trx, subject) : await turnoutOf(trx, subject)
  return { turnout, rehearsal: await rehearsalOf(trx, row) }
})

type Looking = { readonly actor: Actor; readonly now: `${string}Z`; readonly live: Live }

export const readPollFile = async (
  trx: Transaction,
  subject: Subject<PollId>,
  { actor, now, live }: Looking,
): Promise<PollFile | null> => {
  const row = await rowOfPoll(trx, subject).executeTakeFirst()
  if (!row) return null
  const { code, title, community, first } = await around(trx, row)
  return {
    poll: row.poll_id,
    community: { id: row.community_id, name: community },
    matter: { matter: row.matter_id, code, title },
    status: row.status,
    rule: row.rule,
    way: row.way,
    question: row.question,
    electorate: { named: row.named, totals: row.totals, digest: row.digest },
    ...live,
    assembly: row.assembly,
    agenda: await agendaFor(trx, row, now),
    law: await lawOn(trx, row, now),
    objections: await waiting(trx, row),
    counting: row.status === 'counting' ? { first, recounts: row.recounts } : null,
    result: resultOf(row),
    draftedAt: row.drafted_at,
    openedAt: row.opened_at,
    decidedAt: row.decided_at,
    may: mayOn(stateOfPoll(row) as StandingPoll, actor, now),
  }
}

type Line = Omit<PollLine, 'rule' | 'question'> & Pick<Selectable<PollRow>, 'rule' | 'question'>

const lineOf = ({ rule, question, ...line }: Line): PollLine => ({
  ...line,
  rule: { ...rule.names },
  question: question.text,
})

const LINES = sql`select poll.poll_id as poll, poll.matter_id as matter, matter.code, poll.question, poll.rule, poll.status,
    poll.passed, poll.drafted_at as "draftedAt"
  from app.poll join app.matter using (community_id, matter_id)`

export const pollsOfMatter = async (
  trx: Transaction,
  { community, id }: Subject<MatterId>,
  actor: Actor,
): Promise<PollsOfMatter> => {
  const { rows } = await sql<Line>`${LINES}
    where poll.community_id = ${community} and poll.matter_id = ${id} order by poll.drafted_at desc`.execute(trx)
  const held = await readMatter(trx, { community, id })
  const may = held !== null && mayOpen(held.state, 'poll', actor) === null
  const stage = held?.state.status === 'open' ? stageOfMatter(held.state) : null
  return { polls: rows.map(lineOf), may, rule: stage?.act === 'decide' ? stage.settings.rule : null }
}

/** Under these hats; what runs comes first, then the newest. */
export const pollsOf = async (trx: Transaction, hats: readonly Hat[]): Promise<PollLine[]> => {
  const { rows } = await sql<Line>`${LINES}
    where exists (
      select from unnest(${hats.map(({ community }) => community)}::text[], ${hats.map(({ path }) => path)}::text[])
        as mine (community_id, path)
      where mine.community_id = poll.community_id
        and (mine.path = '' or poll.path = mine.path or starts_with(poll.path, mine.path || '.')))
    order by poll.status in ('decided', 'withdrawn'), poll.drafted_at desc limit 100`.execute(trx)
  return rows.map(lineOf)
}
