// Measures the import of a whole community through the same functions that the routes call.
import { type Actor, type CommunityId, isRefused } from '@yishi/domain/kernel'
import type { Context } from '../../../kernel/context.ts'
import type { Perform } from '../../../kernel/perform.ts'
import { confirmRoster } from '../confirm.ts'
import { previewRoster } from '../preview.ts'
import { workbookOf } from '../template.ts'
import { largeRoster } from './large-roster.ts'

export type RosterMeasure = {
  readonly households: number
  readonly rows: number
  readonly bytes: number
  readonly previewMs: number
  readonly confirmMs: number
}
type Where = { readonly community: CommunityId; readonly actor: Actor; readonly households: number }

export const measureRoster = async (
  ctx: Context,
  perform: Perform,
  { community, actor, households }: Where,
): Promise<RosterMeasure> => {
  const file = await workbookOf(largeRoster(households))
  const began = performance.now()
  const shown = await previewRoster(ctx, perform, { community, actor, file })
  if (isRefused(shown) || shown.preview === null) throw new Error(`no preview: ${JSON.stringify(shown).slice(0, 500)}`)
  const previewed = performance.now()
  const done = await confirmRoster(ctx, perform, { community, preview: shown.preview, actor })
  if (isRefused(done)) throw new Error(`not confirmed: ${done.refused}`)
  const confirmed = performance.now()
  const times = { previewMs: Math.round(previewed - began), confirmMs: Math.round(confirmed - previewed) }
  return { households, rows: shown.total, bytes: file.length, ...times }
}
