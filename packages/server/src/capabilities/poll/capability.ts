// What the kernel has to know about polls and their ballots.
import {
  type Ballot,
  type BallotCommand,
  type BallotEvent,
  type BallotRefusal,
  type Poll,
  type PollCommand,
  type PollEvent,
  type PollRefusal,
  ballotEntry,
  ballotRules,
  pollEntry,
  pollRules,
  standsTwice,
} from '@yishi/domain/poll'
import type { Capability } from '../../kernel/capability.ts'
import { AT_ONCE } from '../same-person/index.ts'
import { ballotStore } from './ballot-store.ts'
import { matterOfPoll, pollStore } from './store.ts'

export const poll: Capability<Poll, PollCommand, PollEvent, PollRefusal> = {
  name: 'poll',
  rulebook: pollRules,
  store: pollStore,
  toEntry: pollEntry,
  wakes: (state) =>
    state.status === 'open' && state.assembly ? { at: state.assembly.closesAt, command: { type: 'ClosePoll' } } : null,
  async parent(trx, subject) {
    const matter = await matterOfPoll(trx, subject)
    return matter ? { capability: 'matter', community: subject.community, id: matter } : null
  },
}

/** It has no parent that is locked before it: thousands of ballots may come in at once. */
export const ballot: Capability<Ballot, BallotCommand, BallotEvent, BallotRefusal> = {
  name: 'ballot',
  rulebook: ballotRules,
  store: ballotStore,
  toEntry: ballotEntry,
  wakes: (state) => (standsTwice(state) ? { at: AT_ONCE, command: { type: 'SetBallotAside' } } : null),
}
