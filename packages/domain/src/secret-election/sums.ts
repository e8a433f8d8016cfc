// The sums of a secret election, line by line, each with its numbers and its article. RULES R0.1, R0.2, R2.4.
import type { Weighed } from './adding.ts'
import type { ElectionShare } from './law.ts'
import type { RecallDemand } from './plan.ts'

export type ResultLine = { readonly holds: boolean; readonly zh: string; readonly en: string }

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

export const givenLine = (given: number, collected: number): ResultLine => {
  const holds = collected <= given
  const sign = holds ? '✓' : '✗'
  return {
    holds,
    zh: `收回的票 ${collected} 张，发出 ${given} 张，不得多于发出的 ${sign}`,
    en: `Ballots back ${collected}, given out ${given}: no more than were given out ${sign}`,
  }
}

export const validLine = (share: ElectionShare, collected: number, registered: number): ResultLine =>
  lineOf({ share, part: collected, whole: registered }, { zh: ['参加投票', '登记选民'], en: ['Voted', 'registered'] })

export const demandedLine = (
  share: ElectionShare,
  { by, signed, of }: Pick<RecallDemand, 'by' | 'signed' | 'of'>,
): ResultLine =>
  lineOf(
    { share, part: signed, whole: of },
    by === 'voters'
      ? { zh: ['联名', '有选举权的村民'], en: ['Signed', 'voters'] }
      : { zh: ['联名', '村民代表'], en: ['Signed', 'representatives'] },
  )

/** Where votes come from higher posts, each of them stands in the line. */
export const candidateLine = (asked: Asked, { name, votes, added }: Weighed): ResultLine => {
  const zh = added.map((each) => `＋${each.votes}（${each.title}）`).join('')
  const en = added.map((each) => ` + ${each.votes} (${each.title})`).join('')
  return lineOf(asked, {
    zh: [`${name} 得票${zh && ` ${votes}${zh} ＝`}`, '收回的票'],
    en: [`${name}: votes${en && ` ${votes}${en} =`}`, 'ballots back'],
  })
}
