// The HTTP promise about accounts: who is signed in, and which hats they wear.
import { z } from 'zod'
import { ROLES } from '@yishi/domain/kernel'

export const hatViewSchema = z.object({
  role: z.enum(ROLES),
  community: z.string(),
  communityName: z.string(),
  node: z.string().nullable(),
  nodeName: z.string().nullable(),
  party: z.string().nullable(),
  partyName: z.string().nullable(),
})

export const meSchema = z.object({
  person: z.string(),
  name: z.string(),
  hats: z.array(hatViewSchema),
  communities: z.array(z.object({ id: z.string(), name: z.string(), streetOffice: z.string().nullable() })),
})
export type Me = z.infer<typeof meSchema>

export const partySchema = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  phone: z.string().nullable(),
  /** Unfinished orders, and the first last day that was named for one of them. */
  orders: z.object({ open: z.number(), firstDay: z.string().nullable() }),
})
export type Party = z.infer<typeof partySchema>

export const messageSchema = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  title: z.string(),
  text: z.string(),
  link: z.string().nullable(),
  read: z.boolean(),
})
export type Message = z.infer<typeof messageSchema>
