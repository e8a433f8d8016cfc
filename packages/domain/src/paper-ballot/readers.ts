// Who reads what is marked on a sheet: two people apart, and a third where they differ. ASVS V2.3.5 (two persons).
import { type PersonId, type Refused, refuse } from '../kernel/index.ts'

type Read = { readonly by: PersonId }

/** Null where somebody else reads it than before. */
export const notSecond = (first: Read, by: PersonId): Refused<'second-person-needed'> | null =>
  first.by === by ? refuse('second-person-needed') : null

/** Null where neither of the two who differ decides. */
export const notThird = (
  { first, second }: { readonly first: Read; readonly second: Read },
  by: PersonId,
): Refused<'third-person-needed'> | null => (by === first.by || by === second.by ? refuse('third-person-needed') : null)
