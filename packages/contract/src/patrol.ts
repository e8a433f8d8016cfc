// The promise about patrol: what a phone hands in, whenever it gets through, and what the page for today shows.
import type { Phase } from '@yishi/domain/matter'
import { MOST_PHOTOS } from '@yishi/domain/photo'
import { z } from 'zod'

export const LONGEST_NOTE = 2000

const seen = {
  /** Who saw it: a phone that has changed hands since hands in nothing in another's name. */
  owner: z.string().regex(/^per_[a-z0-9]+$/),
  community: z.string().regex(/^com_[a-z0-9]+$/),
  node: z.string().max(40),
  /** By the clock of the phone. */
  seenAt: z.iso.datetime(),
}

export const patrolLookSchema = z.object(seen)
export type PatrolLook = z.infer<typeof patrolLookSchema>

export const patrolNoteSchema = z.object({
  ...seen,
  text: z.string().trim().min(1).max(LONGEST_NOTE),
  settled: z.boolean(),
  photos: z.array(z.string()).max(MOST_PHOTOS),
})
export type PatrolNoteAsked = z.infer<typeof patrolNoteSchema>

export const patrolNotedSchema = z.object({
  matter: z.string(),
  code: z.string(),
  /** The round has changed hands since: the committee's desk goes on with it. */
  handedOver: z.boolean(),
})
export type PatrolNoted = z.infer<typeof patrolNotedSchema>

export const patrolLookedSchema = z.object({ seenAt: z.iso.datetime() })
export const patrolPhotoSchema = z.object({ photo: z.string() })

export const TODOS = ['order', 'revisit', 'received', 'open'] as const
export type Todo = (typeof TODOS)[number]
export type PatrolMatter = {
  readonly matter: string
  readonly title: string
  readonly place: string
  readonly todo: Todo
  readonly due: string | null
  readonly overdue: boolean
}
export type Round = {
  readonly node: string
  readonly name: string
  /** The code on its plate. */
  readonly code: string | null
  readonly seenAt: string | null
  /** Since it was looked at; null for never. */
  readonly days: number | null
  readonly matters: readonly PatrolMatter[]
}
export type OwnNote = {
  readonly code: string
  readonly title: string
  readonly seenAt: string
  readonly settled: boolean
  readonly handedOver: boolean
  readonly phase: Phase
}

export type PatrolField = 'node' | 'text' | 'photos'

/**
 * `GET /patrol?community=&at=`; `POST /patrol/notes`, multipart: `node`, `common`, `text`, `settled`, `photos`, `kept`, `key`, `community`;
 * `POST /patrol/looks`: `node`, `key`, `community`. The script keeps both on the phone until they get through.
 */
export type PatrolPage = {
  readonly owner: string
  /** Null for somebody who has no round now; what their phone still holds can be handed in all the same. */
  readonly community: { readonly id: string; readonly name: string; readonly streetOffice: string | null } | null
  /** Those that nobody has looked at for longest first, today's last. */
  readonly rounds: readonly Round[]
  readonly elsewhere: readonly PatrolMatter[]
  readonly today: readonly OwnNote[]
  /** The stairway that was chosen by its code or before a mistake. */
  readonly chosen: string | null
  readonly text: string
  readonly kept: readonly { readonly id: string; readonly thumb: string; readonly full: string }[]
  readonly said: 'looked' | 'noted' | 'handed-over' | null
  readonly key: string
  readonly asOf: string
}
