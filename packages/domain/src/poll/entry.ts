// What the ledger keeps of a poll and its ballots: rule, digest, totals and participation in the open; names, words and choices sealed (R3.10).
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { type EntriesOf, type EntryDraft, canonicalText } from '../ledger/index.ts'
import type { BallotEvent } from './ballot.ts'
import type { PollBody, PollEvent } from './poll.ts'
import type { PollRule } from './rule.ts'

const entry = (facts: EntryDraft['facts'], sealed: EntryDraft['sealed'] = {}): EntryDraft => ({ facts, sealed })

/** A rule is a document: its digest says which one it was. */
const ruleFacts = (rule: PollRule) => ({
  rule: rule.key,
  ruleVersion: rule.version,
  ruleDigest: bytesToHex(sha256(utf8ToBytes(canonicalText(rule)))),
})

/** What was declared beforehand: matter, units, regime and dates; the clause it rests on is words. */
const assemblyFacts = (assembly: PollBody['assembly']): EntryDraft['facts'] =>
  assembly
    ? {
        topic: assembly.topic,
        scope: assembly.scope.kind,
        regime: assembly.regime,
        caller: assembly.caller,
        reelection: assembly.reelection,
      }
    : {}

export const pollEntry: EntriesOf<PollEvent> = {
  PollDrafted: ({ matter, rule, way, question, named, assembly, agenda }) =>
    entry(
      {
        matter,
        rule: rule.key,
        way,
        type: question.type,
        named,
        ...assemblyFacts(assembly),
        ...(agenda && { agenda: agenda.first, item: agenda.item }),
      },
      { title: question.text, question },
    ),
  PollRedrafted: ({ way, question, named, assembly }) =>
    entry({ way, type: question.type, named, ...assemblyFacts(assembly) }, { title: question.text, question }),
  PollAnnounced: ({ notice, opensAt, closesAt }) => entry({ notice, opensAt, closesAt }),
  ElectorateRedrawn: ({ named, digest }) => entry({ named, electorate: digest }),
  PollExtended: ({ closesAt, extensions }) => entry({ closesAt, extensions }),
  ProofsRecorded: ({ proof, voters, evidence, by }) =>
    entry({ proof, ballots: voters.length }, { voters, evidence, by }),
  PollOpened: ({ digest, named, rule, lots }) =>
    entry({ electorate: digest, named, ...ruleFacts(rule), ...(lots && { lots: lots.order }) }),
  PollClosed: () => entry({}),
  CountingBegun: () => entry({}),
  CountEntered: ({ figures }) => entry({}, { figures }),
  CountsDiffered: () => entry({}),
  ResultFound: ({ figures, outcome: { passed, chosen } }) => entry({ passed, chosen, ...totalFacts(figures) }),
  ResultShown: ({ notice }) => entry({ notice }),
  RecountOrdered: ({ reason }) => entry({}, { reason }),
  PollDecided: ({ figures, outcome: { passed, chosen } }) => entry({ passed, chosen, ...totalFacts(figures) }),
  PollWithdrawn: ({ reason, byStage }) => entry({ byStage }, { reason }),
}

/** Areas of a small electorate could tell a flat: only whole numbers stand in the open. */
const totalFacts = ({ votes, abstain, invalid }: Extract<PollEvent, { type: 'PollDecided' }>['figures']) => {
  const whole = (amounts: (typeof votes)[string]) => amounts.heads ?? amounts.households ?? amounts.zones ?? null
  const named = Object.entries(votes).map(([key, amounts]) => [`votes-${key}`, whole(amounts)])
  return { ...Object.fromEntries(named), abstain: whole(abstain), invalid: whole(invalid) }
}

export const ballotEntry: EntriesOf<BallotEvent, EntryDraft | null> = {
  BallotCast: ({ poll, voter, number, choice, noted, holds }) =>
    entry({ poll, number, noted: noted !== null, where: noted?.where ?? 'own', holds }, { voter, choice }),
  VoterChosen: ({ poll, voter, person, how, evidence }) => entry({ poll, how }, { voter, person, evidence }),
  RowCounts: () => null,
  BallotSetAside: ({ poll, voter, counts, late }) => entry({ poll, late }, { voter, counts }),
}
