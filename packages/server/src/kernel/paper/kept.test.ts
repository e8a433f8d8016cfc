// Made once for all who wait, kept within its room, the oldest going first.
import { expect, test } from 'vitest'
import { kept } from './kept.ts'

const LETTERS = 10
const store = (most = LETTERS) => kept<string>({ most, bytesOf: (text) => text.length })

test('a thousand who ask at once for two things wait for two makings', async () => {
  const papers = store()
  let made = 0
  const make = (name: string) => async () => {
    made += 1
    await new Promise((later) => setImmediate(later))
    return name
  }
  const asked = Array.from({ length: 1000 }, (_, index) => (index % 2 === 0 ? 'one' : 'two'))
  const answers = await Promise.all(asked.map((name) => papers.take(name, make(name))))
  expect(answers).toEqual(asked)
  expect([made, papers.makings(), papers.bytes()]).toEqual([2, 2, 6])
  await papers.take('one', make('one'))
  expect(made).toBe(2)
})

test('a full store lets the oldest go, as many as needed and no more', async () => {
  const papers = store()
  const take = (text: string) => papers.take(text, async () => text)
  for (const text of ['aaaa', 'bbb', 'ccc']) await take(text)
  expect(papers.bytes()).toBe(10)
  await take('ddddd')
  expect([papers.makings(), papers.bytes()]).toEqual([4, 8])
  for (const text of ['ccc', 'ddddd']) await take(text)
  expect(papers.makings()).toBe(4)
  await take('bbb')
  expect(papers.makings()).toBe(5)
})

test('what is larger than the whole store is answered, made again each time, and drives nothing out', async () => {
  const papers = store()
  const take = (text: string) => papers.take(text, async () => text)
  await take('small')
  const large = 'x'.repeat(LETTERS + 1)
  expect([await take(large), await take(large)]).toEqual([large, large])
  expect([papers.makings(), papers.bytes()]).toEqual([3, 5])
  await take('small')
  expect(papers.makings()).toBe(3)
})

test('what failed fails for all who waited, and is tried again for the next', async () => {
  const papers = store()
  const broken = () => papers.take('one', () => Promise.reject(new Error('the press ended')))
  const both = await Promise.allSettled([broken(), broken()])
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(papers.makings()).toBe(1)
  expect(await papers.take('one', async () => 'paper')).toBe('paper')
})
