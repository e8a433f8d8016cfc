// What is like a matter, for those who handle it: beside its file, and put together as kinds.
import type { Classes, SimilarMatter } from '@yishi/contract/group'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { raise, sortAs } from '../../fences/ground.ts'
import type { Caller } from '../../fences/people.ts'
import { type Town, openTown } from '../../fences/town.ts'

let town: Town
beforeAll(async () => void (town = await openTown()))
afterAll(() => town.close())

const told = (title: string, more: object = {}) =>
  raise(town, { title, text: title, where: '', name: '', phone: '', ...more })
const similar = async (matter: string, who: Caller = 'staff') =>
  (await town.as(who, { method: 'GET', url: `/api/matters/${matter}/similar` })).json() as SimilarMatter[]
const classes = async (who: Caller = 'staff') =>
  (await town.as(who, { method: 'GET', url: '/api/classes' })).json() as Classes
const close = async (matter: string) => {
  await sortAs(town, matter)
  await town.as('staff', { method: 'POST', url: `/api/matters/${matter}/answer`, json: { text: '好' } })
  await town.as('staff', {
    method: 'POST',
    url: `/api/matters/${matter}/take-outcome`,
    json: { outcome: 'belongs-elsewhere' },
  })
}

test('beside a file stands what is like it, open or closed not long ago, with how it is linked', async () => {
  const lamp = await told('楼道灯不亮')
  const open = await told('三楼楼道灯不亮了')
  const done = await told('楼道灯不亮好几天')
  await told('遛狗不牵绳')
  await close(done.matter)
  expect((await similar(lamp.matter)).map(({ matter }) => matter).toSorted()).toEqual(
    [open.matter, done.matter].toSorted(),
  )
  expect((await similar(lamp.matter)).map(({ status }) => status).toSorted()).toEqual(['closed', 'open'])
  const json = { to: open.matter, relation: 'same-class' }
  expect((await town.as('staff', { method: 'POST', url: `/api/matters/${lamp.matter}/link`, json })).status).toBe(200)
  expect((await similar(lamp.matter)).find(({ matter }) => matter === open.matter)?.relation).toBe('same-class')
  expect((await similar(open.matter)).find(({ matter }) => matter === lamp.matter)?.relation).toBe('same-class')
})

test('kinds hold what is alike and what was linked, the largest first', async () => {
  const dog = await told('狗叫一整夜')
  const leash = await told('牵绳的规矩没人守')
  await sortAs(town, dog.matter)
  await town.as('staff', {
    method: 'POST',
    url: `/api/matters/${dog.matter}/link`,
    json: { to: leash.code, relation: 'same-class' },
  })
  const { classes: found, looked, days } = await classes()
  expect([found[0]!.matters.length, found[0]!.open, found[0]!.kind, days]).toEqual([3, 2, 'lighting', 180])
  expect(looked).toBeGreaterThan(5)
  expect(found.some(({ matters }) => matters.some(({ matter }) => matter === dog.matter) && matters.length === 2)).toBe(
    true,
  )
})

test('nobody sees beside a file, or in a kind, what they may not open', async () => {
  const lamp = await told('楼道灯不亮')
  expect((await similar(lamp.matter, 'building-leader')).length).toBeGreaterThan(0)
  const elsewhere = await classes('grid-worker-elsewhere')
  expect([elsewhere.looked, elsewhere.classes]).toEqual([0, []])
  expect((await classes('property-without-order')).looked).toBe(0)
})

test('what was closed long ago tells nothing any more', async () => {
  const old = await told('电梯异响很吵')
  await close(old.matter)
  await town.advanceTo('2026-10-02T01:00:00.000Z')
  const anew = await told('电梯又异响很吵')
  expect((await similar(anew.matter)).map(({ matter }) => matter)).not.toContain(old.matter)
})
