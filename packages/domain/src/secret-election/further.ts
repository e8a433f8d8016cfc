// Who stands for what in a further vote: those whom the last count put forward, for the seats that it left open. RULES R2.4.
import type { Named, Section } from './plan.ts'
import type { SecretResult } from './result.ts'

/** In the order of the ballot, and after those on it whoever was written in. */
const placeOf = ({ key }: Named): number => (key.startsWith('w') ? 10_000 : 0) + Number(key.slice(1))

/** A void turn is held again as it was; seats that stayed open go to those who stand for them next. */
export const sectionsNext = ({ sections, void: reason }: SecretResult): readonly Section[] =>
  sections
    .filter(({ next: standing }) => standing.length > 0)
    .map(({ post, title, seats, open, candidates, next: standing }) => ({
      post,
      title,
      seats: reason ? seats : open,
      standing: candidates
        .filter(({ key }) => standing.includes(key))
        .map(({ key, name, woman }) => ({ key, name, woman }))
        .toSorted((one, other) => placeOf(one) - placeOf(other)),
    }))
