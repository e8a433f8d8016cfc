// The pages of matters that need no account.
import type { App } from '../../kernel/http/app.ts'
import type { Served } from '../../kernel/http/served.ts'
import type { ReadBeside } from './beside.ts'
import { followPages } from './follow-pages.ts'
import { placePages } from './place-pages.ts'
import { publicPages } from './public-pages.ts'

export const matterPages = (app: App, served: Served, beside: ReadBeside): void => {
  publicPages(app, served)
  placePages(app, served, beside.place)
  followPages(app, served, beside.follow)
}
