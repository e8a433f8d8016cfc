// A draw as everybody sees it: what was announced, what the sources came to, and every step of the selection, recomputed for this very page.
import type { DrawView, SourceView } from '@yishi/contract/draw'
import { type DrawSource, type Outcome, type StandingDraw, drawLots, randomnessOf, turnsOf } from '@yishi/domain/draw'
import type { Instant } from '@yishi/domain/kernel'
import { canonicalText } from '@yishi/domain/ledger'
import { maskText } from '@yishi/domain/privacy'
import { type Selectable, sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'
import { fingerprintOfPublished } from '../ledger/index.ts'
import { communityTitle } from '../territory/index.ts'
import { readDraw, sourceRows } from './store.ts'
import type { DrawRow, DrawSourceRow } from './tables.ts'

export const ANNOUNCEMENT = { type: 'DrawAnnounced', name: 'announcement' } as const

type Shape = Pick<SourceView, 'name' | 'numbers' | 'least' | 'most' | 'round'>

const shapeOf = (source: DrawSource): Shape => {
  switch (source.kind) {
    case 'drand':
      return { name: 'quicknet', numbers: 0, least: 0, most: 0, round: source.round }
    case 'lottery':
      return { name: source.name, numbers: source.numbers, least: source.least, most: source.most, round: null }
    case 'dice':
      return { name: source.name, numbers: source.throws, least: 1, most: source.sides, round: null }
  }
}

const outcomeOf = (known: Outcome, knownAt: Instant): NonNullable<SourceView['outcome']> =>
  typeof known === 'string'
    ? { numbers: [], signature: known, randomness: randomnessOf(known), knownAt }
    : { numbers: [...known], signature: null, randomness: null, knownAt }

const sourceView = (source: DrawSource, row: Selectable<DrawSourceRow>): SourceView => ({
  kind: source.kind,
  ...shapeOf(source),
  at: source.at,
  entered: row.first_by !== null,
  differed: row.differed,
  outcome: row.known !== null && row.known_at !== null ? outcomeOf(row.known, row.known_at) : null,
})

/** Every round recomputed; null until the last source is known. */
export const recomputed = ({ announcement, sources }: Pick<StandingDraw, 'announcement' | 'sources'>) => {
  const outcomes = sources.map(({ known }) => known)
  return outcomes.every((outcome) => outcome !== null) ? drawLots(announcement, outcomes) : null
}

const resultOf = (state: StandingDraw, { selected }: Selectable<DrawRow>): DrawView['result'] => {
  const rounds = recomputed(state)
  if (!rounds || !selected) return null
  const positions = rounds.map(({ steps }) => steps.map(({ position }) => position))
  return {
    rounds: rounds.map(({ key, steps, pool }) => ({
      key,
      steps: steps.map((step) => ({ ...step, lot: pool[step.position - 1]! })),
    })),
    turns: turnsOf(rounds).map((turn) => [...turn]),
    agrees: canonicalText(positions) === canonicalText(selected),
  }
}

const annulmentOf = ({ reason, late, annulled_at: at }: Selectable<DrawRow>): DrawView['annulled'] =>
  reason !== null && late !== null && at !== null ? { reason, late, at } : null

/** Of a matter that is not public nothing is told here. */
const matterOf = async (trx: Transaction, row: Selectable<DrawRow>): Promise<DrawView['matter']> => {
  if (row.matter_id === null) return null
  const { rows } = await sql<{ code: string; title: string }>`select code, title from app.matter
    where community_id = ${row.community_id} and matter_id = ${row.matter_id} and publicity <> 'closed'`.execute(trx)
  return rows[0] ? { code: rows[0].code, title: maskText(rows[0].title) } : null
}

type Answered = { answer: string | null; upheld: boolean | null; at: Instant | null }

const objectionsTo = async (trx: Transaction, { community, id }: Subject): Promise<Answered[]> => {
  const { rows } = await sql<Answered>`select answer, upheld, answered_at as at from app.draw_objection
    where community_id = ${community} and draw_id = ${id} order by number`.execute(trx)
  return rows
}

const toldOf = (objections: readonly Answered[]): Pick<DrawView, 'objections' | 'answers'> => {
  const answers = objections.flatMap(({ answer, upheld, at }) =>
    answer !== null && upheld !== null && at !== null ? [{ answer: maskText(answer), upheld, at }] : [],
  )
  return { objections: { waiting: objections.length - answers.length, answered: answers.length }, answers }
}

export const readView = async (trx: Transaction, subject: Subject, asOf: Instant): Promise<DrawView | null> => {
  const held = await readDraw(trx, subject)
  if (!held) return null
  const { row, state } = held
  const { title, text, rounds, sources, objectionDays } = row.announcement
  const rows = await sourceRows(trx, subject)
  return {
    draw: row.draw_id,
    community: await communityTitle(trx, subject.community),
    matter: await matterOf(trx, row),
    status: row.status,
    title,
    text,
    rounds: rounds.map(({ name, pool, count }) => ({ name, pool: [...pool], count })),
    sources: sources.map((source, index) => sourceView(source, rows[index]!)),
    objectionDays,
    announcedAt: row.announced_at,
    drawnAt: row.drawn_at,
    objectableUntil: row.objectable_until,
    settledAt: row.settled_at,
    annulled: annulmentOf(row),
    result: resultOf(state, row),
    ...toldOf(await objectionsTo(trx, subject)),
    digest: row.digest,
    fingerprint: await fingerprintOfPublished(trx, subject, ANNOUNCEMENT),
    asOf,
  }
}
