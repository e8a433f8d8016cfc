// A secret election as anyone may see it, its paper, and the file to check it by: totals and boxes, never a voter.
import type { ElectionPage, ElectionPaper, ElectionRoll } from '@yishi/contract/election-pages'
import type { CommunityId, ElectionId, Instant } from '@yishi/domain/kernel'
import { maskName } from '@yishi/domain/privacy'
import {
  type BoxCount,
  type ElectionFile,
  type SecretResult,
  type StandingElection,
  keyedTurn,
  sectionsOf,
  withoutWrittenNames,
} from '@yishi/domain/secret-election'
import { sql } from 'kysely'
import type { Database, Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'
import { communityTitle } from '../territory/index.ts'
import { nextVoteIn, recallIn } from './file-query.ts'
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

const toldIn = (state: StandingElection): readonly SecretResult[] =>
  'results' in state ? withoutWrittenNames(state.law, state.results) : []

/** A draft is nobody's business yet. */
export const readShown = async (
  trx: Transaction,
  subject: Subject<ElectionId>,
  now: Instant,
): Promise<Shown | null> => {
  const row = await rowOfElection(trx, subject).executeTakeFirst()
  if (!row || row.state.status === 'draft') return null
  const { state } = row
  const { id, title, purpose, law, posts, day, place, status } = state
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
    posts,
    writeIns: law.writeIns !== null,
    addsDown: state.addsDown,
    furtherWithin: state.furtherWithin,
    recall: recallIn(state),
    ...('turn' in state ? { day: state.turn.day, place: state.turn.place } : { day, place }),
    nextVote: nextVoteIn(state),
    status,
    roll,
    names: grouped(all.map(({ name, group }) => ({ name: maskName(name), group }))),
    proxies: all.flatMap(({ name, holder, relation }) =>
      holder ? [{ principal: maskName(name), holder: maskName(holder), relation }] : [],
    ),
    given: 'turn' in state ? state.turn.given : null,
    mayObject: status === 'published' && roll !== null && now < roll.objectionsUntil,
    results: toldIn(state),
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
  const { day, sections } =
    state.status === 'voting' ? state.turn : { day: state.day, sections: sectionsOf(state.posts) }
  const isFirst = state.status !== 'voting' || state.turn.round === 1
  return {
    election: state.id,
    community: await communityTitle(trx, subject.community),
    title: state.title,
    addsDown: state.addsDown && sections.length > 1,
    recall: state.recall !== null,
    sections: sections.map(({ title, seats, standing }) => ({
      title,
      seats,
      names: standing.map(({ name }) => name),
      lines: state.law.writeIns && isFirst ? seats : 0,
    })),
    day,
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

/** Names as everybody reads them; keys stay those of the count. */
const fileOf = (state: StandingElection, told: SecretResult, boxes: readonly { box: number; count: BoxCount }[]) => {
  const { round, registered, given, kept, addsDown, reserved, sections } = told
  const asked = sections.map(({ post, title, seats, candidates }) => ({
    post,
    title,
    seats,
    standing: candidates.filter(({ written }) => !written),
  }))
  const turn = keyedTurn(
    asked,
    boxes.map(({ count }) => count),
  )
  const known = new Map(sections.flatMap(({ candidates }) => candidates.map((each) => [each.key, each])))
  const file: ElectionFile = {
    format: 'yishi-secret-election/3',
    election: state.id,
    law: state.law,
    round,
    registered,
    given,
    sections: turn.sections.map(({ candidates, ...section }) => ({
      ...section,
      candidates: candidates.map(({ key, written }) => {
        const { name, woman } = known.get(key)!
        return { key, name, written, woman }
      }),
    })),
    boxes: turn.boxes.map((count, index) => ({ name: state.boxes[boxes[index]!.box] ?? String(index + 1), count })),
    kept: [...kept],
    addsDown,
    reserved,
  }
  return file
}

/** What `yishi tally FILE` reads, one file for each turn; null before anything is announced. */
export const tallyFileOf = async (
  trx: Transaction,
  subject: Subject<ElectionId>,
): Promise<readonly ElectionFile[] | null> => {
  const row = await rowOfElection(trx, subject).executeTakeFirst()
  const told = row ? toldIn(row.state) : []
  if (!row || told.length === 0) return null
  const files = told.map(async (result, index) =>
    fileOf(row.state, result, await settledBoxes(trx, subject, index + 1)),
  )
  return Promise.all(files)
}
