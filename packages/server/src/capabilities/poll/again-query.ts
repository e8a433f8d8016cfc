// Which election left the seats open that are voted on again, and whether its matter waits for them (R1.64).
import type { QuestionDraft } from '@yishi/contract/question'
import type { CommunityId, MatterId, PollId } from '@yishi/domain/kernel'
import type { Poll, Question } from '@yishi/domain/poll'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'
import { rowOfPoll, stateOfPoll } from './store.ts'

type Asked = { readonly question: QuestionDraft | Question }

const againIn = ({ question }: Asked): PollId | null => (question.type === 'candidates' ? question.again : null)

/** In the same community. */
export const earlierOf = async (
  trx: Transaction,
  { community }: Subject,
  asked: Asked,
): Promise<{ readonly earlier?: Poll }> => {
  const again = againIn(asked)
  const row = again && (await rowOfPoll(trx, { community, id: again }).executeTakeFirst())
  return row ? { earlier: stateOfPoll(row) } : {}
}

type Within = { readonly community: CommunityId; readonly matter: MatterId }

/** Back to the ballot that first left them open, as long as all were this matter's: a further question of an agenda moves it as little as what follows from it. */
const followsFurther = async (trx: Transaction, { community, matter }: Within, again: PollId): Promise<boolean> => {
  const { rows } = await sql<{ aside: boolean }>`
    with recursive earlier as (
      select poll_id, agenda_first, question ->> 'again' as again from app.poll
      where community_id = ${community} and matter_id = ${matter} and poll_id = ${again}
      union
      select poll.poll_id, poll.agenda_first, poll.question ->> 'again' from earlier
      join app.poll on poll.community_id = ${community} and poll.matter_id = ${matter} and poll.poll_id = earlier.again
      where earlier.agenda_first is null
    )
    select coalesce(bool_or(agenda_first is not null), false) as aside from earlier`.execute(trx)
  return rows[0]!.aside
}

/** Null where it is the matter's own vote, as any other. */
export const asideOf = async (
  trx: Transaction,
  { community, id: matter }: Subject<MatterId>,
  asked: Asked,
): Promise<{ readonly taken: boolean } | null> => {
  const again = againIn(asked)
  if (again === null || !(await followsFurther(trx, { community, matter }, again))) return null
  const taken = await trx
    .selectFrom('poll')
    .select('poll_id')
    .where('community_id', '=', community)
    .where(sql`question ->> 'again'`, '=', again)
    .where('status', '<>', 'withdrawn')
    .executeTakeFirst()
  return { taken: taken !== undefined }
}

/** Whether the matter of a poll neither waits for it nor hears of it. */
export const isAside = async (trx: Transaction, { community, matter, question }: Within & Asked): Promise<boolean> => {
  const again = againIn({ question })
  return again !== null && followsFurther(trx, { community, matter }, again)
}
