// Who is elected: of those who pass, the seats go by heads, then as the declared tie rule says; what is left over is voted on again. RULES R1.64.
import { type CandidatesQuestion, openSeats } from './candidates.ts'
import type { Figures } from './figures.ts'
import { unitsOf, written } from './measure.ts'

export type SeatStanding = 'elected' | 'reserve' | 'tied' | 'not-passed'

/** One candidate in the order of the result. `place` is null for whoever did not pass; equal ones share it. */
export type Placed = {
  readonly choice: string
  readonly place: number | null
  readonly standing: SeatStanding
  /** What they got and what it came to, for readers. */
  readonly zh: string
  readonly en: string
}

export type SeatAllocation = {
  readonly seats: number
  readonly ranking: readonly Placed[]
  /** How many seats stay open. */
  readonly open: number
  /** Who stands in the ballot for the open seats: those who tie for them, or whoever did not pass. */
  readonly again: readonly string[]
}

type Votes = { readonly heads: bigint; readonly area: bigint }
type Passer = Votes & { readonly choice: string }

const votesOf = ({ votes }: Figures, choice: string): Votes => {
  const amounts = votes[choice] ?? {}
  return { heads: unitsOf(amounts, 'heads') ?? 0n, area: unitsOf(amounts, 'area') ?? 0n }
}

const compare = (one: bigint, other: bigint): number => (one === other ? 0 : one > other ? -1 : 1)

/** Less than nothing where the first goes before the second, nothing where the rule does not part them. */
const before = ({ tie }: CandidatesQuestion, one: Votes, other: Votes): number =>
  compare(one.heads, other.heads) || (tie === 'area' ? compare(one.area, other.area) : 0)

const WORDS: Readonly<Record<SeatStanding, { zh: string; en: string }>> = {
  elected: { zh: '当选', en: 'elected' },
  reserve: { zh: '达到当选票数，席位已满', en: 'passed, and all seats are taken' },
  tied: { zh: '与他人并列，余下席位再投一次', en: 'tied for what is left of the seats: vote again' },
  'not-passed': { zh: '没有达到当选票数', en: 'has not passed' },
}

type Given = { readonly question: CandidatesQuestion; readonly figures: Figures }

const placed = ({ question, figures }: Given, choice: string, at: Pick<Placed, 'place' | 'standing'>): Placed => {
  const { heads, area } = votesOf(figures, choice)
  const name = question.options.find(({ key }) => key === choice)!.text
  const metres = written('area', area)
  const words = WORDS[at.standing]
  const place = at.place === null ? { zh: '', en: '' } : { zh: `第 ${at.place} 名，`, en: `place ${at.place}, ` }
  return {
    choice,
    ...at,
    zh: `${name}：同意 ${heads} 人、${metres} 平方米；${place.zh}${words.zh}`,
    en: `${name}: ${heads} for, ${metres} m²; ${place.en}${words.en}`,
  }
}

/** Those whom the rule does not part stand together. */
const groupsOf = (question: CandidatesQuestion, passers: readonly Passer[]): readonly (readonly Passer[])[] => {
  const sorted = passers.toSorted((one, other) => before(question, one, other))
  const groups: Passer[][] = []
  for (const each of sorted) {
    const last = groups.at(-1)
    if (last && before(question, last[0]!, each) === 0) last.push(each)
    else groups.push([each])
  }
  return groups
}

/** A group that fits is elected; one that does not fit ties for what is left; whoever comes after is in reserve. */
const seat = (given: Given, passers: readonly Passer[]): readonly Placed[] => {
  let left = openSeats(given.question)
  let place = 1
  return groupsOf(given.question, passers).flatMap((group) => {
    const standing = group.length <= left ? 'elected' : left > 0 ? 'tied' : 'reserve'
    const here = { place, standing } as const
    left = standing === 'elected' ? left - group.length : 0
    place += group.length
    return group.map(({ choice }) => placed(given, choice, here))
  })
}

/** `passing`: the candidates who each passed by themselves. */
export const allocateSeats = (
  question: CandidatesQuestion,
  figures: Figures,
  passing: readonly string[],
): SeatAllocation => {
  const given = { question, figures }
  const seated = seat(
    given,
    passing.map((choice) => ({ choice, ...votesOf(figures, choice) })),
  )
  const others = question.options
    .filter(({ key }) => !passing.includes(key))
    .map(({ key }) => placed(given, key, { place: null, standing: 'not-passed' }))
  const of = (standing: SeatStanding) => [...seated, ...others].filter((each) => each.standing === standing)
  const seats = openSeats(question)
  const open = seats - of('elected').length
  const again = of('tied').length > 0 ? of('tied') : open > 0 ? others : []
  return { seats, ranking: [...seated, ...others], open, again: again.map(({ choice }) => choice) }
}

export const electedIn = ({ ranking }: SeatAllocation): readonly string[] =>
  ranking.filter(({ standing }) => standing === 'elected').map(({ choice }) => choice)
