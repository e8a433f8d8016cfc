// Draws of the fence town: announced by the desk for the next quarter of an hour, and told by two people.
import type { DrawFile } from '@yishi/contract/draw'
import { type Instant, MINUTE, later } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import type { Caller } from '../../../fences/people.ts'
import { rowsIn } from '../../../fences/steps.ts'
import type { Answer, Town } from '../../../fences/town.ts'

export const QUARTER = 15 * MINUTE
export const LOTS = ['1 号', '2 号', '3 号', '4 号', '5 号', '6 号']
export const BALLS = [3, 8, 17, 21, 26, 33]
export const THROWN = [6, 2, 2, 5]

export const announcement = (town: Town, more: object = {}) => {
  const at = later(town.ctx.clock.now(), QUARTER)
  return {
    title: '晾衣区排位',
    text: '六户排一排。',
    rounds: [{ name: '排位', pool: LOTS, count: 6 }],
    sources: [
      { kind: 'lottery', name: '双色球红球', numbers: 6, least: 1, most: 33, at },
      { kind: 'dice', name: '活动室掷骰', throws: 4, sides: 6, at },
    ],
    ...more,
  }
}

export const ask = (town: Town, who: Caller, path: string, json: object): Promise<Answer> =>
  town.as(who, { method: 'POST', url: `/api/draws${path}`, json })

export const must = (answer: Answer, status: number): Answer => {
  if (answer.status !== status) throw new Error(`expected ${status}, got ${answer.status}: ${answer.text}`)
  return answer
}

export const announce = async (town: Town, more: object = {}): Promise<DrawFile> =>
  must(await ask(town, 'staff', '', announcement(town, more)), 201).json()

type Entered = readonly [source: number, outcome: readonly number[] | string]
export const enter = (town: Town, who: Caller, draw: string, [source, outcome]: Entered) =>
  ask(town, who, `/${draw}/enter-source`, { source, outcome })

export const fileOf = async (town: Town, draw: string, who: Caller = 'staff'): Promise<DrawFile> =>
  must(await town.as(who, { method: 'GET', url: `/api/draws/${draw}` }), 200).json()

export const untilKnown = ({ sources }: DrawFile): Instant =>
  sources.map(({ at }) => at as Instant).reduce((last, at) => (at > last ? at : last))

/** Announced, waited for, and told alike by the desk and a building leader. */
export const drawn = async (town: Town, more: object = {}): Promise<DrawFile> => {
  const announced = await announce(town, more)
  await town.advanceTo(untilKnown(announced))
  const { draw } = announced
  for (const [source, outcome] of [BALLS, THROWN].entries())
    for (const who of ['staff', 'police'] as const) must(await enter(town, who, draw, [source, outcome]), 200)
  return fileOf(town, draw)
}

export const typesOf = async (town: Town, subject: string) =>
  (
    await rowsIn(
      town,
      sql<{ type: string }>`select type from app.ledger_entry where subject = ${subject} order by entry_id`,
    )
  ).map(({ type }) => type)
export const codeOf = async (answer: ReturnType<typeof ask>) => ((await answer).json() as { code: string }).code
export const statuses = (answers: readonly { status: number }[]) =>
  answers.map(({ status }) => status).toSorted((a, b) => a - b)
