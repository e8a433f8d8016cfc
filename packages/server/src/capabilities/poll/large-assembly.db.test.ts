// A large assembly on real PostgreSQL: every channel at once, two in a hundred twice, owners who contradict themselves, and the same sums as by hand.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { AskedBundle, Bundles } from '@yishi/contract/court-bundle'
import { MINUTE, isRefused, later } from '@yishi/domain/kernel'
import { exportedPollSchema, recountPoll } from '@yishi/domain/poll'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { answerTo } from '../../../../verify/src/commands.ts'
import { readSettings } from '../../settings.ts'
import { type Stage, openStage } from '../../stage.ts'
import { TEST_START } from '../../testing/context.ts'
import { type FreshDatabase, freshDatabase } from '../../testing/database.ts'
import { type HeldAssembly, TOLD_ON_STAIRS, holdLargeAssembly, voteAtOnce } from '../../testing/large-assembly/index.ts'

const UNITS = 3000

let fresh: FreshDatabase
let stage: Stage
let held: HeldAssembly
const directory = mkdtempSync(join(tmpdir(), 'yishi-assembly-'))
const silent = { info: () => undefined, warn: console.warn, error: console.error }
const passing = {
  took:
    () =>
    <T>(work: () => Promise<T>) =>
      work(),
  analyze: () => sql`analyze`.execute(fresh.owner),
}

beforeAll(async () => {
  fresh = await freshDatabase()
  const settings = readSettings({ PORT: '0', DATABASE_URL: fresh.ownerUrl, DATA_DIR: directory })
  stage = await openStage(settings, { start: TEST_START, log: silent })
  held = await holdLargeAssembly(stage, { units: UNITS, seed: 20_261_128, ...passing })
}, 120_000)
afterAll(async () => {
  await stage?.close()
  await fresh?.drop()
  rmSync(directory, { recursive: true, force: true })
})

test('nothing is lost and nothing is counted twice: list, ballots and figures are those that were counted by hand', () => {
  const { byHand, file, turnedAway } = held
  const { of } = byHand
  expect(file.electorate).toMatchObject({ named: UNITS, totals: byHand.electorate })
  expect(turnedAway).toBe(byHand.turnedAway)
  expect(file.result!.figures).toEqual({
    present: byHand.returned,
    votes: { for: of.for, against: of.against },
    abstain: of.abstain,
    invalid: of.invalid,
    silent: byHand.silent,
    proven: byHand.proven,
  })
  expect(file.result!.regimes.find(({ regime }) => regime === 'strict')).toEqual({
    regime: 'strict',
    passed: byHand.passes,
  })
})

test('what was told to a building is recorded for all of it, and for no other', async () => {
  const [building, ...others] = held.file.turnout.groups
  const { rows } = await sql<{ inside: number; outside: number }>`
    select count(distinct ballot_id) filter (where inside)::integer as inside,
      count(*) filter (where not inside and evidence = ${TOLD_ON_STAIRS})::integer as outside
    from (select *, starts_with(path, ${building!.path!} || '.') as inside from app.poll_voter) voter
      join app.poll_proof using (community_id, poll_id, ballot_id)
    where poll_id = ${held.poll} and proof = 'told'`.execute(fresh.owner)
  expect(others.length).toBeGreaterThan(0)
  expect(rows).toEqual([{ inside: building!.of, outside: 0 }])
})

test('the reconciliation of all channels comes to the same', () => {
  const { byHand, reconciliation } = held
  expect(reconciliation).toMatchObject({ units: UNITS, voted: byHand.holding, notRead: [], decided: [] })
  expect(reconciliation.twice).toHaveLength(byHand.twice)
})

test('whoever counts the exported file again comes to the same', () => {
  const again = recountPoll(exportedPollSchema.parse(held.exported))
  if (isRefused(again)) throw new Error(again.refused)
  const { ballots, holding, contradictory } = held.byHand
  expect(again.figures).toEqual(held.file.result!.figures)
  expect(again.electorate).toEqual(held.file.electorate.totals)
  expect(again.reconciliation).toMatchObject({ voters: UNITS, ballots, holding, contradictory, balanced: true })
})

test('what a court asks for of so many units holds for whoever has nothing but the archive', () => {
  const path = join(directory, 'bundle.zip')
  writeFileSync(path, held.bundle)
  expect(answerTo(['verify', 'bundle', path], () => null)).toMatchObject({ exit: 0 })
})

test('a server that ends in the middle of another bundle begins it anew when it starts, and finishes it', async () => {
  const { hall, poll } = held
  const path = `/api/polls/${poll}/court-bundle`
  await stage.advanceTo(later(stage.context.clock.now(), MINUTE))
  await hall.post('staff', path, { anew: true })
  const newest = async () => (await hall.get<Bundles>(`${path}s`)).bundles[0]!
  const until = async (reached: (bundle: AskedBundle) => boolean) => {
    for (let bundle = await newest(); ; bundle = await newest()) {
      if (reached(bundle)) return bundle
      await pause(50)
    }
  }
  const broken = await until(({ stage }) => stage === 'registers')
  await stage.close()
  const settings = readSettings({ PORT: new URL(stage.url).port, DATABASE_URL: fresh.ownerUrl, DATA_DIR: directory })
  stage = await openStage(settings, { start: stage.context.clock.now(), log: silent, background: true })
  const done = await until(({ status }) => status !== 'asked')
  expect(done).toMatchObject({ bundle: broken.bundle, status: 'ready' })
  expect(done.tries).toBeGreaterThan(1)
  // What was before it is removed by a job of its own.
  await vi.waitFor(() => expect(readdirSync(join(directory, 'court-bundles'))).toEqual([`${done.bundle}.zip`]), 20_000)
  const archive = join(directory, 'again.zip')
  writeFileSync(archive, await hall.bytes(`${path}s/${done.bundle}`))
  expect(answerTo(['verify', 'bundle', archive], () => null)).toMatchObject({ exit: 0 })
}, 120_000)

test('the script has what it promises: every channel, some twice, some against themselves', () => {
  const { ballots, holding, contradictory, twice } = held.byHand
  expect(holding / UNITS).toBeGreaterThan(0.6)
  expect(twice / UNITS).toBeGreaterThan(0.01)
  expect(ballots).toBeGreaterThan(holding)
  expect(contradictory).toBeGreaterThan(UNITS / 1000)
  const exported = exportedPollSchema.parse(held.exported)
  const channels = new Set(exported.voters.flatMap((voter) => voter.ballots.map(({ channel }) => channel)))
  expect([...channels].toSorted()).toEqual(['door', 'hall', 'online', 'paper', 'phone'])
})

const OWNERS = 1000

test(`of ${OWNERS} owners who sign in for the first time and vote in the same moment none is lost`, async () => {
  const { poll, answers, file } = await voteAtOnce(stage, { owners: OWNERS, first: 10 * UNITS, ...passing })
  expect(answers.filter((status) => status !== 303)).toEqual([])
  expect(file.turnout).toMatchObject({ cast: OWNERS, of: OWNERS })
  const { rows } = await sql<object>`
    select count(*)::integer as ballots, count(distinct ballot.ballot_id)::integer as units, (
      select count(distinct account_id)::integer from app.person join app.poll_owner using (community_id, person_id)
      where poll_id = ${poll}) as accounts, (
      select count(*)::integer from app.ledger_entry join app.poll_voter on subject = ballot_id
      where poll_id = ${poll} and type = 'BallotCast') as entries
    from app.poll_ballot ballot join app.poll_voter using (community_id, ballot_id) where poll_id = ${poll}`.execute(
    fresh.owner,
  )
  expect(rows).toEqual([{ ballots: OWNERS, units: OWNERS, accounts: OWNERS, entries: OWNERS }])
}, 60_000)
