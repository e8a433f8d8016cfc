// Whether a woman is among the elected, and what follows where votes elect none: a seat first, or a vote of its own. Organic Law of Villagers’ Committees (2018), art. 6.
import { type Weighed, reached } from './adding.ts'
import type { ElectionLaw } from './law.ts'
import { type Post, plainName } from './plan.ts'
import type { ResultLine } from './sums.ts'

/**
 * `seated`: votes elect a woman. `first`: the woman with most votes among those who have enough takes a seat first.
 * `separate`: none has, so that a seat is voted on again for a woman. `unclear`: somebody was written in and has enough
 * votes, of whom tellers have not noted it yet. `none`: none sits, and the rules leave it to people what then.
 */
export type WomanFinding = 'seated' | 'first' | 'separate' | 'unclear' | 'none'

type Law = Pick<ElectionLaw, 'women'>

/** The last of the posts, as long as no woman was elected before; null where the rules ask for none. */
export const reservedIn = (
  { women }: Law,
  posts: readonly Pick<Post, 'key'>[],
  results: readonly { readonly sections: readonly Elect[] }[],
): string | null => {
  const sits = results.some(({ sections }) => electedOf(sections).some(({ woman }) => woman))
  return women && !sits ? (posts.at(-1)?.key ?? null) : null
}

type Elect = {
  readonly candidates: readonly { readonly key: string; readonly woman: boolean | null }[]
  readonly elected: readonly string[]
}
type Held = {
  readonly post: string
  readonly candidates: readonly (Weighed & { readonly line: ResultLine })[]
  /** Keys of those who are elected. */
  readonly elected: readonly string[]
}

const electedOf = <Section extends Elect>(sections: readonly Section[]): readonly Section['candidates'][number][] =>
  sections.flatMap(({ elected, candidates }) => candidates.filter(({ key }) => elected.includes(key)))

type Asked<Section> = {
  readonly law: Law
  readonly reserved: string | null
  /** By votes alone. */
  readonly sections: readonly Section[]
  /** The section with a seat that is for a woman. */
  readonly withSeat: (section: Section) => Section
}
type Found<Section> = { readonly woman: WomanFinding | null; readonly sections: readonly Section[] }

/** Whoever has enough votes for the seat of a woman if they are one. */
const enoughIn = (section: Held | undefined): Held['candidates'] =>
  section?.candidates.filter(({ line }) => line.holds) ?? []

export const findWoman = <Section extends Held>({
  law,
  reserved,
  sections,
  withSeat,
}: Asked<Section>): Found<Section> => {
  if (!law.women || reserved === null) return { woman: null, sections }
  const elected = electedOf(sections)
  if (elected.some(({ woman }) => woman)) return { woman: 'seated', sections }
  const kept = law.women.seat === 'told' ? undefined : sections.find(({ post }) => post === reserved)
  if ([...elected, ...enoughIn(kept)].some(({ woman }) => woman === null)) return { woman: 'unclear', sections }
  if (!kept) return { woman: 'none', sections }
  const seated = sections.map((each) => (each.post === reserved ? withSeat(each) : each))
  return { woman: electedOf(seated).some(({ woman }) => woman) ? 'first' : 'separate', sections: seated }
}

type Count = {
  readonly reserved: string | null
  readonly woman: WomanFinding | null
  readonly sections: readonly Held[]
}
export type Notable = { readonly name: string; readonly woman: boolean | null }

/** Whom voters wrote in and of whom it matters whether they are a woman: elected to any post, or named for the one with the seat. */
export const writtenToNote = ({ reserved, woman, sections }: Count): readonly Notable[] => {
  if (woman === null || woman === 'seated') return []
  const named = sections.flatMap(({ post, candidates, elected }) =>
    candidates.filter(({ key }) => key.startsWith('w') && (post === reserved || elected.includes(key))),
  )
  const names = Map.groupBy(named, ({ name }) => plainName(name))
  return [...names.values()].map(([each]) => ({ name: each!.name, woman: each!.woman }))
}

const SENTENCES: Readonly<
  Record<WomanFinding, Readonly<Record<'zh' | 'en', (name: string, votes: number) => string>>>
> = {
  seated: { zh: () => '当选的人里有妇女', en: () => 'A woman is among the elected' },
  first: {
    zh: (name, votes) => `按得票排，当选的没有妇女；得票够的妇女里 ${name} ${votes} 票最多，先当选`,
    en: (name, votes) =>
      `By votes alone no woman would be elected; of the women with enough of them, ${name} has most (${votes}) and takes a seat first`,
  },
  separate: {
    zh: () => '当选的没有妇女，得票够的妇女也定不下一位；留一席，另行选举一位妇女',
    en: () =>
      'No woman is elected, and no single one has most votes and enough of them: a seat is kept and voted on again for a woman',
  },
  unclear: {
    zh: () => '当选的人里还没有妇女；另选的人里有票够的，是不是妇女还没核对',
    en: () =>
      'No woman is elected so far; somebody written in has enough votes, of whom it is not noted yet whether she is one',
  },
  none: {
    zh: () => '当选的没有妇女；怎样补上，请选举委员会按本地选举办法定',
    en: () => 'No woman is elected; the election committee has to say, by local rules, how a seat goes to one',
  },
}

/** What the sums say of it, with its article. */
export const womanLine = ({ women }: Law, woman: WomanFinding, sections: readonly Held[]): ResultLine => {
  const holds = woman === 'seated' || woman === 'first'
  const her = electedOf(sections).find((each) => each.woman)
  const said = (lang: 'zh' | 'en'): string => SENTENCES[woman][lang](her?.name ?? '', her ? reached(her) : 0)
  const sign = holds ? '✓' : '✗'
  return {
    holds,
    zh: `${said('zh')} ${sign}（${women?.article.zh}）`,
    en: `${said('en')} ${sign} (${women?.article.en})`,
  }
}
