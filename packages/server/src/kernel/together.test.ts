import { expect, test } from 'vitest'
import { type Lane, readTogether, together } from './together.ts'

const HOUSE = {}
const lane = (name = 'a'): Lane<object> => ({ owner: HOUSE, name })
const doubled = (items: readonly number[]) =>
  items.map((item): PromiseSettledResult<number> => ({ status: 'fulfilled', value: item * 2 }))

const turn = () => new Promise((done) => setImmediate(done))

/** Batches wait until they are let go, so that a test says what is under way. */
const held = (outcomes: (items: readonly number[]) => readonly PromiseSettledResult<number>[] = doubled) => {
  const batches: (readonly number[])[] = []
  const gates: (() => void)[] = []
  const work = async (items: readonly number[]) => {
    batches.push(items)
    await new Promise<void>((open) => gates.push(open))
    return outcomes(items)
  }
  const letGo = async () => {
    gates.shift()?.()
    await turn()
  }
  return { batches, letGo, work }
}

test('who comes in one turn of the loop goes together, who comes meanwhile with the next, in order, and each gets their own answer', async () => {
  const { batches, letGo, work } = held()
  const ask = together({ most: 10, work })
  const first = [1, 2].map((item) => ask(lane(), item))
  expect(batches).toEqual([])
  await turn()
  expect(batches).toEqual([[1, 2]])
  const later = [3, 4].map((item) => ask(lane(), item))
  await turn()
  expect(batches).toEqual([[1, 2]])
  await letGo()
  expect(batches).toEqual([
    [1, 2],
    [3, 4],
  ])
  await letGo()
  expect(await Promise.all([...first, ...later])).toEqual([2, 4, 6, 8])
  void ask(lane(), 5)
  await turn()
  expect(batches.at(-1)).toEqual([5])
})

test('a second batch sets out beside the first once as many wait as are under way, and no third', async () => {
  const { batches, letGo, work } = held()
  const ask = together({ most: 10, abreast: 2, work })
  const come = async (...items: readonly number[]) => {
    for (const item of items) void ask(lane(), item)
    await turn()
    return batches
  }
  expect(await come(1, 2)).toEqual([[1, 2]])
  expect(await come(3)).toEqual([[1, 2]])
  expect(await come(4)).toEqual([
    [1, 2],
    [3, 4],
  ])
  expect(await come(5, 6, 7, 8)).toHaveLength(2)
  await letGo()
  expect(batches.slice(2)).toEqual([[5, 6, 7, 8]])
  await letGo()
  expect(await come(9)).toHaveLength(3)
  await letGo()
  expect(batches.slice(3)).toEqual([[9]])
})

test('no batch is larger than it may be', async () => {
  const { batches, letGo, work } = held()
  const ask = together({ most: 2, work })
  const answers = Promise.all([1, 2, 3, 4].map((item) => ask(lane(), item)))
  await turn()
  for (let batch = 0; batch < 2; batch += 1) await letGo()
  expect(batches).toEqual([
    [1, 2],
    [3, 4],
  ])
  expect(await answers).toEqual([2, 4, 6, 8])
})

test('lanes do not wait for each other, nor do owners', async () => {
  const { batches, work } = held()
  const ask = together({ most: 10, work })
  void ask(lane('a'), 1)
  void ask(lane('b'), 2)
  void ask({ owner: {}, name: 'a' }, 3)
  await turn()
  expect(batches).toEqual([[1], [2], [3]])
})

test('one that fails fails alone; a batch that throws fails all of it, and the next goes on', async () => {
  const { letGo, work } = held((items) => {
    if (items.includes(9)) throw new Error('all of it')
    return items.map((value) =>
      value === 3 ? { status: 'rejected', reason: new Error('only 3') } : { status: 'fulfilled', value },
    )
  })
  const ask = together({ most: 2, work })
  const answers = Promise.allSettled([1, 3, 2, 9, 4, 5].map((item) => ask(lane(), item)))
  await turn()
  for (let batch = 0; batch < 3; batch += 1) await letGo()
  const told = (await answers).map((each) => (each.status === 'fulfilled' ? each.value : String(each.reason)))
  expect(told).toEqual([1, 'Error: only 3', 'Error: all of it', 'Error: all of it', 4, 5])
})

test('a batch that forgets somebody tells them so', async () => {
  const ask = together({ most: 2, work: () => Promise.resolve([]) })
  await expect(ask(lane(), 1)).rejects.toThrow('without an answer')
})

test('what several ask for at one moment is read once, each is told theirs, and who asks later is read for anew', async () => {
  const readings: (readonly string[])[] = []
  const ask = readTogether((keys: readonly string[]) => {
    readings.push(keys)
    return Promise.resolve(new Map(keys.filter((key) => key !== 'c').map((key) => [key, key + readings.length])))
  })
  expect(await Promise.all(['a', 'b', 'b', 'c'].map((key) => ask(lane(), key)))).toEqual(['a1', 'b1', 'b1', null])
  expect(readings).toEqual([['a', 'b', 'c']])
  expect(await ask(lane(), 'a')).toBe('a2')
})
