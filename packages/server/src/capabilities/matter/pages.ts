// The pages of matters that need no account.
import type { App } from '../../kernel/http/app.ts'
import type { Served } from '../../kernel/http/served.ts'
import { followPages } from './follow-pages.ts'
import { type Join, placePages } from './place-pages.ts'
import { publicPages } from './public-pages.ts'

export type { Join }

export const matterPages = (app: App, served: Served, join: Join): void => {
  publicPages(app, served)
  placePages(app, served, join)
  followPages(app, served)
}
