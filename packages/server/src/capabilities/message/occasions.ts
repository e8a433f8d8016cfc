// Who hears of what: whoever raised a matter at each change of stage, and the party that now has to act.
import type { CommunityId, Instant, MatterId, PartyId } from '@yishi/domain/kernel'
import { HEARD_BY_RAISER, type MatterEvent } from '@yishi/domain/matter'
import type { OrderEvent, StandingOrder } from '@yishi/domain/order'
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

/** Whoever left neither account nor number follows the matter by its link. */
const isUnreachable = (event: MatterEvent): boolean =>
  event.type === 'MatterRaised' && event.raiser === null && event.phone === null

type Occasion = { readonly community: CommunityId; readonly matter: MatterId; readonly at: Instant }

/** Once the day that was named for an order has gone by, its party and the committee hear of it. */
export const messagesAfterOrder = ({ community, matter, at }: Occasion, order: StandingOrder, event: OrderEvent) =>
  event.type === 'OrderOverdue'
    ? [order.party, 'committee'].map((party) =>
        enqueue('tell-party', { community, matter, type: event.type, at, party }),
      )
    : []

export const messagesAfter = ({ community, matter, at }: Occasion, event: MatterEvent): readonly Consequence[] => {
  const { type } = event
  const about = { community, matter, type, at }
  const raiser = HEARD_BY_RAISER.has(type) && !isUnreachable(event) ? [enqueue('tell-raiser', about)] : []
  const parties = [...new Set(partiesToTell(event))].map((party) => enqueue('tell-party', { ...about, party }))
  const responsible = TELLS_RESPONSIBLE.has(type) ? [enqueue('tell-party', { ...about, party: '' })] : []
  const over = type === 'ConsentWithdrawn' ? [enqueue('forget-helper', about)] : []
  return [...raiser, ...parties, ...responsible, ...over]
}
