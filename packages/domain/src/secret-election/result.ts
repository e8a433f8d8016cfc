// What a secret election came to: whether it is valid, who is elected by the law of its round, and what a second round is held for; every line with its numbers. RULES R2.4.
import type { BoxCount } from './counting.ts'
import type { ElectionLaw, ElectionShare } from './law.ts'

export type ResultLine = { readonly holds: boolean; readonly zh: string; readonly en: string }
export type CandidateStanding = 'elected' | 'tied' | 'passed-over' | 'not-elected'
export type CandidateResult = {
  readonly key: string
  readonly votes: number
  readonly standing: CandidateStanding
  readonly line: ResultLine
}

export type SecretResult = {
  readonly round: number
  /** Null where fewer ballots came back than were given out, and enough of them. */
  readonly void: 'more-ballots-than-given' | 'too-few-voted' | null
  readonly lines: readonly ResultLine[]
  readonly totals: BoxCount
  /** Most votes first. */
  readonly candidates: readonly CandidateResult[]
  readonly elected: readonly string[]
  readonly open: number
  /** Who stands in the next round; empty where no seat is open. */
  readonly next: readonly string[]
}

export type Counted = {
  readonly law: Pick<ElectionLaw, 'valid' | 'elected' | 'second'>
  readonly round: number
  readonly seats: number
  readonly candidates: readonly { readonly key: string; readonly name: string }[]
  readonly registered: number
  /** Ballots given out in this round, by the register. */
  readonly given: number
  readonly totals: BoxCount
}

const holdsFor = ({ at, share: [n, d] }: ElectionShare, part: number, whole: number): boolean =>
  whole > 0 && (at === 'more' ? d * part > n * whole : d * part >= n * whole)

type Asked = { readonly share: ElectionShare; readonly part: number; readonly whole: number }
type Words = { readonly zh: readonly [string, string]; readonly en: readonly [string, string] }

const lineOf = ({ share, part, whole }: Asked, { zh, en }: Words): ResultLine => {
  const holds = holdsFor(share, part, whole)
  const [n, d] = share.share
  const [left, right] = [d * part, n * whole]
  const asked = share.at === 'more' ? '>' : '≥'
  const found =
    left === right ? (share.at === 'least' ? '≥' : '=') : left > right ? (share.at === 'least' ? '≥' : '>') : '<'
  const sum = `${d}×${part}=${left} ${found} ${n === 1 ? '' : `${n}×${whole}=`}${right} ${holds ? '✓' : '✗'}`
  const of = share.share.join('/')
  return {
    holds,
    zh: `${zh[0]} ${part} ÷ ${zh[1]} ${whole} ${asked} ${of}？ ${sum}（${share.article.zh}）`,
    en: `${en[0]} ${part} ÷ ${en[1]} ${whole} ${asked} ${of}? ${sum} (${share.article.en})`,
  }
}

const givenLine = ({ given, totals: { collected } }: Counted): ResultLine => {
  const holds = collected <= given
  const sign = holds ? '✓' : '✗'
  return {
    holds,
    zh: `收回的票 ${collected} 张，发出 ${given} 张，不得多于发出的 ${sign}`,
    en: `Ballots back ${collected}, given out ${given}: no more than were given out ${sign}`,
  }
}

const validLine = ({ law, registered, totals: { collected } }: Counted): ResultLine =>
  lineOf(
    { share: law.valid, part: collected, whole: registered },
    { zh: ['参加投票', '登记选民'], en: ['Voted', 'registered'] },
  )

const candidateLine = ({ law, round, totals }: Counted, name: string, votes: number): ResultLine =>
  lineOf(
    { share: round === 1 ? law.elected : law.second, part: votes, whole: totals.collected },
    { zh: [`${name} 得票`, '收回的票'], en: [`${name}: votes`, 'ballots back'] },
  )

type Standing = { readonly key: string; readonly votes: number; readonly line: ResultLine }

/** A group with as many votes is elected if all of it finds a seat; otherwise it is tied for what is left. */
const award = (seats: number, passing: readonly Standing[]): ReadonlyMap<string, CandidateStanding> => {
  const found = new Map<string, CandidateStanding>()
  let left = seats
  const amounts = [...new Set(passing.map(({ votes }) => votes))].toSorted((one, other) => other - one)
  for (const votes of amounts) {
    const group = passing.filter((each) => each.votes === votes)
    const standing = group.length <= left ? 'elected' : left > 0 ? 'tied' : 'passed-over'
    left = standing === 'elected' ? left - group.length : 0
    for (const { key } of group) found.set(key, standing)
  }
  return found
}

/** Those who tie; or, of those who were not elected, the ones with most votes, one more than seats, and whoever has as many as the last of them. */
const nextFor = (candidates: readonly CandidateResult[], open: number): readonly string[] => {
  const tied = candidates.filter(({ standing }) => standing === 'tied')
  if (open === 0) return []
  if (tied.length > 0) return tied.map(({ key }) => key)
  const rest = candidates.filter(({ standing }) => standing !== 'elected')
  const last = rest[open]?.votes ?? 0
  return rest.filter(({ votes }, index) => index <= open || votes === last).map(({ key }) => key)
}

export const resultOf = (counted: Counted): SecretResult => {
  const { round, seats, totals } = counted
  const given = givenLine(counted)
  const valid = round === 1 ? [validLine(counted)] : []
  const reason = !given.holds ? 'more-ballots-than-given' : valid.some(({ holds }) => !holds) ? 'too-few-voted' : null
  const standing = counted.candidates
    .map(({ key, name }): Standing => {
      const votes = totals.votes[key] ?? 0
      return { key, votes, line: candidateLine(counted, name, votes) }
    })
    .toSorted((one, other) => other.votes - one.votes)
  const awarded = reason
    ? new Map()
    : award(
        seats,
        standing.filter(({ line }) => line.holds),
      )
  const candidates = standing.map((each) => ({ ...each, standing: awarded.get(each.key) ?? ('not-elected' as const) }))
  const elected = candidates.filter((each) => each.standing === 'elected').map(({ key }) => key)
  const open = seats - elected.length
  return {
    round,
    void: reason,
    lines: [given, ...valid],
    totals,
    candidates,
    elected,
    open,
    next: reason ? counted.candidates.map(({ key }) => key) : nextFor(candidates, open),
  }
}
