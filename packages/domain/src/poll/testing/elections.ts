// Elections of a committee by name, and how many owners are for whom.
import {
  type Amounts,
  type CandidatesQuestion,
  type ListedBallot,
  type Outcome,
  type PollRule,
  countListed,
  outcomeOf,
  pollRuleByKey,
} from '../index.ts'

export const rule: PollRule = pollRuleByKey('cn-committee-election')!
export const NAMES = ['王建国', '李秀英', '张伟', '刘洋', '陈静', '杨帆', '赵磊', '黄丽']
export const asks = (count: number, more: Partial<CandidatesQuestion> = {}): CandidatesQuestion => ({
  type: 'candidates',
  text: '选举第三届业主委员会委员',
  explanation: '',
  options: Array.from({ length: count }, (_, index) => ({
    key: `option-${index + 1}`,
    text: NAMES[index] ?? `候选人${index + 1}`,
    profile: '住三号楼，退休会计。',
    consented: true as const,
  })),
  committee: 5,
  sitting: 0,
  marking: 'each',
  tie: 'revote',
  again: null,
  ...more,
})

/** So many owners of one unit each, of whom this many are for each candidate, the first ones first. */
export const votersFor = (
  owners: number,
  agreed: readonly number[],
  area: (at: number) => string = () => '100.00',
): readonly ListedBallot[] =>
  Array.from({ length: owners }, (_, at) => {
    const marks = agreed.flatMap((many, index) => (at < many ? [`option-${index + 1}`] : []))
    return {
      head: at,
      zone: '',
      amounts: { area: area(at) },
      choice: marks.length > 0 ? marks : ['abstain'],
      proof: 'none',
    }
  })
export const electorateOf = (listed: readonly ListedBallot[]): Amounts => ({
  heads: new Set(listed.map(({ head }) => head)).size,
  area: metres(listed.reduce((sum, { amounts }) => sum + cents(amounts.area!), 0)),
})
export const cents = (area: string) => Math.round(Number(area) * 100)
export const metres = (units: number) => (units / 100).toFixed(2)
export const elect = (question: CandidatesQuestion, listed: readonly ListedBallot[]): Outcome =>
  outcomeOf({ rule, question, electorate: electorateOf(listed) }, countListed({ rule, question }, listed).figures)
export const standings = ({ allocation }: Outcome) =>
  allocation!.ranking.map(({ choice, place, standing }) => [choice.slice(7), place, standing])
