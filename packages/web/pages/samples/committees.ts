// Plausible committees of owners for the tests of their page: none yet, a full one, and one with vacant seats that is being re-elected.
import type { CommitteePage, PublicTerm } from '@yishi/contract/term'
import { AS_OF, COMMUNITY } from './matters.ts'

const term = (more: Partial<PublicTerm> = {}): PublicTerm => ({
  place: '阳光花园',
  number: 3,
  committee: 5,
  from: '2026-10-12',
  until: '2029-10-11',
  members: ['王建国', '李秀英', '张伟', '刘洋', '陈静'],
  open: 0,
  vacancy: 'full',
  powersRest: false,
  steps: [
    { step: 'list-published', due: '2026-10-15', done: '2026-10-13' },
    { step: 'filed', due: '2026-11-11', done: '2026-11-06' },
    { step: 'filing-done', due: '2026-11-26', done: null },
  ],
  polls: ['pol_general'],
  ...more,
})

const page = (more: Partial<CommitteePage>): CommitteePage => ({
  community: COMMUNITY,
  running: [],
  over: [],
  asOf: AS_OF,
  ...more,
})

const EARLIER = [{ place: '阳光花园', number: 2, from: '2023-10-10', until: '2026-10-09' }]

export const committees: Readonly<Record<string, CommitteePage>> = {
  none: page({}),
  full: page({ running: [term()], over: EARLIER }),
  vacant: page({
    running: [
      term({
        members: ['王建国', '李秀英', '张伟'],
        open: 2,
        vacancy: 'by-election',
        powersRest: true,
        polls: ['pol_general', 'pol_again'],
      }),
      term({
        place: '翠竹苑',
        number: 1,
        members: ['周敏', '赵国强'],
        open: 3,
        vacancy: 'early-election',
        steps: [
          { step: 'list-published', due: '2026-10-15', done: null },
          { step: 'filed', due: '2026-11-11', done: null },
          { step: 'filing-done', due: null, done: null },
        ],
      }),
    ],
  }),
}
