// Who is on call now, as everybody may know it: the party, the person's name masked, and the number of the duty.
import type { OnCall } from '@yishi/contract/duty'
import { type Shift, onCall } from '@yishi/domain/duty'
import type { CommunityId, DutyRosterId, Instant, NodeId, PersonId } from '@yishi/domain/kernel'
import { maskName } from '@yishi/domain/privacy'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import './tables.ts'

export type NamedShift = Shift & { readonly personName: string | null; readonly partyName: string | null }
export type KeptRoster = {
  readonly roster: DutyRosterId
  readonly node: NodeId | null
  readonly nodeName: string | null
  readonly path: string
  readonly revision: number
  readonly shifts: readonly NamedShift[]
}

type Row = Omit<KeptRoster, 'shifts'> & Omit<NamedShift, 'day'> & { readonly day: Shift['day'] | null }

/** The rosters of a community, that of the whole first; there are as many as offices that have somebody on duty. */
export const rostersOf = async (trx: Transaction, community: CommunityId): Promise<readonly KeptRoster[]> => {
  const { rows } = await sql<Row>`
    select r.roster_id as roster, r.node_id as node, node.name as "nodeName", r.path, r.revision,
      s.day, s.begins, s.ends, s.person_id as person, s.party_id as party, s.phone,
      person.name as "personName", party.name as "partyName"
    from app.duty_roster r
    left join app.node on node.community_id = r.community_id and node.node_id = r.node_id
    left join app.duty_shift s on s.community_id = r.community_id and s.roster_id = r.roster_id
    left join app.person on person.community_id = s.community_id and person.person_id = s.person_id
    left join app.party on party.community_id = s.community_id and party.party_id = s.party_id
    where r.community_id = ${community} order by r.path, r.roster_id, s.position`.execute(trx)
  return [...Map.groupBy(rows, ({ roster }) => roster).values()].map((same) => {
    const { roster, node, nodeName, path, revision } = same[0]!
    const shifts = same.flatMap(({ day, begins, ends, person, party, phone, personName, partyName }) =>
      day === null ? [] : [{ day, begins, ends, person, party, phone, personName, partyName }],
    )
    return { roster, node, nodeName, path, revision, shifts }
  })
}

/** `居委会 周**`. */
export const publicName = ({ partyName, personName }: NamedShift): string =>
  [partyName, personName && maskName(personName)].filter(Boolean).join(' ')

type Place = { readonly community: CommunityId; readonly path: string }

const shiftsNow = async (trx: Transaction, { community, path }: Place, now: Instant) =>
  onCall(await rostersOf(trx, community), path, now)

export const onCallAt = async (trx: Transaction, place: Place, now: Instant): Promise<readonly OnCall[]> =>
  (await shiftsNow(trx, place, now)).map((shift) => ({ name: publicName(shift), phone: shift.phone }))

/** Whether this person is on call just now for the community or for any part of it. */
export const isOnCallSomewhere = async (
  trx: Transaction,
  { community, person }: { readonly community: CommunityId; readonly person: PersonId },
  now: Instant,
): Promise<boolean> =>
  (await rostersOf(trx, community)).some((roster) =>
    onCall([roster], roster.path, now).some((shift) => shift.person === person),
  )

/** Whether this person is on call for the place just now. */
export const isOnCall = async (trx: Transaction, place: Place & { person: PersonId }, now: Instant): Promise<boolean> =>
  (await shiftsNow(trx, place, now)).some(({ person }) => person === place.person)
