// What the ledger keeps of a secret election: law, numbers, digest of the roll and every count in the open once it is settled; names, and who took a ballot, sealed. Who voted how stands nowhere.
import type { EntriesOf, EntryDraft } from '../ledger/index.ts'
import type { BoxCount } from './counting.ts'
import type { ElectionEvent, ElectionPlan } from './election.ts'

const entry = (facts: EntryDraft['facts'], sealed: EntryDraft['sealed'] = {}): EntryDraft => ({ facts, sealed })

const planned = ({ title, purpose, seats, candidates, day, place, boxes }: ElectionPlan) => ({
  facts: { seats, candidates: candidates.length, day, boxes: boxes.length },
  sealed: { title, purpose, place, candidates: candidates.map((each) => ({ ...each })), boxes: [...boxes] },
})

const countFacts = ({ collected, spoiled, blank, votes }: BoxCount) => ({
  collected,
  spoiled,
  blank,
  ...Object.fromEntries(Object.entries(votes).map(([key, given]) => [`votes-${key}`, given])),
})

export const electionEntry: EntriesOf<ElectionEvent> = {
  ElectionDrafted: ({ law, ...plan }) => {
    const { facts, sealed } = planned(plan)
    return entry({ law: law.key, ...facts }, sealed)
  },
  ElectionRedrafted: ({ plan }) => planned(plan),
  RollPublished: ({ publishedOn, registered, digest }) => entry({ publishedOn, registered, roll: digest }),
  RollObjected: ({ objection, due, text, name }) => entry({ objection, due }, { text, name }),
  ObjectionRuled: ({ objection, upheld, reason, late }) => entry({ objection, upheld, late }, { reason }),
  RollCorrected: ({ add, strike, registered, reason }) =>
    entry({ added: add.length, struck: strike.length, registered }, { reason, strike: [...strike] }),
  ProxyArranged: ({ principal, holder, relation }) => entry({}, { principal, holder, relation }),
  RulingsOverdue: ({ objections }) => entry({ objections: [...objections] }),
  VotingNear: () => entry({}),
  VotingOpened: ({ round, turn, standing, open }) => entry({ round, turn, standing: [...standing], open }),
  BallotGiven: ({ turn, voter, holder, by }) => entry({ turn }, { voter, holder, by }),
  VotingClosed: ({ given }) => entry({ given }),
  BoxCounted: ({ box, by, count }) => entry({ box }, { by, count }),
  BoxDiffered: ({ box, anew }) => entry({ box, anew }),
  BoxSettled: ({ box, count }) => entry({ box, ...countFacts(count) }),
  ResultAnnounced: ({ result: { round, void: reason, totals, elected, open } }) =>
    entry({ round, void: reason, ...countFacts(totals), elected: [...elected], open }),
  ElectionEndedShort: ({ reason }) => entry({}, { reason }),
  ElectionWithdrawn: ({ reason }) => entry({}, { reason }),
}
