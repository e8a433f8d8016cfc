// The sums of a verdict as lines: whether enough took part is the same for every option and every name, and is told once.
import type { PollResult } from '@yishi/contract/poll-result'
import type { Language } from './dictionary.ts'

type Lines = readonly string[]

/** What all options have alike, and what each has of its own, in their order. */
export const sumsApart = (
  verdicts: PollResult['verdicts'],
  lang: Language,
): { readonly alike: Lines; readonly own: readonly Lines[] } => {
  const all = verdicts.map(({ lines }) => lines.map((line) => line[lang]))
  const [first = [], ...others] = all
  const alike = others.length > 0 ? first.filter((line) => others.every((lines) => lines.includes(line))) : []
  return { alike, own: all.map((lines) => lines.filter((line) => !alike.includes(line))) }
}
