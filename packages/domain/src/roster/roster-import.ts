// The import of a roster: previewed by one person, confirmed by the same one while nothing has changed underneath.
import {
  type Actor,
  type CommunityId,
  type Instant,
  MINUTE,
  type PersonActor,
  type PersonId,
  holds,
  later,
  refuse,
  rulebook,
} from '../kernel/index.ts'
import type { EntriesOf, EntryDraft } from '../ledger/index.ts'
import type { Comparison } from './compare.ts'
import type { RosterRows } from './rows.ts'

export const PREVIEW_HOLDS = 60 * MINUTE

type Pending = {
  readonly status: 'pending'
  readonly community: CommunityId
  readonly by: PersonId
  readonly expiresAt: Instant
  readonly fileDigest: string
  readonly counts: Comparison['counts']
  /** The community's roster is no longer the one that the workbook was compared with. */
  readonly stale: boolean
}
export type RosterImport =
  | { readonly status: 'absent' }
  | Pending
  | { readonly status: 'confirmed'; readonly counts: Comparison['counts'] }

type Previewed = {
  readonly community: CommunityId
  readonly counts: Comparison['counts']
  readonly plan: RosterRows
  /** SHA-256 of the uploaded file and of the roster it was compared with, hexadecimal. */
  readonly fileDigest: string
  readonly baseDigest: string
}
export type RosterImportCommand =
  | ({ readonly type: 'PreviewRoster' } & Previewed)
  | { readonly type: 'ConfirmRoster' }
  | { readonly type: 'DropPreview' }
export type RosterImportEvent =
  | ({ readonly type: 'RosterPreviewed'; readonly by: PersonId; readonly expiresAt: Instant } & Previewed)
  | { readonly type: 'RosterImported'; readonly fileDigest: string; readonly counts: Comparison['counts'] }
  | { readonly type: 'PreviewDropped' }
export type RosterImportRefusal =
  | 'staff-only'
  | 'preview-unknown'
  | 'not-your-preview'
  | 'preview-expired'
  | 'roster-changed-meanwhile'
  | 'already-imported'

/** The roster is the committee's to keep, for the whole community. */
export const mayImport = (actor: Actor, community: CommunityId): actor is PersonActor =>
  holds(actor, ['staff'], community, '')

const evolve = (_: RosterImport, event: RosterImportEvent): RosterImport => {
  switch (event.type) {
    case 'RosterPreviewed': {
      const { community, by, expiresAt, fileDigest, counts } = event
      return { status: 'pending', community, by, expiresAt, fileDigest, counts, stale: false }
    }
    case 'RosterImported':
      return { status: 'confirmed', counts: event.counts }
    case 'PreviewDropped':
      return { status: 'absent' }
  }
}

export const rosterImports = rulebook<RosterImport, RosterImportCommand, RosterImportEvent, RosterImportRefusal>(
  {
    absent: {
      PreviewRoster(_, { community, counts, plan, fileDigest, baseDigest }, { actor, now }) {
        if (!mayImport(actor, community)) return refuse('staff-only')
        const previewed = { community, counts, plan, fileDigest, baseDigest }
        return [{ type: 'RosterPreviewed', by: actor.person, expiresAt: later(now, PREVIEW_HOLDS), ...previewed }]
      },
      ConfirmRoster: () => refuse('preview-unknown'),
    },
    pending: {
      ConfirmRoster({ community, by, expiresAt, fileDigest, counts, stale }, _, { actor, now }) {
        if (!mayImport(actor, community)) return refuse('staff-only')
        if (actor.person !== by) return refuse('not-your-preview')
        if (now >= expiresAt) return refuse('preview-expired')
        if (stale) return refuse('roster-changed-meanwhile')
        return [{ type: 'RosterImported', fileDigest, counts }]
      },
      /** Nobody's names wait longer than their preview holds. */
      DropPreview: ({ expiresAt }, _, { actor, now }) =>
        actor.kind === 'clock' && now >= expiresAt ? [{ type: 'PreviewDropped' }] : refuse('staff-only'),
    },
    confirmed: { ConfirmRoster: () => refuse('already-imported') },
  },
  evolve,
)

/** Counts and the digest of the file, never a name; a preview is not worth an entry. */
export const rosterImportEntry: EntriesOf<RosterImportEvent, EntryDraft | null> = {
  RosterPreviewed: () => null,
  PreviewDropped: () => null,
  RosterImported: ({ fileDigest, counts }) => ({
    facts: { file: fileDigest, new: counts.new, changed: counts.changed, unchanged: counts.unchanged },
    sealed: {},
  }),
}
