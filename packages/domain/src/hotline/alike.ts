// Open matters that a ticket may be about: words in common, and a place that does not contradict.
import { covers } from '../kernel/index.ts'
import type { MatterId } from '../kernel/index.ts'
import { bigrams, jaccard } from '../similarity/index.ts'

export type OpenNow = {
  readonly matter: MatterId
  readonly code: string
  readonly title: string
  readonly text: string
  readonly place: string
  readonly path: string
}
export type Alike = Pick<OpenNow, 'matter' | 'code' | 'title' | 'place'>

/** Measured on made-up pairs: two callers about one broken lamp share about a tenth of their pairs, strangers at one door less than a twentieth. */
const AT_THE_SAME_PLACE = 0.08
const WITHOUT_A_PLACE = 0.3
const SAME_PLACE = 0.5
const MOST_SHOWN = 3

type Asked = { readonly text: string; readonly place: string; readonly path: string }
type Known = OpenNow & { readonly words: ReadonlySet<string>; readonly there: ReadonlySet<string> }

type Nearness = 'same' | 'unsure' | 'apart'

/** Two paths of which neither covers the other are two places, whatever the words. */
const nearness = (asked: Asked, there: ReadonlySet<string>, matter: Known): Nearness => {
  if (asked.path === '' || matter.path === '') return jaccard(there, matter.there) >= SAME_PLACE ? 'same' : 'unsure'
  return covers(asked.path, matter.path) || covers(matter.path, asked.path) ? 'same' : 'apart'
}

const LEAST: Readonly<Record<Nearness, number>> = { same: AT_THE_SAME_PLACE, unsure: WITHOUT_A_PLACE, apart: Infinity }

/** Asked once for all that is open, then for each ticket. */
export const alikeAmong = (open: readonly OpenNow[]) => {
  const known: readonly Known[] = open.map((matter) => ({
    ...matter,
    words: bigrams(`${matter.title} ${matter.text}`),
    there: bigrams(matter.place),
  }))
  return (asked: Asked): readonly Alike[] => {
    const [words, there] = [bigrams(asked.text), bigrams(asked.place)]
    const found = known.flatMap((matter) => {
      const share = jaccard(words, matter.words)
      return share >= LEAST[nearness(asked, there, matter)] ? [{ matter, share }] : []
    })
    return found
      .toSorted((a, b) => b.share - a.share)
      .slice(0, MOST_SHOWN)
      .map(({ matter: { matter, code, title, place } }) => ({ matter, code, title, place }))
  }
}
