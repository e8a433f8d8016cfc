// What the fence tests' town decides beside its polls: a draw that was made, and a budget that is open.
import { addDays, localDateOf } from '@yishi/domain/calendar'
import { DAY, HOUR, later } from '@yishi/domain/kernel'
import { inCommunities } from '../kernel/database/tenancy.ts'
import { addSignedUp } from '../capabilities/territory/index.ts'
import { SUN } from './building.ts'
import { must } from './must.ts'
import { nodeId } from './people.ts'
import { SECRETS } from './secrets.ts'
import type { Town } from './town.ts'

export type Decisions = {
  /** Made by dice, and objected to by whoever raised the matters. */
  readonly draw: string
  readonly budget: string
  /** Its roll is published. */
  readonly election: string
  /** Of the raiser's flat, by a stranger. */
  readonly claim: string
  /** Of a committee over the house, with a seat that has ended. */
  readonly term: string
}

const DICE = [1, 2, 3, 4, 5, 6]

const makeDraw = async (town: Town): Promise<string> => {
  const at = later(town.ctx.clock.now(), HOUR)
  const sources = [{ kind: 'dice', name: '掷骰', throws: DICE.length, sides: 6, at }]
  const json = { title: '晾衣区排位', rounds: [{ pool: ['1 号', '2 号', '3 号'], count: 3 }], sources }
  const { draw } = must(await town.as('staff', { method: 'POST', url: '/api/draws', json }), 201).json() as Pick<
    Decisions,
    'draw'
  >
  await town.advanceTo(at)
  const entered = {
    method: 'POST',
    url: `/api/draws/${draw}/enter-source`,
    json: { source: 0, outcome: DICE },
  } as const
  for (const who of ['staff', 'police'] as const) must(await town.as(who, entered), 200)
  const form = { grounds: SECRETS.objection }
  must(await town.as('raiser', { method: 'POST', url: `/draws/${draw}/objections`, form }), 303)
  return draw
}

const openBudget = async (town: Town): Promise<string> => {
  const staff = (path: string, json: object) => town.as('staff', { method: 'POST', url: `/api/budgets${path}`, json })
  const lastDay = addDays(localDateOf(town.ctx.clock.now()), 9)
  const projects = [
    { name: '长椅', cost: '20000' },
    { name: '健身角', cost: '50000' },
  ]
  const plan = { title: '十万元怎么花', amount: '100000', lastDay, projects }
  const { budget } = must(await staff('', plan), 201).json() as { budget: string }
  must(await staff(`/${budget}/open`, {}), 200)
  return budget
}

const publishRoll = async (town: Town): Promise<string> => {
  const staff = (path: string, json: object) => town.as('staff', { method: 'POST', url: `/api/elections${path}`, json })
  const plan = {
    law: 'sh-village-election',
    title: '村委会换届选举',
    posts: [{ seats: 1, candidates: [{ name: '赵国强' }, { name: '钱桂芳' }] }],
    day: addDays(localDateOf(town.ctx.clock.now()), 40),
    place: '村委会大院',
    boxes: ['一号箱'],
  }
  const { election } = must(await staff('', plan), 201).json() as { election: string }
  must(await staff(`/${election}/publish`, { voters: [{ name: SECRETS.registered, group: '一组' }] }), 200)
  return election
}
const layClaim = (town: Town): Promise<string> =>
  inCommunities(town.ctx.db, [SUN], async (trx) => {
    const { ids, clock } = town.ctx
    const [now, person, claim] = [clock.now(), ids('per'), ids('clm')]
    await addSignedUp(trx, { community: SUN, person }, { phone: '13933330001', account: 'acc_none' }, now)
    const said = { door: '1102', name: SECRETS.claimed, phone: '13933330001' }
    const about = { community_id: SUN, claim_id: claim, person_id: person, status: 'pending' } as const
    const place = { node_id: nodeId('B1'), unit_id: 'unt_b2', lodged_at: now, lapses_at: later(now, 30 * DAY) } as const
    await trx
      .insertInto('claim')
      .values({ ...about, ...place, ...said })
      .execute()
    return claim
  })

const sitTerm = (town: Town): Promise<string> =>
  inCommunities(town.ctx.db, [SUN], async (trx) => {
    const { ids, clock } = town.ctx
    const [now, term] = [clock.now(), ids('trm')]
    const from = localDateOf(now)
    const place = { path: 'G1.B1', node_id: nodeId('B1'), place: '一号楼', law: 'cn', number: 1, committee: 5 } as const
    const days = { elected_on: from, begins: from, until: addDays(from, 1000), begun_at: now }
    const key = { community_id: SUN, term_id: term }
    await trx
      .insertInto('term')
      .values({ ...key, ...place, ...days, status: 'running' })
      .execute()
    const ended = { vacated_on: from, reason: 'resigned', evidence: SECRETS.resignation } as const
    await trx
      .insertInto('term_member')
      .values([
        { ...key, member: 'm1', name: '郭建军', person_id: null, since: from },
        { ...key, member: 'm2', name: '何丽娟', person_id: null, since: from, ...ended },
      ])
      .execute()
    return term
  })

const decided = new WeakMap<Town, Promise<Decisions>>()

const decide = async (town: Town): Promise<Decisions> => ({
  draw: await makeDraw(town),
  budget: await openBudget(town),
  election: await publishRoll(town),
  claim: await layClaim(town),
  term: await sitTerm(town),
})

/** One of each for the whole town. */
export const decisionsOf = (town: Town): Promise<Decisions> => {
  const known = decided.get(town) ?? decide(town)
  decided.set(town, known)
  return known
}
