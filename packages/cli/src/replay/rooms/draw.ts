// Lots as the people of a case draw them: announced before any number is known, told by two; read back from the file by which anyone draws again, and from the page.
import type { AnnounceDraw, DrawList } from '@yishi/contract/draw'
import { type Claim, type SourceValue, keyOf as keyOfSources, select } from '@yishi/domain/draw'
import { type Course, type Walk, entered, keyOf, lastIn, walker } from '../course.ts'
import { ask, readPage } from '../door.ts'
import { type Finding, type Reading, compare, saidIn, saidOn, sessionsOf } from '../finding.ts'
import { playerOf } from '../installation.ts'

export const walkDraw = async (walk: Walk): Promise<Course> => {
  const { url, ground, deed, step, course } = walk
  const asked = { method: 'POST', by: walker(walk), key: keyOf(deed) } as const
  if (step.do === 'draw/announce') {
    const body = { ...step.with, community: ground.community }
    const { draw } = await ask<{ draw: string }>(url, { ...asked, path: '/api/draws', body })
    return entered(course, 'draw', draw)
  }
  await ask(url, { ...asked, path: `/api/draws/${lastIn(course, 'draw')}/enter-source`, body: step.with })
  return course
}

type Entered = { readonly source: number; readonly outcome: readonly number[] }

/** Every throw is a source of its own, and of several rounds the last source is the round's number. */
const sourcesTold = (entered: readonly Entered[], rounds: number, round: number): readonly SourceValue[] => [
  ...entered.toSorted((a, b) => a.source - b.source).flatMap(({ outcome }) => outcome),
  ...(rounds > 1 ? [round + 1] : []),
]

const again = (claim: Claim): readonly string[] => {
  const key = keyOfSources(claim.sources) ?? ''
  const steps = select({ key, size: claim.pool.length, count: claim.count })
  return steps.map(({ position }) => claim.pool[position - 1]!)
}

const readSession = async (
  { url, ground }: Reading,
  { id, steps }: ReturnType<typeof sessionsOf>[number],
): Promise<readonly Finding[]> => {
  const [announced] = saidIn<AnnounceDraw>(steps, 'draw/announce')
  const tellers = [saidIn<Entered>(steps, 'draw/enter-source'), saidIn<Entered>(steps, 'draw/enter-source-again')]
  const { title, rounds } = announced!
  const claims = [await ask<Claim | readonly Claim[]>(url, { path: `/draws/${id}/draw.json` })].flat() as Claim[]
  const query = new URLSearchParams({ community: ground.community })
  const by = playerOf(ground, 'committee')
  const { draws } = await ask<DrawList>(url, { path: `/api/draws?${query.toString()}`, by })
  const page = await readPage(url, { path: `/draws/${id}` })
  return [
    ...compare(
      'pools of the draw',
      rounds.map(({ pool, count }) => [pool, count]),
      claims.map(({ pool, count }) => [pool, count]),
    ),
    ...tellers.flatMap((told, teller) =>
      compare(
        `numbers of the draw by teller ${teller + 1}`,
        rounds.map((_, round) => sourcesTold(told, rounds.length, round)),
        claims.map(({ sources }) => sources),
      ),
    ),
    ...compare(
      'lots drawn again',
      claims.map(again),
      claims.map(({ selected }) => selected),
    ),
    ...compare('how the draw stands', 'settled', draws.find(({ draw }) => draw === id)?.status),
    ...saidOn('the page of the draw', page, [title, ...claims.flatMap(({ selected }) => selected)]),
  ]
}

export const readDraws = async (reading: Reading): Promise<readonly Finding[]> => {
  const findings: Finding[] = []
  for (const session of sessionsOf(reading, 'draw')) findings.push(...(await readSession(reading, session)))
  return findings
}
