// How alike two matters are: what was said (Jaccard over pairs of characters), the nearer the places the more.
import { covers } from '../kernel/index.ts'
import { type Kind, suggestSorting } from '../matter/index.ts'
import { jaccard, pairsIn } from './pairs.ts'

export type Saying = { readonly title: string; readonly text: string; readonly path: string }

/** A saying made ready, so that it is cut into pairs once however often it is compared. */
export type Gist = {
  readonly title: ReadonlySet<string>
  readonly whole: ReadonlySet<string>
  /** What it is about, where its words tell. */
  readonly kind: Kind | null
  readonly path: string
}

/** Courtesy, times and numbers of houses say nothing of what is wrong; where it is, the paths say. */
const FILLER =
  /请问|麻烦|帮忙|你好|您好|谢谢|大家|我们|咱们|你们|他们|我家|家里|这里|那里|这个|那个|一直|已经|现在|今天|昨天|前天|晚上|早上|好几|几天|有人|有没有|怎么|为什么|什么|一下|还是|又是|都是|就是|可以|能不能|小区|物业|居委会?|[\d一二三四五六七八九十]+(?:号楼|号|幢|栋|单元|层|楼|室|天|次|户)|[了的吗啊呢吧呀哦嘛都也就还很太请把被在和跟]/gu

const gistOfText = (text: string): ReadonlySet<string> =>
  new Set(pairsIn(text.normalize('NFKC').replaceAll(FILLER, ' ')).filter((pair) => [...pair].length > 1))

export const gistOf = ({ title, text, path }: Saying): Gist => ({
  title: gistOfText(title),
  whole: gistOfText(`${title} ${text}`),
  kind: suggestSorting(`${title} ${text}`)?.kind ?? null,
  path,
})

/** 1 where one place holds the other, less the higher up the first node lies that holds both. */
const nearness = (a: string, b: string): number => {
  if (a !== '' && b !== '' && (covers(a, b) || covers(b, a))) return 1
  const [one, other] = [a.split('.'), b.split('.')]
  const shared = one.findIndex((key, index) => key === '' || key !== other[index])
  return 0.6 + 0.1 * Math.min(3, Math.max(0, shared))
}

/** Two that are about the same thing say it in other words. */
const SAME_KIND = 0.1

/** What was said alone, from 0 to 1. A few words of a title count as much as a long story with the same words in it. */
export const resemblance = (a: Gist, b: Gist): number => {
  const said = Math.max(jaccard(a.title, b.title), jaccard(a.whole, b.whole))
  return said > 0 && a.kind !== null && a.kind === b.kind ? Math.min(1, said + SAME_KIND) : said
}

export const likeness = (a: Gist, b: Gist): number => resemblance(a, b) * nearness(a.path, b.path)

/** Worth a look by staff. */
export const ALIKE = 0.2
/** So alike that a resident is asked first whether it is the same; found on the demo's matters, none of which is another's twin. */
export const CLEARLY_ALIKE = 0.3

type Choice = { readonly least?: number; readonly most?: number }

/** Those worth showing, the most alike first. */
export const mostAlike = <T extends { readonly gist: Gist }>(
  gist: Gist,
  others: readonly T[],
  { least = ALIKE, most = 5 }: Choice = {},
): readonly T[] =>
  others
    .map((other) => ({ other, score: likeness(gist, other.gist) }))
    .filter(({ score }) => score >= least)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ other }) => other)
