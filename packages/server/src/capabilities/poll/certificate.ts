// The certificate of a decided poll, or of a whole agenda, for anybody: what is published and what the log holds, without names and choices. It is the same whenever it is asked for.
import type { PollId } from '@yishi/domain/kernel'
import type { AgendaCertificate, Certificate, CertifiedQuestion } from '@yishi/domain/poll'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'
import { type KeptEntry, entriesOf, extractOver } from '../ledger/index.ts'
import { communityTitle } from '../territory/index.ts'
import { rowOfPoll } from './store.ts'

const ballotsOf = async (trx: Transaction, { community, id }: Subject<PollId>): Promise<readonly string[]> => {
  const { rows } = await sql<{ ballot: string }>`
    select ballot_id as ballot from app.poll_voter
    where community_id = ${community} and poll_id = ${id} and holding > 0`.execute(trx)
  return rows.map(({ ballot }) => ballot)
}

type Certified = { readonly body: Omit<CertifiedQuestion, 'number'>; readonly entries: readonly KeptEntry[] }

const inOrder = (entries: readonly KeptEntry[]): readonly KeptEntry[] =>
  entries.toSorted((one, other) => one.place - other.place)

/** What one question has of its own, and its entries; null for what is not decided. */
const certifiedIn = async (trx: Transaction, subject: Subject<PollId>): Promise<Certified | null> => {
  const row = await rowOfPoll(trx, subject).executeTakeFirst()
  if (row?.status !== 'decided' || !row.figures || !row.outcome || !row.opened_at || !row.decided_at) return null
  const { rule, question, assembly, named, totals, digest, lots, figures, outcome } = row
  const ballots = row.way === 'ballots' ? await ballotsOf(trx, subject) : null
  const own = await entriesOf(trx, subject.community, { subjects: [subject.id] })
  const cast = await entriesOf(trx, subject.community, { subjects: ballots ?? [], types: ['BallotCast'] })
  const body: Certified['body'] = {
    poll: row.poll_id,
    rule,
    regime: assembly?.regime ?? 'strict',
    question,
    electorate: { named, totals, digest },
    lots,
    figures,
    countSalt: own.findLast(({ openings }) => openings?.['figures'])?.openings?.['figures']?.salt ?? '',
    passed: outcome.passed,
    chosen: [...outcome.chosen],
    cast: ballots?.length ?? null,
    openedAt: row.opened_at,
    closesAt: assembly?.closesAt ?? null,
    decidedAt: row.decided_at,
  }
  return { body, entries: inOrder([...own, ...cast]) }
}

/** Null for what is not decided, and for about a second after it was. */
export const readCertificate = async (trx: Transaction, subject: Subject<PollId>): Promise<Certificate | null> => {
  const found = await certifiedIn(trx, subject)
  const log = found && (await extractOver(trx, subject.community, found.entries, 'oldest'))
  if (!log) return null
  const { name: community } = await communityTitle(trx, subject.community)
  return { format: 'yishi-certificate/1', community, ...found.body, log }
}

/** The questions that stand, with their numbers; the first one's poll gives the agenda its name. Null until all of them are decided and in the log. */
export const readAgendaCertificate = async (
  trx: Transaction,
  { community, id: agenda }: Subject<PollId>,
  places: readonly { readonly poll: string; readonly number: number }[],
): Promise<AgendaCertificate | null> => {
  const questions: CertifiedQuestion[] = []
  const entries: KeptEntry[] = []
  for (const { poll, number } of places) {
    const found = await certifiedIn(trx, { community, id: poll as PollId })
    if (!found) return null
    questions.push({ number, ...found.body })
    entries.push(...found.entries)
  }
  const log = await extractOver(trx, community, inOrder(entries), 'oldest')
  const { name } = await communityTitle(trx, community)
  return log && { format: 'yishi-agenda-certificate/1', agenda, community: name, questions, log }
}
