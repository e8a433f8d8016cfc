// The tables of the duty roster, as the compiler sees them.
import type { CommunityId, DutyRosterId, NodeId, PartyId, PersonId } from '@yishi/domain/kernel'
import type { Shift } from '@yishi/domain/duty'

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    duty_roster: {
      community_id: CommunityId
      roster_id: DutyRosterId
      node_id: NodeId | null
      path: string
      revision: number
    }
    duty_shift: {
      community_id: CommunityId
      roster_id: DutyRosterId
      position: number
      day: Shift['day']
      begins: Shift['begins']
      ends: Shift['ends']
      person_id: PersonId | null
      party_id: PartyId | null
      phone: string
    }
  }
}
