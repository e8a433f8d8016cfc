// The questions that are asked together, as everybody may see them: where one stands among them, and which one comes next.
import type { AgendaPlace, PollSheet } from '@yishi/contract/poll-page'
import type { CommunityId, PollId } from '@yishi/domain/kernel'
import type { Selectable } from 'kysely'
import type { Database, Transaction } from '../../kernel/database/tables.ts'
import { readIn } from '../../kernel/database/tenancy.ts'
import type { Subject } from '../../kernel/store.ts'
import { type Lane, readTogether } from '../../kernel/together.ts'
import { castIn } from './agenda-file.ts'
import { agendaOf, agendaRows } from './agenda-query.ts'
import type { PollRow } from './tables.ts'

const placeOf = ({ poll_id: poll, question, status }: Selectable<PollRow>, index: number): readonly AgendaPlace[] =>
  status === 'draft' ? [] : [{ poll, number: index + 1, text: question.text, status }]

const placesOf = async (trx: Transaction, subject: Subject<PollId>): Promise<readonly AgendaPlace[]> =>
  (await agendaRows(trx, subject)).flatMap(placeOf)

/** Null where nothing else is asked with it. */
export const agendaAround = async (trx: Transaction, row: Selectable<PollRow>): Promise<PollSheet['agenda']> => {
  if (!row.assembly) return null
  const questions = await placesOf(trx, { community: row.community_id, id: row.agenda_first ?? row.poll_id })
  const here = questions.find(({ poll }) => poll === row.poll_id)
  return questions.length > 1 && here ? { number: here.number, questions } : null
}

/** All of them, from whichever one somebody asks; empty where one stands alone. */
export const agendaAt = async (trx: Transaction, subject: Subject<PollId>): Promise<readonly AgendaPlace[]> => {
  const questions = (await agendaOf(trx, subject)).flatMap(placeOf)
  return questions.length > 1 ? questions : []
}

const agendas = readTogether(async (polls: readonly PollId[], { owner, name }: Lane<Database>) => {
  const community = name as CommunityId
  return readIn(owner, [community], async (trx) => {
    const found = polls.map(async (id) => [id, await agendaAt(trx, { community, id })] as const)
    return new Map(await Promise.all(found))
  })
})

/** As `agendaAt`, for those who vote: read once for all who vote at this moment. */
export const agendaNow = async (db: Database, { community, id }: Subject<PollId>): Promise<readonly AgendaPlace[]> =>
  (await agendas({ owner: db, name: community }, id)) ?? []

/** The others on the big screen of one of them: participation alone. */
export const othersBeside = async (trx: Transaction, subject: Subject<PollId>) => {
  const others = (await agendaAt(trx, subject)).filter(
    ({ poll, status }) => poll !== subject.id && status !== 'withdrawn',
  )
  const cast = await castIn(
    trx,
    subject,
    others.map(({ poll }) => poll as PollId),
  )
  return others.map(({ poll, text }) => ({ poll, text, cast: 0, of: 0, ...cast.get(poll as PollId) }))
}
