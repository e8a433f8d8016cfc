// What attacks a draw: whoever writes past the application, and two at once.
import type { DrawFile } from '@yishi/contract/draw'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SUN } from '../../fences/building.ts'
import { rowsIn } from '../../fences/steps.ts'
import { type Town, openTown } from '../../fences/town.ts'
import {
  BALLS,
  THROWN,
  announce,
  announcement,
  ask,
  codeOf,
  drawn,
  enter,
  fileOf,
  must,
  statuses,
  typesOf,
  untilKnown,
} from './testing/drawing.ts'

let town: Town
beforeAll(async () => void (town = await openTown()), 180_000)
afterAll(() => town.close())

describe('the database itself', () => {
  test('lets nobody change what was announced, what was told, or when', async () => {
    const { draw } = await drawn(town)
    for (const change of [
      sql`update app.draw set announcement = '{}' where draw_id = ${draw}`,
      sql`update app.draw set digest = repeat('0', 64) where draw_id = ${draw}`,
      sql`update app.draw set announced_at = announced_at - interval '1 day' where draw_id = ${draw}`,
      sql`update app.draw_source set at = at - interval '1 day' where draw_id = ${draw}`,
      sql`update app.draw_entered set outcome = '[1]' where draw_id = ${draw}`,
      sql`update app.draw_objection set grounds = '' where draw_id = ${draw}`,
      sql`delete from app.draw where draw_id = ${draw}`,
      sql`delete from app.draw_entered where draw_id = ${draw}`,
    ])
      await expect(rowsIn(town, change as never)).rejects.toThrow(/permission denied/u)
  })

  test('knows no source before its moment, and no draw announced too late', async () => {
    const { draw } = await announce(town)
    const early = sql`update app.draw_source set known = '[1]', known_at = ${town.ctx.clock.now()} where draw_id = ${draw}`
    await expect(rowsIn(town, early as never)).rejects.toThrow(/not_before_its_moment/u)
    const late = sql`insert into app.draw (community_id, draw_id, path, announcement, digest, announced_at, first_moment, status)
      values (${SUN}, 'drw_late', '', '{}', repeat('0', 64), ${town.ctx.clock.now()}, ${town.ctx.clock.now()}, 'announced')`
    await expect(rowsIn(town, late as never)).rejects.toThrow(/announced_ahead/u)
  })

  test('whoever goes past it as its owner draws nothing: the announcement is not what it was', async () => {
    const announced = await announce(town)
    const { draw } = announced
    await sql`update app.draw set announcement = jsonb_set(announcement, '{rounds,0,pool,0}', '"9 号"')
      where draw_id = ${draw}`.execute(town.database.owner)
    await town.advanceTo(untilKnown(announced))
    expect(await codeOf(enter(town, 'staff', draw, [0, BALLS]))).toBe('announcement-altered')
    expect(await fileOf(town, draw)).toMatchObject({ status: 'announced', sources: [{ entered: false }, {}] })
  })
})

describe('two at once', () => {
  test('many who tell the last source alike make one draw', async () => {
    for (let round = 0; round < 3; round += 1) {
      const announced = await announce(town)
      const { draw } = announced
      await town.advanceTo(untilKnown(announced))
      for (const who of ['staff', 'police'] as const) must(await enter(town, who, draw, [0, BALLS]), 200)
      const who = ['staff', 'branch', 'police', 'counsel', 'partner', 'street-office'] as const
      const answers = await Promise.all(who.map((each) => enter(town, each, draw, [1, THROWN])))
      expect(statuses(answers)).toEqual([200, 200, 409, 409, 409, 409])
      const types = await typesOf(town, draw)
      expect(types.filter((type) => type === 'DrawMade')).toHaveLength(1)
      expect(types.filter((type) => type === 'SourceKnown')).toHaveLength(2)
    }
  })

  test('two who tell different things at once: neither is believed, nothing is drawn', async () => {
    const announced = await announce(town)
    const { draw } = announced
    await town.advanceTo(untilKnown(announced))
    const answers = await Promise.all([
      enter(town, 'staff', draw, [0, BALLS]),
      enter(town, 'police', draw, [0, [1, 2, 3, 4, 5, 6]]),
    ])
    expect(statuses(answers)).toEqual([200, 200])
    expect((await fileOf(town, draw)).sources[0]).toMatchObject({ entered: false, differed: 1, outcome: null })
  })

  test('annulling while the last source is told: one of them wins, and a result is never taken back', async () => {
    for (let round = 0; round < 4; round += 1) {
      const announced = await announce(town)
      const { draw } = announced
      await town.advanceTo(untilKnown(announced))
      for (const [source, outcome] of [BALLS, THROWN].entries())
        must(await enter(town, 'staff', draw, [source, outcome]), 200)
      must(await enter(town, 'police', draw, [0, BALLS]), 200)
      const [told, annulled] = await Promise.all([
        enter(town, 'police', draw, [1, THROWN]),
        ask(town, 'branch', `/${draw}/annul`, { reason: '不抽了' }),
      ])
      expect(statuses([told, annulled])).toEqual([200, 409])
      expect((await fileOf(town, draw)).status).toBe(told.status === 200 ? 'drawn' : 'annulled')
    }
  })

  test('one person who objects four times at once has objected once', async () => {
    const { draw } = await drawn(town)
    const object = () => ask(town, 'neighbour', `/${draw}/object`, { grounds: '没看清' })
    expect(statuses(await Promise.all([object(), object(), object(), object()]))).toEqual([200, 409, 409, 409])
    expect((await typesOf(town, draw)).filter((type) => type === 'DrawObjected')).toHaveLength(1)
  })

  test('an announcement sent twice under one key is one draw', async () => {
    const json = announcement(town)
    const once = () =>
      town.as('staff', { method: 'POST', url: '/api/draws', json, headers: { 'idempotency-key': 'draw-once' } })
    const answers = await Promise.all([once(), once()])
    const drawsOf = answers.filter(({ status }) => status === 201).map((answer) => (answer.json() as DrawFile).draw)
    expect(drawsOf.length).toBeGreaterThan(0)
    expect(new Set(drawsOf).size).toBe(1)
    const { rounds } = json
    expect(await fileOf(town, drawsOf[0]!)).toMatchObject({ rounds })
  })
})
