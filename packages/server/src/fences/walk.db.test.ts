import { afterAll, beforeAll, expect, test } from 'vitest'
import { sequenceAll } from '../kernel/sequencer.ts'
import { EXPECTATIONS, LAST } from './expectations.ts'
import { type WholeGround, layWholeGround, raise, revisionOf } from './ground.ts'
import { SECRETS } from './secrets.ts'
import { CALLERS, type Caller } from './people.ts'
import { routesOf } from './routes-of.ts'
import { leaksIn } from './scan.ts'
import { type Answer, type Asking, type Town, openTown } from './town.ts'

type Met = { readonly route: string; readonly caller: Caller; readonly answer: Answer; readonly moved: boolean }

/** Thousands of questions, on a machine that may be busy: how long they take is not what is tested. */
const PATIENCE = 900_000

let town: Town
let met: readonly Met[]
const tokens = new Set<string>()

const atPlate = (asking: Asking): Asking => ({
  ...asking,
  url: asking.url.replace(':plate', town.plate),
  ...(asking.json ? { json: JSON.parse(JSON.stringify(asking.json).replace(':plate', town.plate)) as unknown } : {}),
})

const tellAll = async () => {
  for (const { kind, data } of town.jobs.splice(0)) await town.handlers[kind]!(town.ctx, [data])
}

const nextGround = async () => {
  const ground: WholeGround = await layWholeGround(town)
  tokens.add(ground.token)
  return { ground, before: await revisionOf(town, ground) }
}

/** Everybody goes to every route; a matter that somebody moved is laid out anew for the next. */
const walk = async (): Promise<readonly Met[]> => {
  const inOrder = Object.keys(EXPECTATIONS).toSorted((a, b) => Number(LAST.has(a)) - Number(LAST.has(b)))
  let { ground, before } = await nextGround()
  await tellAll()
  await sequenceAll(town.ctx)
  const all: Met[] = []
  for (const route of inOrder)
    for (const caller of CALLERS) {
      const answer = await town.as(caller, atPlate(EXPECTATIONS[route]!.ask(ground, caller)))
      const moved = route.startsWith('POST') && (await revisionOf(town, ground)) !== before
      all.push({ route, caller, answer, moved })
      if (moved) ({ ground, before } = await nextGround())
    }
  return all
}

beforeAll(async () => {
  town = await openTown()
  await raise(town, { title: SECRETS.closedTitle, publicity: 'closed' })
  await raise(town, { title: `请打${SECRETS.typedPhone}找我` })
  await raise(town, { title: `我的证${SECRETS.typedId}丢了` })
  met = await walk()
}, PATIENCE)
afterAll(() => town.close())

test('every route has its row in the table of expectations, and every row its route', () => {
  expect(Object.keys(EXPECTATIONS).toSorted()).toEqual(routesOf(town.app))
})

test('at every route everybody is answered what the table says', () => {
  const wrong = met.flatMap(({ route, caller, answer }) => {
    const expected = EXPECTATIONS[route]!.expected[caller]
    return answer.status === expected ? [] : [`${route} ${caller}: ${answer.status}, not ${expected}`]
  })
  expect(wrong).toEqual([])
  expect(met).toHaveLength(Object.keys(EXPECTATIONS).length * CALLERS.length)
})

test('nobody who is refused has moved anything', () => {
  const moved = met.filter(({ moved, answer }) => moved && answer.status >= 400)
  expect(moved.map(({ route, caller }) => `${route} ${caller}`)).toEqual([])
})

test('no answer carries what its reader may not know', () => {
  const leaks = met.flatMap(({ route, caller, answer }) =>
    leaksIn(caller, answer.text).map((what) => `${route} tells ${caller} ${what}`),
  )
  expect(leaks).toEqual([])
})

test('secret links reach whoever raised the matter, and nobody else', () => {
  const allowed: ReadonlySet<Caller> = new Set(['link-holder', 'raiser'])
  const leaks = met.filter(
    ({ caller, answer }) => !allowed.has(caller) && [...tokens].some((token) => answer.text.includes(token)),
  )
  expect(leaks.map(({ route, caller }) => `${route} ${caller}`)).toEqual([])
})

test('the log names nobody and holds no key to anything', () => {
  const cookies = CALLERS.flatMap((caller) => town.cookieOf(caller).match(/(?<==)[^;.]{20,}/gu) ?? [])
  const secrets = [...Object.values(SECRETS), ...tokens, ...cookies]
  const log = town.lines.join('\n')
  expect(town.lines.length).toBeGreaterThan(met.length)
  expect(secrets.filter((secret) => log.includes(secret))).toEqual([])
})
