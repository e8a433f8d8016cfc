// What the ledger keeps of a poll and its ballots: rule, digest, totals and participation in the open; names, words and choices sealed (R3.10).
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { type EntriesOf, type EntryDraft, canonicalText } from '../ledger/index.ts'
import type { BallotEvent } from './ballot.ts'
import type { PollEvent } from './poll.ts'
import type { PollRule } from './rule.ts'

const entry = (facts: EntryDraft['facts'], sealed: EntryDraft['sealed'] = {}): EntryDraft => ({ facts, sealed })

/** A rule is a document: its digest says which one it was. */
const ruleFacts = (rule: PollRule) => ({
  rule: rule.key,
  ruleVersion: rule.version,
  ruleDigest: bytesToHex(sha256(utf8ToBytes(canonicalText(rule)))),
})

export const pollEntry: EntriesOf<PollEvent> = {
  PollDrafted: ({ matter, rule, way, question, named }) =>
    entry({ matter, rule: rule.key, way, type: question.type, named }, { title: question.text, question }),
  PollRedrafted: ({ way, question, named }) =>
    entry({ way, type: question.type, named }, { title: question.text, question }),
  PollOpened: ({ digest, named, rule }) => entry({ electorate: digest, named, ...ruleFacts(rule) }),
  PollClosed: () => entry({}),
  CountEntered: ({ figures }) => entry({}, { figures }),
  CountsDiffered: () => entry({}),
  PollDecided: ({ figures, outcome: { passed, chosen } }) => entry({ passed, chosen, ...totalFacts(figures) }),
  PollWithdrawn: ({ reason, byStage }) => entry({ byStage }, { reason }),
}

/** Areas of a small electorate could tell a flat: only whole numbers stand in the open. */
const totalFacts = ({ votes, abstain, invalid }: Extract<PollEvent, { type: 'PollDecided' }>['figures']) => {
  const whole = (amounts: (typeof votes)[string]) => amounts.heads ?? amounts.households ?? amounts.zones ?? null
  const named = Object.entries(votes).map(([key, amounts]) => [`votes-${key}`, whole(amounts)])
  return { ...Object.fromEntries(named), abstain: whole(abstain), invalid: whole(invalid) }
}

export const ballotEntry: EntriesOf<BallotEvent> = {
  BallotCast: ({ poll, voter, number, choice, noted }) =>
    entry({ poll, number, noted: noted !== null, where: noted?.where ?? 'own' }, { voter, choice }),
}
