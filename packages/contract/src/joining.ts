// The promise about joining a matter: what a resident is shown of those that may be the same, and of the one they joined.
import type { FollowView, PublicMatter } from './matter.ts'

/** On the page behind a scanned code: matters that may be the same, and which one was chosen, `none` for another thing. */
export type SimilarHere = { readonly matters: readonly PublicMatter[]; readonly chosen: string | null }

/** What whoever joined sees of the matter: how it goes, and no word of whoever raised it. */
export type JoinedView = PublicMatter &
  Pick<FollowView, 'community' | 'act' | 'stage' | 'meetings' | 'asOf'> & {
    readonly party: string
  }

/** `GET /j/:token`; with `?new=1` it is the receipt. */
export type JoinedPage = {
  readonly view: JoinedView
  readonly token: string
  readonly receipt: { readonly url: string; readonly qr: string; readonly proof: string } | null
}
