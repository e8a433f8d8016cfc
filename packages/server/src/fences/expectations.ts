// What each role is answered at each route, written by hand: the fence that every change of a route has to pass.
import { alertRows } from './expectations/alert.ts'
import { apiRows } from './expectations/api.ts'
import { matterRows } from './expectations/matter.ts'
import { pageRows } from './expectations/pages.ts'
import type { Row } from './expectations/rows.ts'

export const EXPECTATIONS: Readonly<Record<string, Row>> = { ...pageRows, ...apiRows, ...matterRows, ...alertRows }
/** They end the sessions of the walk, so they come last. */
export const LAST: ReadonlySet<string> = new Set(['POST /logout', 'POST /api/auth/sign-out'])
