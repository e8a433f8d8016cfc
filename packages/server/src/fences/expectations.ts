// What each role is answered at each route, written by hand: the fence that every change of a route has to pass.
import { alertRows } from './expectations/alert.ts'
import { apiRows } from './expectations/api.ts'
import { drawRows } from './expectations/draw.ts'
import { electionRows } from './expectations/election.ts'
import { budgetRows } from './expectations/budget.ts'
import { groupRows } from './expectations/group.ts'
import { hotlineRows } from './expectations/hotline.ts'
import { identityRows } from './expectations/identity.ts'
import { matterRows } from './expectations/matter.ts'
import { meetingRows } from './expectations/meeting.ts'
import { noticeRows } from './expectations/notice.ts'
import { pageRows } from './expectations/pages.ts'
import { paperRows } from './expectations/paper-ballot.ts'
import { patrolRows } from './expectations/patrol.ts'
import { pollRows } from './expectations/poll.ts'
import { projectRows } from './expectations/project.ts'
import { termRows } from './expectations/term.ts'
import { voiceRows } from './expectations/voice.ts'
import type { Row } from './expectations/rows.ts'

export const EXPECTATIONS: Readonly<Record<string, Row>> = {
  ...alertRows,
  ...apiRows,
  ...drawRows,
  ...budgetRows,
  ...electionRows,
  ...groupRows,
  ...hotlineRows,
  ...identityRows,
  ...matterRows,
  ...meetingRows,
  ...noticeRows,
  ...pageRows,
  ...paperRows,
  ...patrolRows,
  ...pollRows,
  ...projectRows,
  ...termRows,
  ...voiceRows,
}
/** They end the sessions of the walk, so they come last. */
export const LAST: ReadonlySet<string> = new Set(['POST /logout', 'POST /api/auth/sign-out'])
