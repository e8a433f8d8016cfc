// Electing a committee by name: what may stand on a ballot, and who is elected.
import { describe, expect, test } from 'vitest'
import { countListed, countsFor, isChoice } from './index.ts'
import { NAMES, asks, elect, rule, standings, votersFor } from './testing/elections.ts'

describe('a ballot', () => {
  const each = asks(6)
  const limited = asks(6, { marking: 'limited', committee: 3 })
  test.each([
    ['marks some and leaves the others out', each, ['option-1', 'option-2:against'], true],
    [
      'marks more for than there are seats, name by name',
      each,
      NAMES.slice(0, 6).map((_, i) => `option-${i + 1}`),
      true,
    ],
    ['says for and against of one', each, ['option-1', 'option-1:against'], false],
    ['names somebody who does not stand', each, ['option-7'], false],
    ['names nobody', each, [], false],
    ['abstains as a whole', each, ['abstain'], true],
    ['abstains and names somebody', each, ['abstain', 'option-1'], false],
    ['ticks as many as there are seats', limited, ['option-1', 'option-2', 'option-3'], true],
    ['ticks fewer', limited, ['option-6'], true],
    ['says against where only ticks are asked', limited, ['option-1:against'], false],
    ['ticks the same name twice', limited, ['option-1', 'option-1'], false],
  ])('%s', (_, question, choice, may) => {
    expect(isChoice(question, choice, { invalid: true })).toBe(may)
    expect(isChoice(question, choice, { invalid: false })).toBe(may)
  })
  test('R2.4, R7.30: more ticks than seats are refused to whoever casts them, kept as they stand on paper, and counted as spoiled', () => {
    const four = ['option-1', 'option-2', 'option-3', 'option-4']
    expect(isChoice(limited, four, { invalid: false })).toBe(false)
    expect(isChoice(limited, four, { invalid: true })).toBe(true)
    const listed = [{ ...votersFor(1, [1])[0]!, choice: four }, ...votersFor(3, [3]).slice(1)]
    const { figures } = countListed({ rule, question: limited }, listed)
    expect(figures).toMatchObject({ invalid: { heads: 1, area: '100.00' }, cast: { heads: 2, area: '200.00' } })
    expect(figures.votes['option-1']).toEqual({ heads: 2, area: '200.00' })
  })
  test('whoever says nothing of one candidate abstains on that one, and is not against', () => {
    const listed = votersFor(3, [2, 1]).with(2, { ...votersFor(1, [1])[0]!, head: 2, choice: ['option-1:against'] })
    const { figures } = countListed({ rule, question: each }, listed)
    expect(countsFor(rule, figures, 'option-2')).toMatchObject({
      for: { heads: 1 },
      against: { heads: 0 },
      abstain: { heads: 2, area: '200.00' },
    })
  })
  test('R1.9: an owner who marks names in another order on another unit does not contradict himself', () => {
    const [ballot] = votersFor(1, [1])
    const two = [
      { ...ballot!, choice: ['option-1', 'option-2:against'] },
      { ...ballot!, choice: ['option-2:against', 'option-1'] },
    ]
    const count = countListed({ rule, question: each }, two)
    expect(count.contradictory).toEqual([])
    expect(count.figures.votes['option-1']).toEqual({ heads: 1, area: '200.00' })
    expect(
      countListed({ rule, question: each }, [two[0]!, { ...two[1]!, choice: ['option-2'] }]).figures.invalid,
    ).toEqual({
      heads: 1,
      area: '200.00',
    })
  })
})

describe('who is elected (R1.64)', () => {
  test('each passes by himself, in heads and in area; exactly half is not more than half (R0.2)', () => {
    const result = elect(asks(6), votersFor(10, [9, 8, 7, 6, 6, 5]))
    expect(result.passed).toBe(true)
    expect(result.chosen).toEqual(['option-1', 'option-2', 'option-3', 'option-4', 'option-5'])
    expect(standings(result).at(-1)).toEqual(['6', null, 'not-passed'])
    expect(result.verdicts[5]!.verdict.lines.map(({ zh }) => zh)).toContainEqual(
      expect.stringContaining('同意 5 人 ÷ 参与表决 10 人 > 1/2？ 2×5=10 = 10 ✗'),
    )
  })
  test('heads without area do not pass, nor the other way round', () => {
    const large = (at: number) => (at === 9 ? '2000.00' : '100.00')
    expect(elect(asks(1), votersFor(10, [9], large)).allocation).toMatchObject({ open: 5, again: ['option-1'] })
  })
  test('R1.2: without the quorum nobody is elected, whoever is for whom', () => {
    const listed = votersFor(10, [6, 6]).map((ballot, at) => (at < 6 ? ballot : { ...ballot, choice: null }))
    expect(elect(asks(2), listed)).toMatchObject({ passed: false, chosen: [] })
  })
  test('more pass than there are seats: heads decide, and the others are in reserve in their order', () => {
    const result = elect(asks(5, { committee: 3 }), votersFor(10, [6, 9, 8, 7, 10]))
    expect(standings(result)).toEqual([
      ['5', 1, 'elected'],
      ['2', 2, 'elected'],
      ['3', 3, 'elected'],
      ['4', 4, 'reserve'],
      ['1', 5, 'reserve'],
    ])
    expect(result.allocation!.ranking[0]).toMatchObject({
      zh: '陈静：同意 10 人、1000.00 平方米；第 1 名，当选',
      en: '陈静: 10 for, 1000.00 m²; place 1, elected',
    })
  })
  /** Ten owners: candidates 3 and 4 have eight heads each, 4 with more area. */
  const tying = () =>
    votersFor(10, [10, 9]).map((ballot, at) => ({
      ...ballot,
      amounts: { area: at === 9 ? '150.00' : '100.00' },
      choice: [...ballot.choice!, ...(at < 8 ? ['option-3'] : []), ...(at > 1 ? ['option-4'] : [])],
    }))
  test('a tie for the last seat goes by area where that is declared', () => {
    expect(standings(elect(asks(4, { committee: 3, tie: 'area' }), tying())).slice(2)).toEqual([
      ['4', 3, 'elected'],
      ['3', 4, 'reserve'],
    ])
  })
  test('and is voted on again where that is declared', () => {
    const result = elect(asks(4, { committee: 3 }), tying())
    expect(standings(result).slice(2)).toEqual([
      ['3', 3, 'tied'],
      ['4', 3, 'tied'],
    ])
    expect(result).toMatchObject({ passed: false, allocation: { open: 1, again: ['option-3', 'option-4'] } })
  })
  test('a tie that all the tied can sit through is none', () => {
    expect(elect(asks(3, { committee: 3 }), votersFor(10, [8, 8, 8]))).toMatchObject({
      passed: true,
      allocation: { open: 0, again: [] },
    })
  })
  test('even area can tie: then nobody goes first', () => {
    expect(elect(asks(2, { committee: 1, tie: 'area' }), votersFor(10, [8, 8])).allocation).toMatchObject({
      open: 1,
      again: ['option-1', 'option-2'],
    })
  })
})
