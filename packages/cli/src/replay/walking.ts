// Walks one step of a case through the public interface, as the person who took it.
import type { MatterFile, Receipt } from '@yishi/contract/matter'
import { orderCommandSchemas } from '@yishi/contract/matter-command'
import { type Course, type Walk, keyOf, walker } from './course.ts'
import { ask } from './door.ts'
import { type Ground, type Installation, playerOf } from './installation.ts'
import type { Deed } from './moments.ts'
import { type Room, isRoomDeed, roomOf } from './rooms/deeds.ts'
import { walkDraw } from './rooms/draw.ts'
import { takeTicket } from './rooms/hotline.ts'
import { walkMeeting } from './rooms/meeting.ts'
import { walkNotice } from './rooms/notice.ts'
import { walkPoll } from './rooms/poll.ts'
import { walkProject } from './rooms/project.ts'
import type { ScriptStep } from './script.ts'

const IN_ROOM: { readonly [R in Room]: (walk: Walk) => Promise<Course> } = {
  meeting: walkMeeting,
  poll: walkPoll,
  notice: walkNotice,
  project: walkProject,
  draw: walkDraw,
}

/** Through these channels people raise for themselves; on the others somebody notes down what they say. */
const BY_ONESELF: readonly string[] = ['code', 'web']

const raise = async (url: string, ground: Ground, deed: Deed): Promise<Course> => {
  const { at: _at, by, dateTold: _told, ticket, ...said } = deed.told.raise
  if (ticket) return takeTicket(url, ground, deed, ticket)
  const unnamed = by === 'raiser' || BY_ONESELF.includes(said.channel)
  const receipt = await ask<Receipt>(url, {
    method: 'POST',
    path: '/api/matters',
    by: by === 'raiser' ? null : playerOf(ground, by),
    body: {
      ...said,
      title: deed.told.title.zh,
      ...(unnamed ? { place: ground.place } : { community: ground.community }),
    },
    key: keyOf(deed),
  })
  const { matter, code, link } = receipt
  return { matter, code, token: link.slice('/m/'.length), orders: new Map(), opened: [] }
}

/** The body as the interface takes it: parties by their ids. */
const bodyOf = (ground: Ground, { with: told }: ScriptStep): unknown => {
  const orders = told['orders'] as readonly { readonly party: string }[] | undefined
  const to = told['to'] as string | undefined
  return {
    ...told,
    ...(orders ? { orders: orders.map((order) => ({ ...order, party: playerOf(ground, order.party).party })) } : {}),
    ...(to ? { to: playerOf(ground, to).party } : {}),
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

const command = async (walk: Walk): Promise<Course> => {
  const { url, ground, deed, step, course } = walk
  const answer = await ask<MatterFile>(url, {
    method: 'POST',
    path: pathOf(course, step),
    by: walker(walk),
    body: bodyOf(ground, step),
    key: keyOf(deed),
  })
  const placed = step.do === 'place-orders' || step.do === 'transfer'
  return placed ? { ...course, orders: new Map([...course.orders, ...ordersIn(ground, answer)]) } : course
}

/** What a meeting resolved became orders as it closed. */
const withPlaced = async ({ url, ground, step }: Walk, course: Course): Promise<Course> => {
  if (!step.places) return course
  const by = playerOf(ground, 'committee')
  const file = await ask<MatterFile>(url, { path: `/api/matters/${course.matter}`, by })
  return { ...course, orders: new Map([...course.orders, ...ordersIn(ground, file)]) }
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
  const walking = { url, ground, deed, step, course }
  return isRoomDeed(step.do) ? withPlaced(walking, await IN_ROOM[roomOf(step.do)](walking)) : command(walking)
}
