// Ann's blank ballot in a poll that is open, from which tests of single ballots begin.
import { COMMUNITY, PATH } from '../../matter/testing/community.ts'
import { type Ballot, pollRuleByKey } from '../index.ts'

export const blankBallot = (more: object): Ballot =>
  ({
    status: 'blank',
    id: 'bal_1',
    poll: 'pol_1',
    voter: 'vtr_1',
    person: 'per_ann',
    owners: [],
    community: COMMUNITY,
    path: PATH,
    pollStatus: 'open',
    same: null,
    beside: null,
    closesAt: null,
    way: 'ballots',
    question: { type: 'for-against', text: '装长椅？', explanation: '' },
    rule: pollRuleByKey('cn-residents-representatives')!,
    ...more,
  }) as Ballot
