// Draws on real PostgreSQL: a whole life in one round and in two, the beacon, objections, and the matter that a draw belongs to.
import { createHash } from 'node:crypto'
import type { DrawFile } from '@yishi/contract/draw'
import type { MatterFile } from '@yishi/contract/matter'
import { digestOf, timeOfRound } from '@yishi/domain/draw'
import { type Instant, MINUTE, later } from '@yishi/domain/kernel'
import { checkPublished } from '@yishi/domain/ledger'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import drand from '../../../../domain/src/draw/vectors/drand.json' with { type: 'json' }
import { SUN } from '../../fences/building.ts'
import { raise } from '../../fences/ground.ts'
import { PEOPLE } from '../../fences/people.ts'
import { passIn, rowsIn } from '../../fences/steps.ts'
import { type Town, openTown } from '../../fences/town.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { sequenceAll } from '../../kernel/sequencer.ts'
import { drawStore } from './store.ts'
import {
  BALLS,
  LOTS,
  QUARTER,
  THROWN,
  announce,
  announcement,
  ask,
  codeOf,
  drawn,
  enter,
  fileOf,
  must,
  typesOf,
  untilKnown,
} from './testing/drawing.ts'

let town: Town
beforeAll(async () => void (town = await openTown()), 180_000)
afterAll(() => town.close())

const pass = (to: Instant) => passIn(town, to)

type ClaimFile = { pool: string[]; sources: (number | number[])[]; count: number; key: string; selected: string[] }

/** RFC 3797 once more, written for this test alone. */
const byHand = ({ pool, sources, count }: ClaimFile) => {
  const written = sources.map((source) =>
    [source]
      .flat()
      .toSorted((a, b) => a - b)
      .map((n) => `${n}.`),
  )
  const key = `${written.map((numbers) => numbers.join('')).join('/')}/`
  const left = [...pool]
  const selected = Array.from({ length: count }, (_, round) => {
    const frame = Buffer.from([round >> 8, round & 255])
    const digest = createHash('sha256')
      .update(Buffer.concat([frame, Buffer.from(key), frame]))
      .digest('hex')
    return left.splice(Number(BigInt(`0x${digest}`) % BigInt(left.length)), 1)[0]
  })
  return { key, selected }
}

describe('a draw', () => {
  test('is announced, told by two, made at once, recomputed from its file, and settled by the clock', async () => {
    const announced = await announce(town)
    const { draw } = announced
    expect(announced).toMatchObject({ status: 'announced', result: null, may: ['annul'] })
    expect(await codeOf(enter(town, 'staff', draw, [0, BALLS]))).toBe('source-not-out-yet')
    await town.advanceTo(untilKnown(announced))
    must(await enter(town, 'staff', draw, [0, BALLS]), 200)
    const half = await fileOf(town, draw, 'police')
    expect(half).toMatchObject({ firsts: [PEOPLE.staff.name, null], sources: [{ entered: true, outcome: null }, {}] })
    expect(JSON.stringify(half)).not.toContain(JSON.stringify(BALLS))
    expect(await codeOf(enter(town, 'staff', draw, [0, BALLS]))).toBe('another-person-needed')
    must(await enter(town, 'police', draw, [0, BALLS.toReversed()]), 200)
    must(await enter(town, 'police', draw, [1, THROWN]), 200)
    expect((await town.as('visitor', { method: 'GET', url: `/draws/${draw}/draw.json` })).status).toBe(409)
    const made = must(await enter(town, 'staff', draw, [1, THROWN]), 200).json() as DrawFile
    expect(made).toMatchObject({ status: 'drawn', result: { agrees: true } })
    const file = (await town.as('visitor', { method: 'GET', url: `/draws/${draw}/draw.json` })).json() as ClaimFile
    expect(file).toMatchObject({ pool: LOTS, sources: [BALLS, ...THROWN], count: 6, ...byHand(file) })
    expect(made.result!.turns.map(([lot]) => lot)).toEqual(file.selected)
    await pass(made.objectableUntil as Instant)
    expect(await fileOf(town, draw)).toMatchObject({ status: 'settled' })
    expect(await typesOf(town, draw)).toEqual([
      'DrawAnnounced',
      'SourceEntered',
      'SourceEntered',
      'SourceKnown',
      'SourceEntered',
      'SourceEntered',
      'SourceKnown',
      'DrawMade',
      'DrawSettled',
    ])
  })

  test('of two rounds tells who comes when and what they get; the file is one claim for each', async () => {
    const pool = (prefix: string) => Array.from({ length: 6 }, (_, index) => `${prefix}${index + 1}`)
    const rounds = [
      { name: '顺序', pool: pool('户'), count: 6 },
      { name: '地块', pool: pool('地'), count: 6 },
    ]
    const { draw, result } = await drawn(town, { rounds })
    const claims = (await town.as('visitor', { method: 'GET', url: `/draws/${draw}/draw.json` })).json() as ClaimFile[]
    expect(claims.map((claim) => claim.sources.at(-1))).toEqual([1, 2])
    for (const claim of claims) expect(claim).toMatchObject(byHand(claim))
    expect(result!.turns).toEqual(claims[0]!.selected.map((household, turn) => [household, claims[1]!.selected[turn]]))
    expect(new Set(result!.turns.map(([, plot]) => plot)).size).toBe(6)
  })

  test('its announcement is in the ledger, and proves itself', async () => {
    const { draw } = await announce(town)
    const proofOf = async () => (await town.as('visitor', { method: 'GET', url: `/api/draws/${draw}/proof` })).json()
    expect(await proofOf()).toMatchObject({ inclusion: null, checkpoint: null })
    await sequenceAll(town.ctx)
    const { announcement: value, ...rest } = (await proofOf()) as { announcement: never } & Omit<
      Parameters<typeof checkPublished>[0],
      'name' | 'value'
    >
    expect(checkPublished({ name: 'announcement', value, ...rest }, [])).toMatchObject({ opened: true, included: true })
    const changed = { ...(value as { rounds: { pool: string[] }[] }), rounds: [] }
    expect(checkPublished({ name: 'announcement', value: changed, ...rest }, [])).toMatchObject({ opened: false })
  })

  test('is refused too late, with a pool of one, a lot twice, more than the pool, or weak sources', async () => {
    const at = (minutes: number) => later(town.ctx.clock.now(), minutes * MINUTE)
    const dice = (minutes: number, throws = 4) => [{ kind: 'dice', name: '掷骰', throws, sides: 6, at: at(minutes) }]
    const round = (pool: readonly string[], count: number) => ({ rounds: [{ name: '', pool, count }] })
    for (const [more, code] of [
      [{ sources: dice(-1) }, 'source-moment-passed'],
      [{ sources: dice(4) }, 'source-moment-passed'],
      [{ sources: [{ kind: 'drand', at: at(0) }] }, 'source-moment-passed'],
      [round(['1 号'], 1), 'pool-too-small'],
      [round(['1 号', '2 号', '1 号'], 1), 'lot-twice'],
      [round(LOTS, 7), 'count-exceeds-pool'],
      [{ sources: dice(15, 1) }, 'sources-too-weak'],
    ] as const)
      expect(await codeOf(ask(town, 'staff', '', announcement(town, more))), code).toBe(code)
  })

  test('told twice with different numbers is told anew, and every telling is kept', async () => {
    const { draw, sources } = await announce(town)
    await town.advanceTo(sources[0]!.at as Instant)
    must(await enter(town, 'staff', draw, [1, THROWN]), 200)
    const differed = must(await enter(town, 'police', draw, [1, [1, 1, 1, 1]]), 200).json() as DrawFile
    expect(differed.sources[1]).toMatchObject({ entered: false, differed: 1, outcome: null })
    must(await enter(town, 'police', draw, [1, THROWN]), 200)
    expect(must(await enter(town, 'counsel', draw, [1, THROWN]), 200).json()).toMatchObject({
      sources: [{}, { outcome: { numbers: THROWN } }],
    })
    expect(await codeOf(enter(town, 'branch', draw, [1, [1, 1, 1, 1]]))).toBe('source-known-already')
    const kept = await rowsIn(
      town,
      sql<{ outcome: number[] }>`select outcome from app.draw_entered where draw_id = ${draw}
      order by number`,
    )
    expect(kept.map(({ outcome }) => outcome)).toEqual([THROWN, [1, 1, 1, 1], THROWN, THROWN])
  })

  test('is objected to once by whoever lives here, answered by somebody else, and annulled where they are right', async () => {
    const { draw } = await drawn(town)
    const object = (who: 'raiser' | 'visitor' | 'staff-elsewhere', grounds = '骰子滚到了地上') =>
      town.as(who, { method: 'POST', url: `/draws/${draw}/objections`, form: { grounds } })
    expect((await object('visitor')).status).toBe(409)
    expect((await object('staff-elsewhere')).status).toBe(409)
    expect((await object('raiser', ' ')).status).toBe(422)
    expect((await object('raiser')).status).toBe(303)
    expect((await object('raiser')).status).toBe(409)
    const file = await fileOf(town, draw)
    expect(file).toMatchObject({ status: 'objected', told: [{ objection: 1, grounds: '骰子滚到了地上' }] })
    expect(JSON.stringify(file)).not.toContain(PEOPLE.raiser.name)
    expect((await fileOf(town, draw, 'police')).told).toEqual([])
    const page = await town.as('visitor', { method: 'GET', url: `/draws/${draw}` })
    expect(page.text).not.toContain('骰子滚到了地上')
    const answer = { objection: 1, answer: '录像里确实落地了，重抽。', upheld: true }
    expect(await codeOf(ask(town, 'police', `/${draw}/answer-objection`, answer))).toBe('not-yours-to-do')
    expect(await codeOf(ask(town, 'staff', `/${draw}/annul`, { reason: '不喜欢' }))).toBe('draw-is-made')
    must(await ask(town, 'staff', `/${draw}/answer-objection`, answer), 200)
    expect(await fileOf(town, draw)).toMatchObject({ status: 'annulled', annulled: { late: true }, result: {} })
    expect((await town.as('visitor', { method: 'GET', url: `/draws/${draw}` })).text).toContain('重抽')
  })
})

describe('a round of the beacon', () => {
  const { round, signature, randomness } = drand.quicknet.vectors[0]!
  const [stranger] = drand.rfc9380_test_key.vectors

  /** As it was announced ten minutes before that round came out. */
  const announcedThen = async () => {
    const [id, at] = [town.ctx.ids('drw'), timeOfRound(round)]
    const rounds = [{ name: '', pool: LOTS, count: 2 }]
    const announced = {
      title: '排位',
      text: '',
      rounds,
      sources: [{ kind: 'drand', round, at } as const],
      objectionDays: 3,
    }
    const event = {
      id,
      community: SUN,
      matter: null,
      path: '',
      announcement: announced,
      digest: digestOf(id, announced),
    }
    await inCommunities(town.ctx.db, [SUN], (trx) =>
      drawStore.write.DrawAnnounced(
        trx,
        { community: SUN, id },
        { type: 'DrawAnnounced', ...event },
        later(at, -10 * MINUTE),
      ),
    )
    return id
  }

  test('is believed by its signature alone, whoever tells it', async () => {
    const draw = await announcedThen()
    for (const [outcome, code] of [
      [stranger!.signature, 'signature-wrong'],
      [signature.replace('7', '8'), 'signature-wrong'],
      ['00', 'outcome-unfit'],
      [[1, 2], 'outcome-unfit'],
    ] as const)
      expect(await codeOf(enter(town, 'police', draw, [0, outcome]))).toBe(code)
    expect(await codeOf(enter(town, 'neighbour', draw, [0, signature]))).toBe('not-yours-to-do')
    const made = must(await enter(town, 'police', draw, [0, signature.toUpperCase()]), 200).json() as DrawFile
    expect(made).toMatchObject({ status: 'drawn', sources: [{ outcome: { randomness, signature } }] })
    expect(made.result!.rounds[0]!.key).toBe(`${randomness.toUpperCase()}/`)
  })
})

describe('of a matter', () => {
  test('it stands in its story, and ends with the stage where it was not made', async () => {
    const { matter, link } = await raise(town, { title: '晾衣区怎么分' })
    const sorting = { level: 'II', colour: 'yellow', size: 'small', kind: 'facilities', procedure: 'four-affairs' }
    const staff = (path: string, json: object) => town.as('staff', { method: 'POST', url: `/api/${path}`, json })
    must(await staff(`matters/${matter}/sort`, sorting), 200)
    const list = async () =>
      (await town.as('staff', { method: 'GET', url: `/api/draws?matter=${matter}` })).json() as { may: boolean }
    expect(await list()).toMatchObject({ may: true, draws: [] })
    const { draw } = await announce(town, { matter })
    expect(await list()).toMatchObject({ may: false, draws: [{ draw, status: 'announced' }] })
    expect(await codeOf(ask(town, 'staff', '', announcement(town, { matter })))).toBe('one-at-a-time')
    const fileOfMatter = async () =>
      (await town.as('staff', { method: 'GET', url: `/api/matters/${matter}` })).json() as MatterFile
    expect((await fileOfMatter()).story.map(({ type }) => type)).toContain('DrawAnnounced')
    for (const url of [link, `/c/${SUN}`])
      expect((await town.as('visitor', { method: 'GET', url })).text, url).toContain(`href="/draws/${draw}"`)
    must(await staff(`matters/${matter}/record-talk`, { result: 'agreed', summary: '不抽了，大家轮流用' }), 200)
    expect(await fileOf(town, draw)).toMatchObject({ status: 'annulled', annulled: { late: false } })
    expect((await fileOfMatter()).story.map(({ type }) => type)).toContain('DrawAnnulled')
  })
})

test('a moment later than a quarter of an hour is nothing special', async () => {
  const at = later(town.ctx.clock.now(), QUARTER * 100)
  const { sources } = await announce(town, { sources: [{ kind: 'drand', at }] })
  expect(sources[0]).toMatchObject({ kind: 'drand', at, round: expect.any(Number) })
})
