// Picking affected units on real PostgreSQL: by node, by a pasted list, and the electorate that comes of it.
import type { PollFile, PollVoter } from '@yishi/contract/poll'
import type { UnitChoice, UnitVerdicts } from '@yishi/contract/unit-choice'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SUN } from '../../fences/building.ts'
import { type Caller, nodeId } from '../../fences/people.ts'
import { type Town, openTown } from '../../fences/town.ts'
import { draftIn } from './testing/draft.ts'
import { adoptFor, atAssembly, settleOwners } from './testing/owners.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
  await settleOwners(town)
  await adoptFor(town, 'owners-ordinary', 'cn-civil-code-278-ordinary')
})
afterAll(() => town.close())

const below = (node: string, who: Caller = 'staff') =>
  town.as(who, { method: 'GET', url: `/api/affected-units?community=${SUN}&node=${node}` })
const read = async (text: string): Promise<UnitVerdicts> =>
  (
    await town.as('staff', {
      method: 'POST',
      url: '/api/affected-units/read',
      json: { community: SUN, uses: ['flat'], text },
    })
  ).json()

test('the homes of a building come with floor, use and area, and nobody’s name', async () => {
  const answer = await below(nodeId('B1'))
  const units = (answer.json() as UnitChoice[]).filter(({ use }) => use === 'flat')
  expect(units.map(({ floor, area }) => [floor, area])).toEqual([
    [2, '90.00'],
    [2, '60.00'],
    [2, '100.00'],
    [2, '80.00'],
    [2, '70.00'],
  ])
  expect(answer.text).not.toMatch(/per_|皇甫/u)
  expect((await below('nod_none')).status).toBe(422)
  expect((await below(nodeId('B1'), 'raiser')).status).toBe(403)
})

test('a whole building on a line means the homes there that vote', async () => {
  const [whole, again] = await read('1幢\n1号楼')
  expect([whole!.verdict, whole!.units.length, whole!.units.every(({ use }) => use === 'flat')]).toEqual([
    'whole',
    5,
    true,
  ])
  expect(again!.verdict).toBe('twice')
})

test('each pasted line is judged, and those found become the electorate of a poll', async () => {
  const verdicts = await read('1号楼V202\n1-V204\n1号楼 V204室\n1号楼V999')
  expect(verdicts.map(({ verdict }) => verdict)).toEqual(['found', 'found', 'twice', 'unknown'])
  const units = verdicts.flatMap(({ verdict, units: found }) =>
    verdict === 'found' ? found.map(({ unit }) => unit) : [],
  )
  const matter = await atAssembly(town, 'owners-ordinary')
  const drafted = await town.as('staff', {
    method: 'POST',
    url: `/api/matters/${matter}/polls`,
    json: draftIn(town, { electorate: { units: { kind: 'units', units, uses: ['flat'] } } }),
  })
  expect(drafted.json() as PollFile).toMatchObject({
    electorate: { named: 2, totals: { heads: 2, area: '140.00' } },
    assembly: { scope: { kind: 'units' } },
  })
  const { poll } = drafted.json() as PollFile
  const partOf = async (from: number) => {
    const answer = await town.as('staff', { method: 'GET', url: `/api/polls/${poll}/voters?from=${from}` })
    return (answer.json() as PollVoter[]).map(({ unit }) => unit!.id)
  }
  const [all, rest] = [await partOf(0), await partOf(1)]
  expect(all.toSorted()).toEqual(units.toSorted())
  expect([rest, await partOf(2)]).toEqual([all.slice(1), []])
})
