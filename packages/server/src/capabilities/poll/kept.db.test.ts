// What an owners' vote leaves behind stays, years beyond the one in which it may be contested, whoever asks for it to go; and who is an owner decides who is on the list.
import { sql } from 'kysely'
import { type Instant, DAY, later } from '@yishi/domain/kernel'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { personId } from '../../fences/people.ts'
import type { Town } from '../../fences/town.ts'
import { assemblyIn, openOwnersTown } from './testing/assembly.ts'

let town: Town
beforeAll(async () => void (town = await openOwnersTown()))
afterAll(() => town.close())
const { act, pass, drafted, announced, opened, rows, vote, votersOf, fileOf, errorOf } = assemblyIn(() => town)

describe('R1.17: of a vote that has opened', () => {
  const PROOF = { proof: 'told', evidence: '楼道公告照片', silentIn: 'everywhere' }
  const begun = async () => {
    const { poll, assembly } = await opened()
    await vote('raiser', poll)
    expect((await act('staff', `polls/${poll}/proofs`, PROOF)).status).toBe(200)
    return { poll, closesAt: assembly!.closesAt as Instant }
  }
  test('no ballot, proof, count, sheet, list or entry is erased or altered by the program, nor years later', async () => {
    const { poll, closesAt } = await begun()
    await pass(closesAt)
    await act('staff', `polls/${poll}/count`)
    const kept = [
      'poll_ballot',
      'poll_proof',
      'poll_count',
      'paper_register',
      'paper_scan',
      'court_bundle_taking',
    ] as const
    const contents = () =>
      rows(sql`select (select count(*) from app.poll_ballot)::integer as ballots,
        (select count(*) from app.poll_proof)::integer as proofs, (select count(*) from app.poll_count)::integer as counts,
        (select count(*) from app.poll_voter where poll_id = ${poll})::integer as voters`)
    const before = await contents()
    await pass(later(town.ctx.clock.now(), 3 * 366 * DAY))
    for (const table of kept) {
      await expect(rows(sql`delete from ${sql.table(`app.${table}`)}`), table).rejects.toThrow(/permission denied/u)
      await expect(rows(sql`update ${sql.table(`app.${table}`)} set community_id = ''`), table).rejects.toThrow(
        /permission denied/u,
      )
    }
    for (const table of ['poll', 'paper_ballot'])
      await expect(rows(sql`delete from ${sql.table(`app.${table}`)}`), table).rejects.toThrow(/permission denied/u)
    await expect(rows(sql`delete from app.ledger_entry`)).rejects.toThrow(/permission denied|append-only/u)
    expect(await contents()).toEqual(before)
  })
  test('nobody is taken off the list, not even who has not voted; nor an owner off a unit', async () => {
    const { poll } = await begun()
    const silent = (await votersOf(poll)).filter(({ cast }) => cast === null)
    expect(silent.length).toBeGreaterThan(0)
    // The last of them: no ballot, no proof and no sheet hold the row.
    await expect(
      rows(sql`with unproved as (select ballot_id from app.poll_voter where poll_id = ${poll} and ballots = 0)
        delete from app.poll_voter using unproved where poll_voter.ballot_id = unproved.ballot_id`),
    ).rejects.toThrow(/violates foreign key|is kept/u)
    const other = await opened()
    await expect(rows(sql`delete from app.poll_voter where poll_id = ${other.poll}`)).rejects.toThrow(/is kept/u)
    for (const change of [
      sql`delete from app.poll_owner where poll_id = ${poll}`,
      sql`update app.poll_owner set share = '1/9' where poll_id = ${poll}`,
    ])
      await expect(rows(change)).rejects.toThrow(/permission denied/u)
  })
  test('before that a list is drawn anew as often as the roster is mended', async () => {
    const { poll } = await announced()
    expect((await act('staff', `polls/${poll}/redraw`)).status).toBe(200)
    expect((await fileOf(poll)).electorate.named).toBe(5)
    expect((await rows(sql`select from app.poll_owner where poll_id = ${poll}`)).length).toBeGreaterThan(0)
  })
})

test('R1.12: whoever lives in a home and owns none has no ballot, whatever else they are here', async () => {
  const { poll } = await opened()
  expect((await rows(sql`select from app.ownership where person_id = ${personId('counsel')}`)).length).toBe(0)
  expect((await votersOf(poll)).some(({ person }) => person === personId('counsel'))).toBe(false)
  expect((await vote('counsel', poll)).status).toBe(409)
})

describe('what stands on file beforehand', () => {
  const preparation = {
    told: '11月1日书面告知',
    paper: '居委会一楼',
    parking: '',
    proposal: { owners: { heads: 1, area: '80.00' }, evidence: '联名书一份' },
  }
  const planOf = async (change: object) => {
    const { assembly } = await drafted()
    const { scope: _, notice: __, extensions: ___, resultNotice: ____, ...plan } = assembly!
    return { ...plan, preparation: { ...preparation, ...change } }
  }
  test('R1.43: is kept with the draft and read again', async () => {
    const file = await drafted({ plan: await planOf({}) })
    expect(file.assembly?.preparation).toEqual(preparation)
    expect(file.law!.findings.filter(({ holds }) => !holds).map(({ check }) => check)).toEqual(['owners-unknown'])
  })
  test('R1.14: a proposal of too little area stops the notice', async () => {
    const proposal = { owners: { heads: 1, area: '79.99' }, evidence: '联名书一份' }
    const { poll, law } = await drafted({ plan: await planOf({ proposal }) })
    expect(law!.findings.find(({ holds, advice }) => !holds && !advice)?.check).toBe('proposal')
    const notice = { title: '公告', text: '议题：更换物业公司。', days: 15, everywhere: true }
    expect(await errorOf('staff', `polls/${poll}/announce`, notice)).toBe('law-not-kept')
  })
})
