// Walks one step of a case through the public interface, as the person who took it.
import type { MatterFile, Receipt } from '@yishi/contract/matter'
import { orderCommandSchemas } from '@yishi/contract/matter-command'
import { ask } from './door.ts'
import type { Ground, Installation, Player } from './installation.ts'
import type { Deed } from './moments.ts'
import type { ScriptStep } from './script.ts'

/** How far a case has come. */
export type Course = {
  readonly matter: string
  readonly code: string
  readonly token: string
  /** The newest order of each party, by the party's key. */
  readonly orders: ReadonlyMap<string, string>
}

/** Through these channels people raise for themselves; on the others somebody notes down what they say. */
const BY_ONESELF: readonly string[] = ['code', 'web']

const player = (ground: Ground, key: string): Player => {
  const found = ground.players.get(key)
  if (!found) throw new Error(`nobody plays ${key} in this community`)
  return found
}

const keyOf = ({ told, number }: Deed): string => `replay-${told.id}-${number}`

const raise = async (url: string, ground: Ground, deed: Deed): Promise<Course> => {
  const { at: _at, by, dateTold: _told, ...said } = deed.told.raise
  const unnamed = by === 'raiser' || BY_ONESELF.includes(said.channel)
  const receipt = await ask<Receipt>(url, {
    method: 'POST',
    path: '/api/matters',
    by: by === 'raiser' ? null : player(ground, by),
    body: {
      ...said,
      title: deed.told.title.zh,
      ...(unnamed ? { place: ground.place } : { community: ground.community }),
    },
    key: keyOf(deed),
  })
  const { matter, code, link } = receipt
  return { matter, code, token: link.slice('/m/'.length), orders: new Map() }
}

/** The body as the interface takes it: parties by their ids. */
const bodyOf = (ground: Ground, { with: told }: ScriptStep): unknown => {
  const orders = told['orders'] as readonly { readonly party: string }[] | undefined
  const to = told['to'] as string | undefined
  return {
    ...told,
    ...(orders ? { orders: orders.map((order) => ({ ...order, party: player(ground, order.party).party })) } : {}),
    ...(to ? { to: player(ground, to).party } : {}),
  }
}

const pathOf = (course: Course, step: ScriptStep): string => {
  if (step.by === 'raiser') return `/api/follow/${course.token}/${step.do}`
  if (!(step.do in orderCommandSchemas)) return `/api/matters/${course.matter}/${step.do}`
  const party = step.of ?? step.by
  const order = course.orders.get(party)
  if (!order) throw new Error(`${party} has no order`)
  return `/api/orders/${order}/${step.do}`
}

const ordersIn = (ground: Ground, file: MatterFile): ReadonlyMap<string, string> => {
  const byParty = new Map([...ground.players].map(([key, { party }]) => [party, key]))
  const standing = file.orders.filter(({ status }) => status === 'placed' || status === 'accepted')
  return new Map(standing.map(({ party, order }) => [byParty.get(party) ?? party, order]))
}

/** Does the step and gives the course after it; throws where the interface refuses. */
export const walk = async (
  { url }: Installation,
  ground: Ground,
  deed: Deed,
  course: Course | null,
): Promise<Course> => {
  const { step } = deed
  if (!step || !course) return raise(url, ground, deed)
  const answer = await ask<MatterFile>(url, {
    method: 'POST',
    path: pathOf(course, step),
    by: step.by === 'raiser' ? null : player(ground, step.by),
    body: bodyOf(ground, step),
    key: keyOf(deed),
  })
  const placed = step.do === 'place-orders' || step.do === 'transfer'
  return placed ? { ...course, orders: new Map([...course.orders, ...ordersIn(ground, answer)]) } : course
}
