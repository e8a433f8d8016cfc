// Picking the units that a question affects: those of a building or a stairway, and a pasted list read against the roster. Doors and areas, nobody's name.
import {
  type UnitChoice,
  type UnitVerdicts,
  unitChoiceSchema,
  unitLinesSchema,
  unitVerdictsSchema,
  unitsQuerySchema,
} from '@yishi/contract/unit-choice'
import { type Actor, type CommunityId, type NodeId, type Refused, type Role, isRefused } from '@yishi/domain/kernel'
import { type ListedUnit, type UnitUse, floorOf, readUnitLines } from '@yishi/domain/territory'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Transaction } from '../../kernel/database/tables.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { App } from '../../kernel/http/app.ts'
import { sendProblem, sendRefusal } from '../../kernel/http/problem.ts'
import type { Served } from '../../kernel/http/served.ts'
import { communityFor, flatNodes } from '../territory/index.ts'

type Row = {
  readonly unit: string
  readonly node: NodeId
  readonly path: string
  readonly door: string
  readonly use: UnitUse
  readonly area: string
}

const unitsBelow = async (trx: Transaction, community: CommunityId, path: string): Promise<readonly Row[]> => {
  const { rows } = await sql<Row>`
    select unit.unit_id as unit, unit.node_id as node, node.path, unit.door, unit.use, unit.area::text as area
    from app.unit join app.node using (community_id, node_id)
    where unit.community_id = ${community} and (${path} = '' or node.path = ${path} or starts_with(node.path, ${path} || '.'))
    order by node.position, node.path, length(unit.door), unit.door`.execute(trx)
  return rows
}

type Nodes = Awaited<ReturnType<typeof flatNodes>>

const choiceOf = (nodes: Nodes) => {
  const labels = new Map(nodes.map(({ node, label }) => [node, label]))
  return ({ unit, node, door, use, area }: Row): UnitChoice => ({
    unit,
    name: `${labels.get(node) ?? ''} ${door}`.trim(),
    floor: floorOf(door),
    use,
    area,
  })
}

/** What stands above a home, kind by kind. */
const listedIn = (nodes: Nodes, uses: readonly UnitUse[]) => {
  const byPath = new Map(nodes.map((node) => [node.path, node]))
  return ({ unit, path, door, use }: Row): ListedUnit => {
    const above = path.split('.').flatMap((_, index, keys) => byPath.get(keys.slice(0, index + 1).join('.')) ?? [])
    const named = (kind: Nodes[number]['kind']) => above.findLast((node) => node.kind === kind)?.name ?? ''
    const votes = uses.includes(use)
    return { unit, compound: named('compound'), building: named('building'), stairway: named('stairway'), door, votes }
  }
}

/** Null where there is no such node. */
const readChoices = async (trx: Transaction, community: CommunityId, node: string): Promise<UnitChoice[] | null> => {
  const nodes = await flatNodes(trx, community)
  const place = nodes.find((each) => each.node === node)
  return place ? (await unitsBelow(trx, community, place.path)).map(choiceOf(nodes)) : null
}

type Asked = Pick<z.output<typeof unitLinesSchema>, 'uses' | 'text'>

const readVerdicts = async (trx: Transaction, community: CommunityId, { uses, text }: Asked): Promise<UnitVerdicts> => {
  const nodes = await flatNodes(trx, community)
  const rows = await unitsBelow(trx, community, '')
  const known = new Map(rows.map((row) => [row.unit, row]))
  const choice = choiceOf(nodes)
  return readUnitLines(text, rows.map(listedIn(nodes, uses))).map(({ line, verdict, units }) => ({
    line,
    verdict,
    units: units.map((unit) => choice(known.get(unit)!)),
  }))
}

/** The desk keeps the roster; to others, the street office too, it tells no door that it need not. */
const LISTERS: readonly Role[] = ['staff', 'branch']

const listerOf = (actor: Actor, community: string): CommunityId | Refused =>
  communityFor(actor, community, (hat) => LISTERS.includes(hat.role) && hat.path === '')

export const unitChoiceRoutes = (app: App, served: Served): void => {
  app.get(
    '/api/affected-units',
    { schema: { querystring: unitsQuerySchema, response: { 200: z.array(unitChoiceSchema) } } },
    async (request, reply) => {
      const { actor } = await served.whoAsks(request)
      const community = listerOf(actor, request.query.community)
      if (isRefused(community)) return sendRefusal(reply, community)
      const { node } = request.query
      const found = await inCommunities<UnitChoice[] | null>(served.ctx.db, [community], (trx) =>
        readChoices(trx, community, node),
      )
      return found ?? sendProblem(reply, 'node-unknown')
    },
  )
  app.post(
    '/api/affected-units/read',
    { schema: { body: unitLinesSchema, response: { 200: unitVerdictsSchema } } },
    async (request, reply) => {
      const { actor } = await served.whoAsks(request)
      const community = listerOf(actor, request.body.community)
      if (isRefused(community)) return sendRefusal(reply, community)
      return inCommunities(served.ctx.db, [community], (trx) => readVerdicts(trx, community, request.body))
    },
  )
}
