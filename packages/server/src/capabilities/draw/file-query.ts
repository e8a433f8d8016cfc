// A draw as its desk sees it: who said what first, who objected, and what the reader may do; asked of the rulebook itself.
import type { DrawCommandName, DrawFile } from '@yishi/contract/draw'
import { type DrawCommand, type StandingDraw, drawRules } from '@yishi/domain/draw'
import { type Actor, type Instant, holds, isRefused } from '@yishi/domain/kernel'
import { DESK } from '@yishi/domain/matter'
import { maskName } from '@yishi/domain/privacy'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'
import { readDraw } from './store.ts'
import { readView } from './view-query.ts'

const EXAMPLES = (state: StandingDraw): readonly (readonly [DrawCommandName, DrawCommand])[] => [
  ...state.announcement.sources.map(
    (_, source) => ['enter-source', { type: 'EnterSource', source, outcome: [], proved: false }] as const,
  ),
  ['object', { type: 'ObjectToDraw', grounds: '-' }],
  ...('objections' in state ? state.objections : []).map(
    (_, index) =>
      ['answer-objection', { type: 'AnswerDrawObjection', objection: index + 1, answer: '-', upheld: false }] as const,
  ),
  ['annul', { type: 'AnnulDraw', reason: '-' }],
]
/** What the example itself is refused for, the reader may do better. */
const ABOUT_CONTENTS: ReadonlySet<string> = new Set(['outcome-unfit', 'signature-wrong'])

export const mayOn = (state: StandingDraw, actor: Actor, now: Instant): DrawCommandName[] => {
  const meta = { actor, now, ids: <P extends string>(prefix: P) => `${prefix}_example` as const }
  const allowed = EXAMPLES(state).flatMap(([name, command]) => {
    const answer = drawRules.decide(state, command, meta)
    return isRefused(answer) && !ABOUT_CONTENTS.has(answer.refused) ? [] : [name]
  })
  return [...new Set(allowed)]
}

const firstsOf = async (trx: Transaction, { community, id }: Subject): Promise<(string | null)[]> => {
  const { rows } = await sql<{ name: string | null }>`
    select person.name from app.draw_source source
    left join app.person on person.community_id = source.community_id and person.person_id = source.first_by
    where source.community_id = ${community} and source.draw_id = ${id} order by source.position`.execute(trx)
  return rows.map(({ name }) => name)
}

const toldTo = async (trx: Transaction, { community, id }: Subject): Promise<DrawFile['told']> => {
  const { rows } = await sql<DrawFile['told'][number]>`
    select objection.number as objection, coalesce(person.name, '') as name, objection.grounds, objection.lodged_at as "lodgedAt",
      objection.answer, objection.upheld
    from app.draw_objection objection left join app.person using (community_id, person_id)
    where objection.community_id = ${community} and objection.draw_id = ${id}
    order by objection.answer is not null, objection.number`.execute(trx)
  return rows.map(({ name, ...row }) => ({ name: maskName(name), ...row }))
}

/** The words of objections are for those who answer; of a name the desk needs no more than to tell people apart. */
export const readFile = async (
  trx: Transaction,
  subject: Subject,
  { actor, now }: { readonly actor: Actor; readonly now: Instant },
): Promise<DrawFile | null> => {
  const [held, view] = [await readDraw(trx, subject), await readView(trx, subject, now)]
  if (!held || !view) return null
  const answers = holds(actor, DESK, subject.community, held.state.path)
  return {
    ...view,
    firsts: await firstsOf(trx, subject),
    told: answers ? await toldTo(trx, subject) : [],
    matterId: held.state.matter,
    may: mayOn(held.state, actor, now),
  }
}
