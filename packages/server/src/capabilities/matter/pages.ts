// The pages of matters that need no account.
import type { App } from '../../kernel/http/app.ts'
import type { Served } from '../../kernel/http/served.ts'
import type { ReadBeside } from './beside.ts'
import { followPages } from './follow-pages.ts'
import { type Join, placePages } from './place-pages.ts'
import { publicPages } from './public-pages.ts'

export type { Join, ReadBeside }

/** What the pages of matters need of other capabilities. */
type Neighbours = { readonly beside: ReadBeside; readonly join: Join }

export const matterPages = (app: App, served: Served, { beside, join }: Neighbours): void => {
  publicPages(app, served)
  placePages(app, { served, beside: beside.place, join })
  followPages(app, served, beside.follow)
}
