// A secret election as anyone may see it, its paper, and the file to check it by: totals and boxes, never a voter.
import type { ElectionPage, ElectionPaper, ElectionRoll } from '@yishi/contract/election-pages'
import type { CommunityId, ElectionId, Instant } from '@yishi/domain/kernel'
import { maskName } from '@yishi/domain/privacy'
import type { BoxCount, ElectionFile } from '@yishi/domain/secret-election'
import { sql } from 'kysely'
import type { Database, Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'
import { communityTitle } from '../territory/index.ts'
import { grouped, listedIn } from './roll-query.ts'
import { rowOfElection } from './store.ts'

/** Null for an address that leads nowhere. */
export const findElection = async (db: Database, id: string): Promise<Subject<ElectionId> | null> => {
  const { rows } = await sql<{ community: CommunityId | null }>`
    select app.community_of_election(${id}) as community`.execute(db)
  const community = rows[0]?.community
  return community ? { community, id: id as ElectionId } : null
}

type Shown = Omit<ElectionPage, 'problem' | 'sent' | 'written'>

/** A draft is nobody's business yet. */
export const readShown = async (
  trx: Transaction,
  subject: Subject<ElectionId>,
  now: Instant,
): Promise<Shown | null> => {
  const row = await rowOfElection(trx, subject).executeTakeFirst()
  if (!row || row.state.status === 'draft') return null
  const { state } = row
  const { id, title, purpose, law, seats, candidates, day, place, status } = state
  const all = await listedIn(trx, subject)
  const roll =
    'registered' in state
      ? { publishedOn: state.publishedOn, objectionsUntil: state.objectionsUntil, registered: state.registered }
      : null
  return {
    election: id,
    community: await communityTitle(trx, subject.community),
    title,
    purpose,
    law: { names: law.names, source: law.source, rulingDays: law.rulingDays },
    seats,
    candidates,
    day,
    place,
    status,
    roll,
    names: grouped(all.map(({ name, group }) => ({ name: maskName(name), group }))),
    proxies: all.flatMap(({ name, holder, relation }) =>
      holder ? [{ principal: maskName(name), holder: maskName(holder), relation }] : [],
    ),
    given: 'given' in state ? state.given : null,
    mayObject: status === 'published' && roll !== null && now < roll.objectionsUntil,
    results: 'results' in state ? state.results : [],
    elected: 'elected' in state ? state.elected : [],
    asOf: now,
  }
}

const MOST_COPIES = 200

/** Ballots of the turn that runs, or of the first: all alike. Null where nobody votes any more. */
export const readPaper = async (
  trx: Transaction,
  subject: Subject<ElectionId>,
  copies: number,
): Promise<ElectionPaper | null> => {
  const row = await rowOfElection(trx, subject).executeTakeFirst()
  if (!row || (row.state.status !== 'published' && row.state.status !== 'voting')) return null
  const { state } = row
  const standing = state.status === 'voting' ? state.standing : state.candidates.map(({ key }) => key)
  return {
    election: state.id,
    community: await communityTitle(trx, subject.community),
    title: state.title,
    seats: state.status === 'voting' ? state.open : state.seats,
    names: state.candidates.filter(({ key }) => standing.includes(key)).map(({ name }) => name),
    day: state.day,
    copies: Math.max(1, Math.min(MOST_COPIES, copies || 2)),
  }
}

export const readRoll = async (trx: Transaction, subject: Subject<ElectionId>): Promise<ElectionRoll | null> => {
  const row = await rowOfElection(trx, subject).executeTakeFirst()
  if (!row || !('registered' in row.state)) return null
  const { title, publishedOn, objectionsUntil, day, place, registered, digest, law } = row.state
  return {
    community: await communityTitle(trx, subject.community),
    title,
    publishedOn,
    objectionsUntil,
    rulingDays: law.rulingDays,
    day,
    place,
    groups: grouped(await listedIn(trx, subject)),
    registered,
    digest,
  }
}

/** Of each box the count that was settled: the one that two tellers of the turn came to. */
const settledBoxes = async (trx: Transaction, { community, id }: Subject<ElectionId>, turn: number) => {
  const { rows } = await sql<{ box: number; count: BoxCount }>`
    select distinct on (box) box, count from app.election_count counted
    where community_id = ${community} and election_id = ${id} and turn = ${turn}
    order by box, number desc`.execute(trx)
  return rows
}

/** What `yishi tally FILE` reads, one file for each turn; null before anything is announced. */
export const tallyFileOf = async (
  trx: Transaction,
  subject: Subject<ElectionId>,
): Promise<readonly ElectionFile[] | null> => {
  const row = await rowOfElection(trx, subject).executeTakeFirst()
  if (!row || !('results' in row.state) || row.state.results.length === 0) return null
  const { state } = row
  const { rows: given } = await sql<{ turn: number; given: number }>`
    select turn, count(*)::integer as given from app.election_given
    where community_id = ${subject.community} and election_id = ${subject.id} group by 1`.execute(trx)
  const files = row.state.results.map(async (result, index): Promise<ElectionFile> => {
    const turn = index + 1
    const boxes = await settledBoxes(trx, subject, turn)
    const standing = result.candidates.map(({ key }) => key)
    return {
      format: 'yishi-secret-election/1',
      election: state.id,
      law: state.law,
      round: result.round as 1 | 2,
      seats: result.open + result.elected.length,
      candidates: state.candidates.filter(({ key }) => standing.includes(key)).map(({ key, name }) => ({ key, name })),
      registered: state.registered,
      given: given.find((each) => each.turn === turn)?.given ?? 0,
      boxes: boxes.map(({ box, count }) => ({ name: state.boxes[box] ?? String(box), count })),
    }
  })
  return Promise.all(files)
}
