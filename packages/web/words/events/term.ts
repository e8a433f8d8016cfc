// Names of what happens in the term of an owners' committee.
import type { TermEvent } from '@yishi/domain/term'
import { dictionary } from '../dictionary.ts'

export const termEvents = dictionary<Record<TermEvent['type'], string>>(
  {
    TermBegun: '业委会任期开始',
    MembersSeated: '补选委员就任',
    MemberMatched: '委员对应到人',
    SeatVacated: '委员席位终止',
    TermStepNoted: '业委会任期节点登记',
    TermRang: '业委会任期提醒',
    TermEnded: '业委会任期结束',
  },
  {
    TermBegun: 'Committee’s term begun',
    MembersSeated: 'Members seated',
    MemberMatched: 'Member matched',
    SeatVacated: 'Seat vacated',
    TermStepNoted: 'Step of a term noted',
    TermRang: 'Reminder of a term',
    TermEnded: 'Committee’s term ended',
  },
)
