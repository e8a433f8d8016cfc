// Whether a woman is among the elected, and what follows where votes elect none: a seat first, or a vote of its own. Organic Law of Villagers’ Committees (2018), art. 6.
import type { Standing } from './award.ts'
import type { ElectionLaw } from './law.ts'
import type { Post } from './plan.ts'
import type { ResultLine } from './sums.ts'

/**
 * `seated`: votes elect a woman. `first`: the woman with most votes among those who have enough takes a seat first.
 * `separate`: none has, so that a seat is voted on again for a woman. `unclear`: somebody was written in and elected, of
 * whom no list says it. `none`: none sits, and the rules leave it to people what then.
 */
export type WomanFinding = 'seated' | 'first' | 'separate' | 'unclear' | 'none'

type Law = Pick<ElectionLaw, 'women'>

/** The last of the posts, as long as no woman was elected before; null where the rules ask for none. */
export const reservedIn = (
  { women }: Law,
  posts: readonly Pick<Post, 'key'>[],
  results: readonly { readonly sections: readonly Held[] }[],
): string | null => {
  const sits = results.some(({ sections }) => electedOf(sections).some(({ woman }) => woman))
  return women && !sits ? (posts.at(-1)?.key ?? null) : null
}

type Held = {
  readonly post: string
  readonly candidates: readonly Standing[]
  /** Keys of those who are elected. */
  readonly elected: readonly string[]
}

const electedOf = (sections: readonly Held[]): readonly Standing[] =>
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

export const findWoman = <Section extends Held>({
  law,
  reserved,
  sections,
  withSeat,
}: Asked<Section>): Found<Section> => {
  if (!law.women || reserved === null) return { woman: null, sections }
  const elected = electedOf(sections)
  if (elected.some(({ woman }) => woman)) return { woman: 'seated', sections }
  if (elected.some(({ written }) => written)) return { woman: 'unclear', sections }
  if (law.women.seat === 'told' || !sections.some(({ post }) => post === reserved)) return { woman: 'none', sections }
  const seated = sections.map((each) => (each.post === reserved ? withSeat(each) : each))
  return { woman: electedOf(seated).some(({ woman }) => woman) ? 'first' : 'separate', sections: seated }
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
    zh: () => '候选人里当选的没有妇女；当选的有另选的人，是不是妇女请选举委员会核对',
    en: () =>
      'No woman among the candidates is elected; somebody written in is, of whom the election committee has to see whether she is one',
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
  const said = (lang: 'zh' | 'en'): string => SENTENCES[woman][lang](her?.name ?? '', her?.votes ?? 0)
  const sign = holds ? '✓' : '✗'
  return {
    holds,
    zh: `${said('zh')} ${sign}（${women?.article.zh}）`,
    en: `${said('en')} ${sign} (${women?.article.en})`,
  }
}
