// A matter on the formal procedure, brought to the stage where its decision is published.
import { CLOCK } from '../../kernel/index.ts'
import type { NotedProceeding } from '../../matter/index.ts'
import { BRANCH, STAFF } from '../../matter/testing/community.ts'
import { FORMAL } from '../../matter/testing/procedures.ts'
import { asks, given, raised, signing, sorting } from './story.ts'

export const note = (proceeding: NotedProceeding) => asks(CLOCK, { type: 'NoteProceeding', proceeding, resolved: [] })

export const AT_PUBLISH = given(
  raised,
  asks(STAFF, sorting({}, FORMAL)),
  note({ kind: 'meeting', id: 'mtg_1', status: 'ended', quorate: true, result: 'agreed' }),
  asks(BRANCH, signing('branch', 'approved')),
  note({ kind: 'poll', id: 'pol_1', status: 'ended', passed: true }),
)
