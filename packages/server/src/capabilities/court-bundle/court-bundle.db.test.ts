// A court bundle made and taken on real PostgreSQL: what is in it, what the ledger keeps, and every way of altering it found by the verifier that an outsider runs.
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { AskedBundle } from '@yishi/contract/court-bundle'
import type { PollFile } from '@yishi/contract/poll'
import type { BundleAnchor, BundleManifest } from '@yishi/domain/court-bundle'
import { MINUTE, later } from '@yishi/domain/kernel'
import { noteKeyText } from '@yishi/domain/ledger'
import type { ExportedPoll } from '@yishi/domain/poll'
import { sql } from 'kysely'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerTo } from '../../../../verify/src/commands.ts'
import { SUN } from '../../fences/building.ts'
import { uploadPhoto } from '../../fences/ground.ts'
import { PEOPLE } from '../../fences/people.ts'
import { type Town, openTown } from '../../fences/town.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { sequence } from '../../kernel/sequencer.ts'
import { pdfText } from '../../testing/pdf-text.ts'
import { entriesOf, extractOver } from '../ledger/index.ts'
import { votesIn } from '../poll/testing/decided.ts'
import { bundlesIn } from './testing/bundles.ts'

let town: Town
let votes: ReturnType<typeof votesIn>
let decided: PollFile
let bundles: ReturnType<typeof bundlesIn>
let made: AskedBundle
let zip: Buffer
let files: Readonly<Record<string, Uint8Array>>
const folder = mkdtempSync(join(tmpdir(), 'yishi-bundle-'))

/** The sheet of the fourth unit comes back at a door with its photo, and is read by two. */
const onPaper = async (poll: string) => {
  const page = await town.as('staff', { method: 'GET', url: `/polls/${poll}/paper` })
  const codes = [...page.text.matchAll(/data-code="([^"]+)"/gu)].map(([, code]) => code!)
  const code = codes[3]!
  const photo = await uploadPhoto(town)
  await votes.act('staff', `polls/${poll}/paper/return`, {
    code,
    where: 'door',
    signed: true,
    companion: '李阿姨',
    photo,
  })
  for (const who of ['staff', 'branch'] as const)
    await votes.act(who, `polls/${poll}/paper/read`, { code, marks: { [poll]: ['for'] } })
}

beforeAll(async () => {
  town = await openTown()
  votes = votesIn(town)
  bundles = bundlesIn(town)
  await votes.settle()
  const opened = await votes.open('更换物业公司，𠮷女士提议，好不好？')
  const { poll } = opened
  const voters = await votes.voters(poll)
  const handed = { how: 'handed', to: '本人签收', told: true, warned: true }
  const reached = voters.slice(0, 4).map(({ voter }) => voter)
  await votes.act('staff', `polls/${poll}/paper/deliver`, { voters: reached, ...handed })
  await votes.act('staff', `polls/${poll}/paper/fail`, { voter: voters[4]!.voter, why: 'vacant' })
  await votes.cast('raiser', poll, 'for')
  await votes.cast('neighbour', poll, 'against')
  await votes.cast('neighbour', poll, 'for')
  const proxy = { voter: voters[3]!.voter, holder: PEOPLE.counsel.phone, name: '王小明', document: '委托书一份' }
  await votes.act('staff', `polls/${poll}/paper/proxy`, proxy)
  await onPaper(poll)
  decided = await votes.settleResult(await votes.count(opened))
  made = await bundles.made('staff', decided.poll)
  zip = (await bundles.fetch('staff', { poll: decided.poll, bundle: made.bundle })).bytes
  files = unzipSync(new Uint8Array(zip))
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await town.close()
})

const text = (path: string): string => new TextDecoder().decode(files[path])
const key = () => noteKeyText(town.ctx.signer(SUN))
let written = 0
/** Unpacked, so that any file can be another one. */
const asFolder = (changed: Readonly<Record<string, string | null>> = {}): string => {
  const root = join(folder, String((written += 1)))
  for (const [path, content] of Object.entries({ ...files, ...changed })) {
    if (content === null) continue
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
  return root
}
const verify = (path: string, keys: readonly string[] = [key()]) =>
  answerTo(['verify', 'bundle', path, ...keys.flatMap((each) => ['--key', each])], () => null)

describe('in it', () => {
  test('lies what a court asks for, each file with its digest in the list', () => {
    const manifest = JSON.parse(text('manifest.json')) as BundleManifest
    const names = manifest.files.map(({ path }) => path)
    for (const name of [
      'report.pdf',
      'data/poll.json',
      'data/list.json',
      'data/result.json',
      'data/ledger.json',
      'tables/units.csv',
      'tables/register.csv',
      'tables/ballots.csv',
      'tables/proofs.csv',
      'tables/notices.csv',
      'tables/twice.csv',
    ])
      expect(names).toContain(name)
    expect(names.filter((name) => name.startsWith('scans/'))).toHaveLength(1)
    expect(Object.keys(files).toSorted()).toEqual([...names, 'manifest.json', 'anchor.json'].toSorted())
    for (const { path, bytes, sha256 } of manifest.files) {
      expect(files[path]!.length, path).toBe(bytes)
      expect(createHash('sha256').update(files[path]!).digest('hex'), path).toBe(sha256)
    }
  })

  test('the report says rule and article, digest, proofs, registers, sums and dates, as text that can be selected', async () => {
    const report = await pdfText(files['report.pdf']!)
    const said = [
      '业主共同决定表决卷宗',
      '《民法典》第二百七十八条',
      '《民法典》第二百八十条',
      '3×330.00=990.00',
      decided.electorate.digest,
    ]
    for (const each of [
      ...said,
      '送达凭据',
      '本人签收',
      '李阿姨',
      '空房',
      '投了不止一次的1户',
      '业主大会公告',
      '王小明委托书一份',
    ])
      expect(report, each).toContain(each.replaceAll(' ', ''))
    expect(report).toContain('𠮷〔U+20BB7〕女士')
    expect(report).not.toMatch(/R1\.\d/u)
  })

  test('stand names, and no telephone number of anybody, nor who objected', async () => {
    const all = Object.entries(files).map(([path, content]) =>
      /\.(json|csv)$/u.test(path) ? new TextDecoder().decode(content) : '',
    )
    const whole = all.join('\n') + (await pdfText(files['report.pdf']!))
    expect(text('tables/units.csv')).toContain(PEOPLE.raiser.name)
    for (const { phone } of Object.values(PEOPLE)) expect(whole.includes(phone), phone).toBe(false)
  })
})

describe('the verifier', () => {
  test('finds an untouched bundle whole, packed or unpacked, and counts the result again', () => {
    const path = join(folder, 'bundle.zip')
    writeFileSync(path, zip)
    const whole = {
      holds: true,
      files: true,
      anchored: true,
      list: true,
      ballots: true,
      result: true,
      openings: true,
      included: true,
      signed: true,
    }
    const expected = {
      exit: 0,
      answer: {
        ...whole,
        by: 'given-key',
        anchor: 'proved',
        passed: true,
        reconciliation: { voters: 5, ballots: 5, holding: 4, replaced: 1 },
      },
    }
    expect(verify(path)).toMatchObject(expected)
    expect(verify(asFolder())).toMatchObject(expected)
    expect(verify(path, [])).toMatchObject({ exit: 0, answer: { by: 'own-key' } })
  })

  const other = (path: string, change: (data: never) => unknown) => ({
    [path]: JSON.stringify(change(JSON.parse(text(path)) as never)),
  })
  const turned = (choice: string) => (poll: ExportedPoll) => ({
    ...poll,
    voters: poll.voters.map((voter) =>
      voter.ballots.length === 2
        ? { ...voter, ballots: voter.ballots.map((each) => ({ ...each, choice: [choice] })) }
        : voter,
    ),
  })
  test.each([
    ['a choice', () => other('data/poll.json', turned('against')), ['files', 'ballots', 'result']],
    [
      'a ballot left out',
      () =>
        other('data/poll.json', (poll: ExportedPoll) => ({
          ...poll,
          voters: poll.voters.map((each) => ({ ...each, ballots: each.ballots.slice(0, 1) })),
        })),
      ['files', 'ballots'],
    ],
    [
      'an area',
      () =>
        other('data/list.json', (list: { voters: { amounts: object }[] }) => ({
          ...list,
          voters: list.voters.map((each) => ({ ...each, amounts: { area: '999.00' } })),
        })),
      ['files', 'list'],
    ],
    [
      'the result',
      () => other('data/result.json', (result: object) => ({ ...result, passed: false, chosen: [] })),
      ['files', 'result'],
    ],
    [
      'a salt',
      () => ({ 'data/ledger.json': text('data/ledger.json').replace(/"salt":"[0-9a-f]{4}/u, '"salt":"0000') }),
      ['files', 'openings'],
    ],
    [
      'a leaf',
      () => ({ 'data/ledger.json': text('data/ledger.json').replace('PollOpened', 'PollOpenef') }),
      ['files', 'result', 'included'],
    ],
    ['the report', () => ({ 'report.pdf': 'another' }), ['files']],
    ['a file too many', () => ({ 'data/more.json': '{}' }), ['files']],
    [
      'the list of files',
      () => other('manifest.json', (manifest: object) => ({ ...manifest, takenAt: '2020-01-01T00:00:00.000Z' })),
      ['anchored'],
    ],
    [
      'the anchor',
      () =>
        other('anchor.json', (anchor: BundleAnchor) => ({
          ...anchor,
          leaf: anchor.leaf.replace('CourtBundleMade', 'CourtBundleMadf'),
        })),
      ['anchored'],
    ],
  ] as const)('finds %s that was changed', (_, change, broken) => {
    const { exit, answer } = verify(asFolder(change()))
    expect(exit).toBe(1)
    expect(
      Object.entries(answer)
        .filter(([, holds]) => holds === false)
        .map(([name]) => name),
    ).toEqual(expect.arrayContaining(['holds', ...broken]))
    if (broken.length === 1) expect(answer).toMatchObject({ result: true, ballots: true, list: true })
  })

  test('does not believe another’s key, and says what it cannot read', () => {
    expect(verify(asFolder(), [noteKeyText(town.ctx.signer('com_moon'))])).toMatchObject({
      exit: 1,
      answer: { signed: false },
    })
    expect(verify(join(folder, 'nowhere.zip'))).toMatchObject({ exit: 2, answer: { error: 'unreadable-file' } })
    expect(verify(asFolder({ 'data/poll.json': '{' }))).toMatchObject({
      exit: 2,
      answer: { error: 'unreadable-bundle', detail: 'data/poll.json' },
    })
    expect(verify(asFolder({ 'manifest.json': null }))).toMatchObject({ exit: 2 })
  })
})

test('R1.17, R3.11: that it was made and each time that it is taken is told for ever: by whom, when, and with which digest', async () => {
  const { poll } = decided
  const digest = createHash('sha256').update(files['manifest.json']!).digest('hex')
  expect(await bundles.overview('staff', poll)).toMatchObject({
    may: true,
    bundles: [{ status: 'ready', by: PEOPLE.staff.name, manifest: digest, done: 100 }],
    taken: [{ by: PEOPLE.staff.name, manifest: digest }],
  })
  await town.advanceTo(later(town.ctx.clock.now(), MINUTE))
  expect((await bundles.fetch('owners-committee', { poll, bundle: made.bundle })).status).toBe(200)
  expect((await bundles.overview('staff', poll)).taken.map(({ by }) => by)).toEqual([
    PEOPLE['owners-committee'].name,
    PEOPLE.staff.name,
  ])
  const { rows } = await inCommunities(town.ctx.db, [SUN], (trx) =>
    sql<{ type: string; leaf: string }>`
      select type, leaf from app.ledger_entry where type like 'CourtBundle%' order by entry_id`.execute(trx),
  )
  expect(rows.map(({ type }) => type)).toEqual(['CourtBundleMade', 'CourtBundleTaken', 'CourtBundleTaken'])
  for (const { leaf } of rows) expect(JSON.parse(leaf)).toMatchObject({ facts: { poll, manifest: digest }, sealed: {} })
})

test('a bundle from before bundles were made by a job is anchored by its taking, and still holds', async () => {
  await sequence(town.ctx, SUN)
  const log = await inCommunities(town.ctx.db, [SUN], async (trx) =>
    extractOver(
      trx,
      SUN,
      (await entriesOf(trx, SUN, { subjects: [made.bundle], types: ['CourtBundleTaken'] })).slice(0, 1),
      'oldest',
    ),
  )
  const anchor = JSON.parse(text('anchor.json')) as BundleAnchor
  const older = JSON.stringify({ ...anchor, leaf: log!.leaves[0]!, log })
  expect(older).toContain('CourtBundleTaken')
  expect(verify(asFolder({ 'anchor.json': older }))).toMatchObject({ exit: 0, answer: { anchor: 'proved' } })
})
