// Plausible elections of an owners' committee for the tests of their pages: in every way of marking, decided, tied, and with seats left open.
import type { PollPage } from '@yishi/contract/poll-page'
import { type CandidatesQuestion, type Figures, type PollRule, pollRuleByKey } from '@yishi/domain/poll'

const PROFILES = [
  ['王建国', '退休会计，住 3 号楼。做过两届业委会财务，想把维修资金的账一季一公布。'],
  ['李素琴', '社区医院护士。想推动无障碍坡道和夜间照明。'],
  ['陈志强', '工程师，做过小区消防改造的监督员。'],
  ['周敏', '律师，愿意替大家看合同。'],
  ['赵海燕', '小学老师，组织过楼道公约。'],
  ['孙立群', '开水果店十二年，熟悉停车的难处。'],
  ['何美玲', '退休干部，楼组长。'],
] as const

export const COMMITTEE: CandidatesQuestion = {
  type: 'candidates',
  text: '选举第五届业主委员会委员',
  explanation: '本届业委会任期到年底。委员五位，任期五年。',
  options: PROFILES.map(([text, profile], index) => ({
    key: `option-${index + 1}`,
    text,
    profile,
    consented: true,
  })),
  committee: 5,
  sitting: 0,
  marking: 'each',
  tie: 'revote',
  again: null,
}
export const TICKS: CandidatesQuestion = { ...COMMITTEE, marking: 'limited', tie: 'area' }

export const ELECTION_RULE: PollRule = pollRuleByKey('cn-committee-election')!
export const ELECTORS = { heads: 612, area: '58210.40' }

const of = (heads: number, area: string) => ({ heads, area })

/** Votes for and against each in turn; all other ballots say nothing of them. */
const figuresOf = (votes: readonly (readonly [number, number])[]): Figures => ({
  votes: Object.fromEntries(
    votes.flatMap(([agreed, against], index) => [
      [`option-${index + 1}`, of(agreed, `${agreed * 95}.20`)],
      [`option-${index + 1}:against`, of(against, `${against * 95}.00`)],
    ]),
  ),
  cast: of(455, '43310.60'),
  abstain: of(6, '560.00'),
  invalid: of(4, '377.10'),
})

export const FILLED = figuresOf([
  [402, 20],
  [391, 31],
  [366, 40],
  [350, 61],
  [318, 77],
  [301, 90],
  [140, 210],
])
/** Two with as many heads for the last seat. */
export const TIED = figuresOf([
  [402, 20],
  [391, 31],
  [366, 40],
  [350, 61],
  [301, 77],
  [301, 90],
  [140, 210],
])
export const TOO_FEW = figuresOf([
  [402, 20],
  [391, 31],
  [366, 40],
  [198, 61],
  [181, 77],
  [166, 90],
  [140, 210],
])

export const electing = (
  home: PollPage,
): Pick<PollPage, 'poll' | 'question' | 'rule' | 'totals' | 'turnout'> & {
  readonly assembly: PollPage['assembly']
} => ({
  poll: 'pol_committee',
  question: COMMITTEE,
  rule: ELECTION_RULE,
  totals: ELECTORS,
  turnout: { cast: 230, of: 648 },
  assembly: home.assembly && { ...home.assembly, topic: 'committee', caller: 'reelection-group', reelection: true },
})

type ResultOf = (
  asking: { rule: PollRule; electorate: typeof ELECTORS; question: CandidatesQuestion },
  figures: Figures,
) => PollPage['result']

/** `atHome` is the page of an owners' vote, as whoever lives there sees it. */
export const electionPages = (atHome: PollPage, resultOf: ResultOf): Readonly<Record<string, PollPage>> => {
  const election: PollPage = { ...atHome, ...electing(atHome) }
  const elected = (figures: Figures): PollPage => ({
    ...election,
    status: 'decided',
    standing: 'over',
    turnout: { cast: 470, of: 648 },
    decidedAt: '2026-12-15T02:00:00.000Z',
    result: resultOf({ rule: ELECTION_RULE, electorate: ELECTORS, question: COMMITTEE }, figures),
  })
  return {
    'election-soon': { ...election, status: 'announced', standing: 'soon', turnout: null },
    election,
    'election-confirm': { ...election, step: 'confirm', choice: ['option-1', 'option-2', 'option-6:against'] },
    'election-ticks': {
      ...election,
      question: TICKS,
      choice: ['option-1', 'option-3'],
      problem: { code: 'too-many-marks', most: 5 },
    },
    elected: elected(FILLED),
    'election-tied': elected(TIED),
    'election-open': elected(TOO_FEW),
  }
}
