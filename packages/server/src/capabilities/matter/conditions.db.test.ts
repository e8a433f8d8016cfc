import type { MatterFile } from '@yishi/contract/matter'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { raise } from '../../fences/ground.ts'
import type { Caller } from '../../fences/people.ts'
import { type Town, openTown } from '../../fences/town.ts'

let town: Town
beforeAll(async () => void (town = await openTown()))
afterAll(() => town.close())

const SORTING = { level: 'III', colour: 'yellow', size: 'big', kind: 'facilities' } as const

const act = (who: Caller, matter: string, name: string, json: object) =>
  town.as(who, { method: 'POST', url: `/api/matters/${matter}/${name}`, json })
const fileOf = async (matter: string): Promise<MatterFile> =>
  (await town.as('staff', { method: 'GET', url: `/api/matters/${matter}` })).json()

/** A matter that the branch let onto the agenda under two conditions. */
const reviewed = async () => {
  const { matter } = await raise(town)
  await act('staff', matter, 'sort', { ...SORTING, procedure: 'party-member-hall' })
  const conditions = ['不砍树', '留出消防通道']
  const signed = await act('branch', matter, 'sign', { seat: 'branch', verdict: 'approved', conditions })
  expect(signed.status).toBe(200)
  return matter
}

test('a reviewer agrees under conditions, and the file tells them until each is met', async () => {
  const matter = await reviewed()
  const [first] = (await fileOf(matter)).conditions
  expect(first).toMatchObject({ text: '不砍树', met: null, seat: { zh: '居民区党支部' } })
  await act('staff', matter, 'meet-condition', { condition: first!.condition, note: '图纸改过了' })
  const { conditions, may, story } = await fileOf(matter)
  expect(conditions.map(({ met }) => met?.note ?? null)).toEqual(['图纸改过了', null])
  expect(may).toContain('meet-condition')
  expect(story.map(({ type }) => type)).toContain('ConditionMet')
})

test('of two people who confirm one condition at once, one is told that it is confirmed', async () => {
  const matter = await reviewed()
  const { condition } = (await fileOf(matter)).conditions[0]!
  const answers = await Promise.all(
    (['staff', 'branch'] as const).map((who) => act(who, matter, 'meet-condition', { condition, note: '看过了' })),
  )
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  const refused = answers.find(({ status }) => status === 409)!.json() as { code: string }
  expect(refused.code).toBe('condition-unknown')
})

test('a seventh condition, and one of nothing but blanks, are refused before anything is signed', async () => {
  const { matter } = await raise(town)
  await act('staff', matter, 'sort', { ...SORTING, procedure: 'party-member-hall' })
  for (const conditions of [Array.from({ length: 7 }, () => '一条'), ['   ']]) {
    const answer = await act('branch', matter, 'sign', { seat: 'branch', verdict: 'approved', conditions })
    expect(answer.status).toBe(400)
  }
  expect((await fileOf(matter)).stage.key).toBe('determine')
})
