// Court bundles of questions that are asked together, on real PostgreSQL: each has one of its own, with the registers of the whole sheet and nobody's choice in another question.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { noteKeyText } from '@yishi/domain/ledger'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerTo } from '../../../../verify/src/commands.ts'
import { SUN } from '../../fences/building.ts'
import { actIn, passIn } from '../../fences/steps.ts'
import { type Town, openTown } from '../../fences/town.ts'
import { sequenceAll } from '../../kernel/sequencer.ts'
import { openRanked, settleAssembly } from '../poll/testing/agenda.ts'
import { bundlesIn } from './testing/bundles.ts'

let town: Town
let agenda: Awaited<ReturnType<typeof openRanked>>
const folder = mkdtempSync(join(tmpdir(), 'yishi-agenda-bundle-'))

beforeAll(async () => {
  town = await openTown()
  await settleAssembly(town)
  agenda = await openRanked(town)
  const { first, brand, cabin, closesAt } = agenda
  const done = async (who: 'staff' | 'branch', path: string, json: object = {}) => {
    const answer = await actIn(town)(who, `polls/${path}`, json)
    expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300)
  }
  const { text } = await town.as('staff', { method: 'GET', url: `/polls/${first}/paper` })
  const code = /data-code="([^"]+)"/u.exec(text)![1]!
  await done('staff', `${first}/paper/return`, { code, where: 'paper', signed: true, whole: true })
  const marks = { [first]: ['against'], [brand]: ['option-2', 'option-1'], [cabin]: ['option-3:4'] }
  for (const who of ['staff', 'branch'] as const) await done(who, `${first}/paper/read`, { code, marks })
  await passIn(town, closesAt)
  for (const poll of [first, brand, cabin])
    for (const who of ['staff', 'branch'] as const) await done(who, `${poll}/count`)
  await sequenceAll(town.ctx)
})
afterAll(async () => {
  await town.close()
  rmSync(folder, { recursive: true, force: true })
})

test.each(['first', 'brand', 'cabin'] as const)('the %s question has one that holds', async (name) => {
  const { made, fetch } = bundlesIn(town)
  const poll = agenda[name]
  const { bundle } = await made('staff', poll)
  const path = join(folder, `${name}.zip`)
  const { bytes } = await fetch('staff', { poll, bundle })
  writeFileSync(path, bytes)
  const verified = answerTo(['verify', 'bundle', path, '--key', noteKeyText(town.ctx.signer(SUN))], () => null)
  expect(verified, JSON.stringify(verified.answer)).toMatchObject({ exit: 0 })
  const files = unzipSync(bytes)
  const read = (file: string) =>
    new TextDecoder().decode(files[Object.keys(files).find((each) => each.endsWith(file))!])
  const ledger = read('data/ledger.json')
  for (const type of ['PaperReturned', 'PaperRead', 'PaperSettled']) expect(ledger).toContain(type)
  const choices = { first: '["against"]', brand: '["option-2","option-1"]', cabin: '["option-3:4"]' }
  for (const [question, choice] of Object.entries(choices))
    expect(ledger.includes(choice), question).toBe(question === name)
  const registers = Object.keys(files).filter((file) => file.includes('tables/'))
  expect(registers.map(read).join('\n')).toContain('V201')
})
