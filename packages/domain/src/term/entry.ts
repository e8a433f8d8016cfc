// What the ledger keeps of each event of a term: days, numbers and reasons in the open; names, people and evidence sealed.
import type { EntriesOf } from '../ledger/index.ts'
import type { Member, TermEvent } from './term.ts'

const sealedMembers = (members: readonly Member[]) => members.map(({ key, name, person }) => ({ key, name, person }))

export const termEntry: EntriesOf<TermEvent> = {
  TermBegun: ({ law, number, committee, ballots, electedOn, from, until, members, place }) => ({
    facts: { law, number, committee, seated: members.length, ballots: [...ballots], electedOn, from, until },
    sealed: { place, members: sealedMembers(members) },
  }),
  MembersSeated: ({ ballot, members }) => ({
    facts: { ballot, seated: members.map(({ key }) => key) },
    sealed: { members: sealedMembers(members) },
  }),
  MemberMatched: ({ member, person }) => ({ facts: { member }, sealed: { person } }),
  SeatVacated: ({ member, person, on, reason, evidence }) => ({
    facts: { member, on, reason },
    sealed: { person, evidence },
  }),
  TermStepNoted: ({ step, on, evidence }) => ({ facts: { step, on }, sealed: { evidence } }),
  TermRang: ({ step, due, late }) => ({ facts: { step, due, late }, sealed: {} }),
  TermEnded: ({ how }) => ({ facts: { how }, sealed: {} }),
}
