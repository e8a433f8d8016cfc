// A poll as anyone may see it: question, rule, how many took part, and the result with its arithmetic; never who, never what (R3.10).
import type { PollPage, PollSheet, Standing } from '@yishi/contract/poll'
import type { Actor, CommunityId, PollId } from '@yishi/domain/kernel'
import { maskText } from '@yishi/domain/privacy'
import { choicesOf, countsFor } from '@yishi/domain/poll'
import { sql } from 'kysely'
import type { Database, Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'
import { communityTitle } from '../territory/index.ts'
import { type Own, ownBallot, turnoutOf } from './ballot-query.ts'
import { resultOf } from './file-query.ts'
import { rowOfPoll } from './store.ts'

/** Null for an address that leads nowhere. */
export const findPoll = async (db: Database, id: string): Promise<Subject<PollId> | null> => {
  const { rows } = await sql<{
    community: CommunityId | null
  }>`select app.community_of_poll(${id}) as community`.execute(db)
  const community = rows[0]?.community
  return community ? { community, id: id as PollId } : null
}

type Shown = Omit<PollSheet, 'url'>
type About = { code: string; title: string; publicity: string }

const matterOf = async (trx: Transaction, community: CommunityId, matter: string): Promise<About> => {
  const { rows } = await sql<About>`select code, title, publicity from app.matter
    where community_id = ${community} and matter_id = ${matter}`.execute(trx)
  return rows[0]!
}

/** A draft is nobody's business yet; a poll of a closed matter is for its voters alone. */
export const readShown = async (
  trx: Transaction,
  subject: Subject<PollId>,
  { listed, asOf }: { readonly listed: boolean; readonly asOf: string },
): Promise<Shown | null> => {
  const row = await rowOfPoll(trx, subject).executeTakeFirst()
  if (!row || row.status === 'draft' || row.opened_at === null) return null
  const { code, title, publicity } = await matterOf(trx, subject.community, row.matter_id)
  if (publicity === 'closed' && !listed) return null
  const { cast, of } = await turnoutOf(trx, subject)
  return {
    poll: row.poll_id,
    community: await communityTitle(trx, subject.community),
    matter: { code, title: maskText(title) },
    question: row.question,
    rule: row.rule,
    status: row.status,
    turnout: row.way === 'ballots' ? { cast, of } : null,
    totals: row.totals,
    result: resultOf(row),
    openedAt: row.opened_at,
    decidedAt: row.decided_at,
    digest: row.digest,
    asOf,
  }
}

export const ownIn = (trx: Transaction, subject: Subject<PollId>, actor: Actor): Promise<Own | null> =>
  actor.kind === 'person' ? ownBallot(trx, subject, actor.person) : Promise.resolve(null)

export const standingOf = ({ status, turnout }: Shown, actor: Actor, own: Own | null): Standing => {
  if (own?.choice) return 'has-voted'
  if (status !== 'open') return 'over'
  if (turnout === null) return 'in-hall'
  if (actor.kind !== 'person') return 'sign-in'
  return own ? 'may-vote' : 'not-listed'
}

export const mineOf = (own: Own | null): PollPage['mine'] =>
  own?.choice ? { choice: own.choice, noted: own.noted } : null

/** What `yishi tally FILE` reads: one claim, or one for each option; null while there is nothing to check. */
export const tallyFileOf = ({ result, question, rule, totals: electorate }: Shown) => {
  if (!result) return null
  const claims = choicesOf(question).map((choice) => ({
    ...(question.type === 'for-against' ? {} : { option: choice }),
    rule,
    regime: 'strict',
    electorate,
    counts: countsFor(rule, result.figures, choice),
  }))
  return question.type === 'for-against' ? claims[0]! : claims
}
