// Whether enough stand for each post, and whether a woman does, before a roll is published. RULES R2.4; Organic Law of Villagers’ Committees (2018), arts. 6, 15.
import type { ElectionLaw } from './law.ts'
import type { Post } from './plan.ts'

export type CandidateCautions = {
  /** Posts for which more have to stand, each with how many. */
  readonly short: readonly (Pick<Post, 'title'> & { readonly more: number })[]
  /** The law asks for women among the members, and none stands. */
  readonly noWoman: boolean
}

export const candidateCautions = (
  { moreCandidates, women }: Pick<ElectionLaw, 'moreCandidates' | 'women'>,
  posts: readonly Post[],
): CandidateCautions => ({
  short: posts
    .map(({ title, seats, candidates }) => ({
      title,
      more: moreCandidates ? seats + moreCandidates.more - candidates.length : 0,
    }))
    .filter(({ more }) => more > 0),
  noWoman: women !== null && !posts.some(({ candidates }) => candidates.some(({ woman }) => woman)),
})
