// Who hears of what: whoever raised a matter at each change of stage, and the party that now has to act.
import type { CommunityId, MatterId, PartyId } from '@yishi/domain/kernel'
import { HEARD_BY_RAISER, type MatterEvent } from '@yishi/domain/matter'
import { type Consequence, enqueue } from '../../kernel/react.ts'

const partiesToTell = (event: MatterEvent): readonly PartyId[] => {
  switch (event.type) {
    case 'MatterRaised':
    case 'StageEntered':
    case 'MatterReopened':
      return [event.course.responsible]
    case 'OrdersPlaced':
      return event.orders.map(({ party }) => party)
    case 'MatterEscalated':
      return [event.to]
    default:
      return []
  }
}

/** Told to the party that is responsible at the time of telling. */
const TELLS_RESPONSIBLE: ReadonlySet<MatterEvent['type']> = new Set([
  'ClockReminded',
  'MatterNudged',
  'RemarkAdded',
  'MatterListed',
])

export const messagesAfter = (community: CommunityId, matter: MatterId, event: MatterEvent): readonly Consequence[] => {
  const { type } = event
  const raiser = HEARD_BY_RAISER.has(type) ? [enqueue('tell-raiser', { community, matter, type })] : []
  const parties = [...new Set(partiesToTell(event))].map((party) =>
    enqueue('tell-party', { community, matter, type, party }),
  )
  const responsible = TELLS_RESPONSIBLE.has(type) ? [enqueue('tell-party', { community, matter, type, party: '' })] : []
  return [...raiser, ...parties, ...responsible]
}
