// Reading ballots: those that hold, for a count; who has voted, without what; and a voter's own.
import { type PollFile, type PollVoter, VOTERS_AT_ONCE, type votersQuerySchema } from '@yishi/contract/poll'
import type { BallotId, CommunityId, MatterId, PersonId, PollId } from '@yishi/domain/kernel'
import { PROOFS, type ListedBallot } from '@yishi/domain/poll'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'

/** What is on file of each ballot: delivery alone, or all three proofs. Asked for by itself, because a join with it is planned for a handful. */
export const proofsOn = async (
  trx: Transaction,
  { community, id }: Subject<PollId>,
  of: readonly BallotId[] | null = null,
): Promise<ReadonlyMap<BallotId, ListedBallot['proof']>> => {
  const { rows } = await sql<{ ballot: BallotId; proof: ListedBallot['proof'] }>`
    select ballot_id as ballot, case when count(*) = ${PROOFS.length} then 'proven'
      when bool_or(proof = 'delivered') then 'delivered' else 'none' end as proof
    from app.poll_proof where community_id = ${community} and poll_id = ${id}
      and (${of === null} or ballot_id = any(${[...(of ?? [])]}::text[])) group by 1`.execute(trx)
  return new Map(rows.map(({ ballot, proof }) => [ballot, proof]))
}

/** Every voter of the list with the ballot that holds, and with what is proved of those that never came back. */
export const listedBallots = async (trx: Transaction, subject: Subject<PollId>): Promise<readonly ListedBallot[]> => {
  const { community, id } = subject
  const { rows } = await sql<Omit<ListedBallot, 'proof'> & { readonly ballot: BallotId }>`
    select voter.ballot_id as ballot, voter.head, voter.zone, voter.amounts, ballot.choice
    from app.poll_voter voter
    left join app.poll_ballot ballot on ballot.community_id = voter.community_id and ballot.ballot_id = voter.ballot_id
      and ballot.number = voter.holding
    where voter.community_id = ${community} and voter.poll_id = ${id} order by voter.position`.execute(trx)
  const proofs = await proofsOn(trx, subject)
  return rows.map(({ ballot, ...held }) => ({ ...held, proof: held.choice ? 'none' : (proofs.get(ballot) ?? 'none') }))
}

/** A stairway by its building and its name, any other node by its name, else the party that somebody is of. */
const GROUP = sql`coalesce((
    select case when node.kind = 'stairway' then concat_ws(' ', above.name, node.name) else node.name end
    from app.node left join app.node above on above.community_id = node.community_id and above.node_id = node.parent_id
    where node.community_id = voter.community_id and node.path = voter.path),
  (select party.name from app.party where party.community_id = voter.community_id and party.party_id = voter.party_id), '')`

/** The other rows of its list that are the same person, named as their own lines are. */
const SAME_ROWS = sql`case when voter.same_person is null then '[]' else coalesce((
    select jsonb_agg(jsonb_build_object('voter', twin.voter_id, 'name', twin.name, 'voted', twin.holding > 0, 'group', coalesce((
        select name from app.node where node.community_id = twin.community_id and node.path = twin.path), (
        select name from app.party where party.community_id = twin.community_id and party.party_id = twin.party_id), '')
      ) order by twin.position)
    from app.poll_voter twin where twin.community_id = voter.community_id and twin.poll_id = voter.poll_id
      and twin.same_person = voter.same_person and twin.ballot_id <> voter.ballot_id
  ), '[]') end`

/** How many ballots are in, of how many. */
export const countedOf = async (trx: Transaction, { community, id }: Subject<PollId>) => {
  const { rows } = await sql<{ cast: number; of: number }>`
    select count(*) filter (where holding > 0)::integer as cast, count(*)::integer as of from app.poll_voter
    where community_id = ${community} and poll_id = ${id}`.execute(trx)
  return rows[0]!
}

type Turnout = PollFile['turnout']
type Group = Turnout['groups'][number]

export const turnoutOf = async (trx: Transaction, { community, id }: Subject<PollId>): Promise<Turnout> => {
  const { rows } = await sql<Group>`
    select name, count(*) filter (where holding > 0)::integer as cast, count(*)::integer as of from (
      select ${GROUP} as name, holding, position from app.poll_voter voter
      where community_id = ${community} and poll_id = ${id}
    ) as each group by name order by min(position)`.execute(trx)
  const sum = (of: (group: Group) => number) => rows.reduce((total, group) => total + of(group), 0)
  return { cast: sum((group) => group.cast), of: sum((group) => group.of), groups: rows }
}

/** Those whose name has this in it, as many as anybody reads at once. */
export const votersOf = async (
  trx: Transaction,
  { community, id }: Subject<PollId>,
  { find, several, from }: z.output<typeof votersQuerySchema>,
): Promise<PollVoter[]> => {
  const { rows } = await sql<PollVoter>`
    select voter_id as voter, person_id as person, name, ${GROUP} as "group",
      case when channel is null then null when channel = 'online' then 'own' else 'noted' end as cast, ${SAME_ROWS} as same,
      case when unit_id is not null then jsonb_build_object('id', unit_id, 'use', unit_use, 'area', coalesce(amounts ->> 'area', ''), 'head', head,
        'owners', coalesce((
          select jsonb_agg(jsonb_build_object('person', owner.person_id, 'name', owner.name) order by owner.name)
          from app.poll_owner owner
          where owner.community_id = voter.community_id and owner.ballot_id = voter.ballot_id
        ), '[]'), 'proofs', coalesce((
          select jsonb_agg(proof order by proof) from app.poll_proof
          where poll_proof.community_id = voter.community_id and poll_proof.ballot_id = voter.ballot_id
        ), '[]')) end as unit
    from app.poll_voter voter where community_id = ${community} and poll_id = ${id}
      and (${find} = '' or position(${find} in name) > 0) and (${several} = '' or 1 < (
        select count(*) from app.poll_owner owner
        where owner.community_id = voter.community_id and owner.ballot_id = voter.ballot_id
      ))
    order by position limit ${VOTERS_AT_ONCE} offset ${from}`.execute(trx)
  return rows
}

type Asked = { readonly question: string; readonly matter: MatterId; readonly persons: readonly PersonId[] }

/** Those who can vote by themselves and have not, each once however many units they have; of a unit whose owners have not chosen, all of them. */
export const votersToTell = async (trx: Transaction, { community, id }: Subject): Promise<Asked | null> => {
  const { rows } = await sql<Asked>`
    select poll.question ->> 'text' as question, poll.matter_id as matter, array(
      select voter.person_id from app.poll_voter voter where voter.community_id = poll.community_id
        and voter.poll_id = poll.poll_id and voter.person_id is not null and ballots = 0
      union
      select owner.person_id from app.poll_owner owner join app.poll_voter voter using (community_id, ballot_id)
      where owner.community_id = poll.community_id and owner.poll_id = poll.poll_id
        and voter.person_id is null and ballots = 0
    ) as persons
    from app.poll where community_id = ${community} and poll_id = ${id} and status = 'open'`.execute(trx)
  return rows[0] ?? null
}

/** The ballot of a voter, and then those of the other questions of its agenda that are still to be voted on: a voter has one number in all of them. */
export const ballotsOfVoter = async (
  trx: Transaction,
  { community, id }: Subject<PollId>,
  voter: string,
): Promise<readonly BallotId[]> => {
  const { rows } = await sql<{ ballot: BallotId }>`
    select voter.ballot_id as ballot
    from app.poll asked
    join app.poll each on each.community_id = asked.community_id
      and coalesce(each.agenda_first, each.poll_id) = coalesce(asked.agenda_first, asked.poll_id)
    join app.poll_voter voter on voter.community_id = each.community_id and voter.poll_id = each.poll_id
    where asked.community_id = ${community} and asked.poll_id = ${id} and voter.voter_id = ${voter}
      and (each.poll_id = ${id} or each.status in ('announced', 'open'))
    order by each.poll_id <> ${id}, each.agenda_item`.execute(trx)
  return rows.map(({ ballot }) => ballot)
}

/** One ballot that a person has a part in: their own, or that of a unit they own. */
export type Own = {
  readonly ballot: BallotId
  readonly choice: string[] | null
  readonly noted: boolean
  readonly name: string
  readonly head: number
  /** Null for a person's own vote, empty where no area is counted. */
  readonly area: string | null
  /** False where another owner has been chosen, or was first. */
  readonly mine: boolean
  /** Who casts it, where that is decided. */
  readonly by: string | null
  readonly owners: number
  /** Another row of the list is the same person. */
  readonly shared: boolean
}

type Asker = readonly [poll: PollId, person: PersonId]

/** Ids have no blanks. */
export const askerKey = (...asker: Asker): string => asker.join(' ')
export const askerOf = (key: string): Asker => key.split(' ') as unknown as Asker

/** The ballots that they have a part in. Each is looked up by keys (`offset 0`): of a join the planner may read whole lists. */
const partsOf = (community: CommunityId, askers: readonly Asker[]) => sql`
  with asked as (
    select * from unnest((select ${askers.map(([poll]) => poll)}::text[]), (select ${askers.map(([, person]) => person)}::text[]))
      as row (poll_id, person_id)
  )
  select asked.*, ballot_id from asked, lateral (
    select ballot_id from app.poll_voter where community_id = ${community} and poll_id = asked.poll_id
      and person_id = asked.person_id and unit_id is null offset 0
  ) as voter
  union
  select asked.*, ballot_id from asked, lateral (
    select ballot_id from app.poll_owner where community_id = ${community} and person_id = asked.person_id
      and poll_id = asked.poll_id offset 0
  ) as owner`

/** By the key of the asker; nothing for who is not on the list. */
export const ballotsOfMany = async (
  trx: Transaction,
  community: CommunityId,
  askers: readonly Asker[],
): Promise<ReadonlyMap<string, readonly Own[]>> => {
  const { rows } = await sql<Own & { readonly poll: PollId; readonly asker: PersonId }>`
    with own as (${partsOf(community, askers)})
    select own.poll_id as poll, own.person_id as asker,
      voter.ballot_id as ballot, coalesce(voter.channel <> 'online', false) as noted, voter.name, voter.head,
      case when voter.unit_id is null then null else coalesce(voter.amounts ->> 'area', '') end as area,
      voter.person_id is null or voter.person_id = own.person_id as mine, chosen.name as by, voter.same_person is not null as shared, (
        select count(*)::integer from app.poll_owner owner
        where owner.community_id = voter.community_id and owner.ballot_id = voter.ballot_id
      ) as owners, (
        select choice from app.poll_ballot ballot where ballot.community_id = voter.community_id
          and ballot.ballot_id = voter.ballot_id and ballot.number = voter.holding
      ) as choice
    from own, lateral (select * from app.poll_voter where community_id = ${community} and ballot_id = own.ballot_id offset 0) as voter
    left join lateral (
      select name from app.person where community_id = voter.community_id and person_id = voter.person_id offset 0
    ) as chosen on true
    order by voter.position`.execute(trx)
  const found = new Map<string, Own[]>()
  for (const { poll, asker, ...own } of rows) {
    const key = askerKey(poll, asker)
    found.set(key, [...(found.get(key) ?? []), own])
  }
  return found
}

/** Empty for who is not on the list. */
export const ownBallots = async (
  trx: Transaction,
  { community, id }: Subject<PollId>,
  person: PersonId,
): Promise<readonly Own[]> => [...(await ballotsOfMany(trx, community, [[id, person]])).values()][0] ?? []
