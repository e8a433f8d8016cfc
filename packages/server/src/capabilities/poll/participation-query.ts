// Who takes part in a poll of units, by building and in all: participation alone, never a choice.
import type { PollFile } from '@yishi/contract/poll'
import type { PollId, VoterId } from '@yishi/domain/kernel'
import { type Amounts, type Participation, PROOFS } from '@yishi/domain/poll'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'

type OnPath = {
  readonly path: string
  readonly of: number
  readonly cast: number
  readonly area: string
  readonly areaCast: string
}

const byPath = async (trx: Transaction, { community, id }: Subject<PollId>): Promise<readonly OnPath[]> => {
  const { rows } = await sql<OnPath>`
    select path, count(*)::integer as of, count(*) filter (where holding > 0)::integer as cast,
      coalesce(sum((amounts ->> 'area')::numeric(16, 2)), 0)::text as area,
      coalesce(sum((amounts ->> 'area')::numeric(16, 2)) filter (where holding > 0), 0)::numeric(16, 2)::text as "areaCast"
    from app.poll_voter where community_id = ${community} and poll_id = ${id} group by path order by path`.execute(trx)
  return rows
}

type Group = PollFile['turnout']['groups'][number]

const cents = (area: string): bigint => {
  const [metres = '0', decimals = ''] = area.split('.')
  return BigInt(metres + decimals.padEnd(2, '0'))
}
const metres = (units: bigint): string => `${units / 100n}.${String(units % 100n).padStart(2, '0')}`

/** Stairways of one building together; what lies in none stands under its own node. */
const buildingsOf = async (trx: Transaction, { community }: Subject) => {
  const { rows } = await sql<{ path: string; name: string }>`
    select node.path, coalesce(place.name, node.name) as name from app.node
    left join app.place on place.community_id = node.community_id and place.node_id = node.node_id and place.key is null
    where node.community_id = ${community} and node.kind <> 'stairway'`.execute(trx)
  const names = new Map(rows.map(({ path, name }) => [path, name]))
  const buildingOf = (path: string): string => {
    const keys = path.split('.')
    return keys.map((_, index) => keys.slice(0, keys.length - index).join('.')).find((each) => names.has(each)) ?? ''
  }
  return { buildingOf, nameOf: (building: string): string => names.get(building) ?? '' }
}

export const turnoutByBuilding = async (trx: Transaction, subject: Subject<PollId>): Promise<PollFile['turnout']> => {
  const paths = await byPath(trx, subject)
  const { buildingOf, nameOf } = await buildingsOf(trx, subject)
  const groups = [...Map.groupBy(paths, ({ path }) => buildingOf(path))].map(([building, all]): Group => {
    const sum = (key: 'of' | 'cast') => all.reduce((total, each) => total + each[key], 0)
    const area = (key: 'area' | 'areaCast') => metres(all.reduce((total, each) => total + cents(each[key]), 0n))
    const areas = { cast: area('areaCast'), of: area('area') }
    return { name: nameOf(building), path: building, cast: sum('cast'), of: sum('of'), area: areas }
  })
  const all = (key: 'cast' | 'of') => groups.reduce((total, group) => total + group[key], 0)
  return { cast: all('cast'), of: all('of'), groups }
}

/** Those whose ballot is not in, of some groups of the turnout by their paths, or of the whole list. */
export const silentIn = async (
  trx: Transaction,
  subject: Subject<PollId>,
  buildings: readonly string[] | 'everywhere',
): Promise<readonly VoterId[]> => {
  const { community, id } = subject
  const { buildingOf } = await buildingsOf(trx, subject)
  const { rows } = await sql<{ voter: VoterId; path: string }>`
    select voter_id as voter, path from app.poll_voter
    where community_id = ${community} and poll_id = ${id} and holding = 0 order by position`.execute(trx)
  const meant = rows.filter(({ path }) => buildings === 'everywhere' || buildings.includes(buildingOf(path)))
  return meant.map(({ voter }) => voter)
}

type Sums = {
  readonly kind: 'returned' | 'silent' | 'proven'
  readonly heads: number
  readonly area: string
  households: number
}

/**
 * As the count will see it: whoever has voted with one unit follows nobody with another. List and proofs are laid one below the
 * other and not joined: right after thousands of proofs the planner thinks that there is one.
 */
export const participationOf = async (
  trx: Transaction,
  { community, id }: Subject<PollId>,
  electorate: Amounts,
): Promise<Participation> => {
  const { rows } = await sql<Sums>`
    with known as (
      select ballot_id, head, holding > 0 as voted, 0 as delivered, 0 as proofs,
        coalesce((amounts ->> 'area')::numeric(16, 2), 0) as area, coalesce((amounts ->> 'households')::integer, 0) as households
      from app.poll_voter where community_id = ${community} and poll_id = ${id}
      union all
      select ballot_id, null, false, (proof = 'delivered')::integer, 1, 0, 0
      from app.poll_proof where community_id = ${community} and poll_id = ${id}
    ), by_ballot as (
      select max(head) as head, bool_or(voted) as voted, sum(delivered) > 0 as delivered, sum(proofs) = ${PROOFS.length} as proven,
        sum(area) as area, sum(households) as households
      from known group by ballot_id
    ), each as (
      select *, bool_or(voted) over (partition by head) as heard from by_ballot
    )
    select 'returned' as kind, count(distinct head)::integer as heads, coalesce(sum(area), 0)::numeric(16, 2)::text as area,
      coalesce(sum(households), 0)::integer as households from each where voted
    union all select 'silent', count(distinct head) filter (where not heard)::integer, coalesce(sum(area), 0)::numeric(16, 2)::text,
      coalesce(sum(households), 0)::integer from each where not voted and delivered
    union all select 'proven', count(distinct head)::integer, coalesce(sum(area), 0)::numeric(16, 2)::text,
      coalesce(sum(households), 0)::integer from each where not heard and proven`.execute(trx)
  const amounts = (kind: Sums['kind']): Amounts => {
    const { heads, area, households } = rows.find((row) => row.kind === kind)!
    return { heads, area, households }
  }
  return { electorate, returned: amounts('returned'), silent: amounts('silent'), proven: amounts('proven') }
}
