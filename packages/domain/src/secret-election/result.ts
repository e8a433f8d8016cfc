// What a secret election came to: whether it is valid, who is elected to each post, who is elected twice, and what a second round is held for; every line with its numbers. RULES R2.4.
import { type Weighed, addedFrom, reached } from './adding.ts'
import { type CandidateStanding, type Passing, type Standing, award, awardWithWoman } from './award.ts'
import type { ElectionLaw } from './law.ts'
import { type Named, plainName } from './plan.ts'
import { type ResultLine, candidateLine, givenLine, validLine } from './sums.ts'
import { type WomanFinding, findWoman, womanLine } from './women.ts'

export type { CandidateStanding, Standing } from './award.ts'
export { type WomanFinding, reservedIn } from './women.ts'

export type CandidateResult = Weighed & { readonly standing: CandidateStanding; readonly line: ResultLine }

export type SectionResult = {
  readonly post: string
  readonly title: string
  readonly seats: number
  /** Ballots whose section for this post is void, and blank. */
  readonly spoiled: number
  readonly blank: number
  /** Most votes first. */
  readonly candidates: readonly CandidateResult[]
  readonly elected: readonly string[]
  readonly open: number
  /** Who stands in the next turn; empty where no seat is open. */
  readonly next: readonly string[]
}
/** Somebody who would hold several posts, which nobody does. */
export type Double = { readonly name: string; readonly posts: readonly string[] }
/** Which post somebody keeps who was elected to several, as the election committee found. */
export type Kept = { readonly name: string; readonly post: string }

export type SecretResult = {
  readonly round: 1 | 2
  readonly registered: number
  /** Ballots given out in this turn, by the register. */
  readonly given: number
  readonly collected: number
  /** Ballots that are void as a whole. */
  readonly spoiled: number
  /** Null where no more ballots came back than were given out, and enough of them. */
  readonly void: 'more-ballots-than-given' | 'too-few-voted' | null
  readonly lines: readonly ResultLine[]
  readonly sections: readonly SectionResult[]
  /** Seats left open in all posts. */
  readonly open: number
  readonly doubles: readonly Double[]
  readonly kept: readonly Kept[]
  /** Votes for a higher post are added to a lower one. */
  readonly addsDown: boolean
  /** The post of which a seat is for a woman if votes elect none in this turn; null where that is not asked, or one sits. */
  readonly reserved: string | null
  readonly woman: WomanFinding | null
}

export type CountedSection = Pick<SectionResult, 'post' | 'title' | 'seats' | 'spoiled' | 'blank'> & {
  readonly candidates: readonly Standing[]
}
export type Counted = Pick<
  SecretResult,
  'round' | 'registered' | 'given' | 'collected' | 'spoiled' | 'kept' | 'addsDown' | 'reserved'
> & {
  readonly law: Pick<ElectionLaw, 'valid' | 'elected' | 'second' | 'women' | 'recall'>
  readonly sections: readonly CountedSection[]
}

type Awarded = Omit<SectionResult, 'next'>
type WeighedSection = Omit<CountedSection, 'candidates'> & { readonly candidates: readonly Weighed[] }

type Round = Counted & { readonly isVoid: boolean }

const summed = (each: Weighed): Passing => ({ key: each.key, woman: each.woman, votes: reached(each) })

const awarded = (counted: Round, section: WeighedSection, seatsGo: typeof award = award): Awarded => {
  const { law, round, collected, kept, isVoid } = counted
  const share = round === 1 ? law.elected : law.second
  const sums = section.candidates
    .map((each) => ({ ...each, line: candidateLine({ share, part: reached(each), whole: collected }, each) }))
    .toSorted((one, other) => reached(other) - reached(one))
  const passing = isVoid ? [] : sums.filter(({ line }) => line.holds)
  const isElsewhere = ({ name }: Standing) =>
    kept.some((each) => each.post !== section.post && plainName(each.name) === plainName(name))
  const found = seatsGo(section.seats, passing.filter((each) => !isElsewhere(each)).map(summed))
  const candidates = sums.map((each): CandidateResult => ({
    ...each,
    standing: found.get(each.key) ?? (isElsewhere(each) ? 'elsewhere' : 'not-elected'),
  }))
  const elected = candidates.filter(({ standing }) => standing === 'elected').map(({ key }) => key)
  return { ...section, candidates, elected, open: section.seats - elected.length }
}

/** The two answers in their order: nobody is elected, no seat is open, and a vote that fails is not held again. */
const answered = ({ law, collected, isVoid }: Round, section: WeighedSection): Awarded => {
  const candidates = section.candidates.map((each, at): CandidateResult => {
    const line = candidateLine({ share: law.elected, part: each.votes, whole: collected }, each)
    if (at > 0) return { ...each, line, standing: 'against' }
    return { ...each, line, standing: line.holds && !isVoid ? 'recalled' : 'stays' }
  })
  return { ...section, candidates, elected: [], open: 0 }
}

export const isRecalled = ({ candidates }: Pick<SectionResult, 'candidates'>): boolean =>
  candidates.some(({ standing }) => standing === 'recalled')

/** From the highest post to the lowest: what is added to one hangs on who has a higher one. */
const inOrder = (counted: Round): readonly Awarded[] =>
  counted.sections.reduce<readonly Awarded[]>((above, section) => {
    const from = counted.addsDown && !counted.isVoid ? above : []
    const candidates = section.candidates.map((each) => ({ ...each, added: addedFrom(from, each.name) }))
    const weighed = { ...section, candidates }
    return [...above, counted.law.recall ? answered(counted, weighed) : awarded(counted, weighed)]
  }, [])

/** Elected to one post and elected, or tied for the last seat, in another. */
const doublesIn = (sections: readonly Awarded[]): readonly Double[] => {
  const reached = sections.flatMap(({ post, candidates }) =>
    candidates
      .filter(({ standing }) => standing === 'elected' || standing === 'tied')
      .map(({ name, standing }) => ({ post, name, standing })),
  )
  return [...Map.groupBy(reached, ({ name }) => plainName(name)).values()]
    .filter((each) => each.length > 1 && each.some(({ standing }) => standing === 'elected'))
    .map((each) => ({ name: each[0]!.name, posts: each.map(({ post }) => post) }))
}

/** Those who tie; or the ones with most votes, one more than seats, and whoever has as many as the last of them. */
const putForward = (rest: readonly CandidateResult[], seats: number): readonly CandidateResult[] => {
  const tied = rest.filter(({ standing }) => standing === 'tied')
  if (tied.length > 0) return tied
  const last = rest[seats]
  return rest.filter((each, index) => index <= seats || (last && reached(each) === reached(last)))
}

/** For a seat that is a woman's only women stand, beside those who stand for the other seats that are open. */
const nextFor = ({ candidates, open }: Awarded, seated: ReadonlySet<string>, forWoman: boolean): readonly string[] => {
  if (open === 0) return []
  const rest = candidates.filter(({ name }) => !seated.has(plainName(name)))
  const women = forWoman
    ? putForward(
        rest.filter(({ woman }) => woman === true),
        1,
      )
    : []
  const others = forWoman && open === 1 ? [] : putForward(rest, open)
  return rest.filter((each) => women.includes(each) || others.includes(each)).map(({ key }) => key)
}

const seatedIn = (sections: readonly Awarded[]): ReadonlySet<string> =>
  new Set(
    sections.flatMap(({ candidates }) =>
      candidates.filter(({ standing }) => standing === 'elected').map(({ name }) => plainName(name)),
    ),
  )

const onBallot = ({ candidates }: Awarded): readonly string[] =>
  candidates.filter(({ written }) => !written).map(({ key }) => key)

export const resultOf = (counted: Counted): SecretResult => {
  const { law, kept, addsDown, reserved, sections: _, ...totals } = counted
  const { round, registered, given, collected } = totals
  const first = givenLine(given, collected)
  const valid = round === 1 ? [validLine(law.valid, collected, registered)] : []
  const reason = !first.holds ? 'more-ballots-than-given' : valid.some(({ holds }) => !holds) ? 'too-few-voted' : null
  const held = { ...counted, isVoid: reason !== null }
  const { woman, sections } = findWoman({
    law,
    reserved: reason ? null : reserved,
    sections: inOrder(held),
    withSeat: (section) => awarded(held, section, awardWithWoman),
  })
  const seated = seatedIn(sections)
  const nextIn = reason && !law.recall ? onBallot : nextFor
  const isHers = ({ post }: Awarded) => woman === 'separate' && post === reserved
  return {
    ...totals,
    void: reason,
    lines: [first, ...valid, ...(woman ? [womanLine(law, woman, sections)] : [])],
    sections: sections.map((each) => ({
      ...each,
      next: nextIn(each, seated, isHers(each)),
    })),
    open: sections.reduce((sum, { open }) => sum + open, 0),
    doubles: doublesIn(sections),
    kept,
    addsDown,
    reserved,
    woman,
  }
}

/** The same ballots again, with what was found since. */
export const resultAgain = (
  law: Counted['law'],
  result: SecretResult,
  {
    kept = result.kept,
    nameOf = ({ name }) => name,
    womanOf = ({ woman }) => woman,
  }: {
    kept?: readonly Kept[]
    nameOf?: (of: Standing) => string
    womanOf?: (of: Standing) => Standing['woman']
  } = {},
): SecretResult => {
  const { round, registered, given, collected, spoiled, addsDown, reserved, sections } = result
  return resultOf({
    law,
    round,
    registered,
    given,
    collected,
    spoiled,
    kept,
    addsDown,
    reserved,
    sections: sections.map(({ post, title, seats, spoiled: voided, blank, candidates }) => ({
      post,
      title,
      seats,
      spoiled: voided,
      blank,
      candidates: candidates.map((each) => ({
        key: each.key,
        name: nameOf(each),
        written: each.written,
        woman: womanOf(each),
        votes: each.votes,
      })),
    })),
  })
}

export type Elected = Named & { readonly post: string; readonly title: string }

export const electedIn = (results: readonly SecretResult[]): readonly Elected[] =>
  results.flatMap(({ sections }) =>
    sections.flatMap(({ post, title, elected, candidates }) =>
      elected.map((key) => ({ post, title, key, name: candidates.find((each) => each.key === key)!.name })),
    ),
  )
