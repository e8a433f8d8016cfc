// The tables of urgent notices, as the compiler sees them.
import type { AlertEvent, AlertKind, Severity } from '@yishi/domain/alert'
import type { AlertId, CommunityId, Instant, NodeId, PartyId, PersonId, UnitId } from '@yishi/domain/kernel'
import type { GeneratedAlways } from 'kysely'

export interface AlertTable {
  community_id: CommunityId
  alert_id: AlertId
  status: 'running' | 'lifted'
  kind: AlertKind
  severity: Severity
  title: string
  advice: string
  /** '' where an area is the whole community. */
  nodes: (NodeId | '')[]
  paths: string[]
  begins: Instant
  until: Instant | null
  party_id: PartyId | null
  phone: string | null
  issued_at: Instant
  lifted_at: Instant | null
}

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    alert: AlertTable
    alert_entry: {
      community_id: CommunityId
      alert_id: AlertId
      position: GeneratedAlways<number>
      type: AlertEvent['type']
      at: Instant
      body: string
      until: Instant | null
      party_id: PartyId | null
    }
    alert_sight: {
      community_id: CommunityId
      alert_id: AlertId
      viewer: string
      path: string
      person_id: PersonId | null
      known: boolean
      at: Instant
    }
    alert_told: {
      community_id: CommunityId
      alert_id: AlertId
      unit_id: UnitId
      way: 'door' | 'phone'
      person_id: PersonId
      at: Instant
    }
  }
}
