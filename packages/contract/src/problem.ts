// The catalogue of problems: every "no" that HTTP can say, with its status and a sentence that says what to do (RFC 9457).
import { accountProblems } from './problems/account.ts'
import { groupProblems } from './problems/group.ts'
import { alertProblems } from './problems/alert.ts'
import { courtBundleProblems } from './problems/court-bundle.ts'
import { drawProblems } from './problems/draw.ts'
import { budgetProblems } from './problems/budget.ts'
import { electionProblems } from './problems/election.ts'
import { helpingProblems } from './problems/helping.ts'
import { hotlineProblems } from './problems/hotline.ts'
import { identityProblems } from './problems/identity.ts'
import { joiningProblems } from './problems/joining.ts'
import { matterProblems } from './problems/matter.ts'
import { meetingProblems } from './problems/meeting.ts'
import { noticeProblems } from './problems/notice.ts'
import { paperBallotProblems } from './problems/paper-ballot.ts'
import { patrolProblems } from './problems/patrol.ts'
import { photoProblems } from './problems/photo.ts'
import { pollCountProblems } from './problems/poll-count.ts'
import { pollProblems } from './problems/poll.ts'
import { recallProblems } from './problems/recall.ts'
import { agendaProblems } from './problems/agenda.ts'
import { projectProblems } from './problems/project.ts'
import { recordingProblems } from './problems/recording.ts'
import { requestProblems } from './problems/request.ts'
import { rosterProblems } from './problems/roster.ts'
import { samePersonProblems } from './problems/same-person.ts'
import { termProblems } from './problems/term.ts'
import type { Problems } from './problems/entry.ts'

export const PROBLEMS = {
  ...accountProblems,
  ...groupProblems,
  ...alertProblems,
  ...courtBundleProblems,
  ...drawProblems,
  ...budgetProblems,
  ...electionProblems,
  ...recallProblems,
  ...helpingProblems,
  ...hotlineProblems,
  ...identityProblems,
  ...joiningProblems,
  ...matterProblems,
  ...meetingProblems,
  ...noticeProblems,
  ...paperBallotProblems,
  ...patrolProblems,
  ...photoProblems,
  ...agendaProblems,
  ...pollProblems,
  ...pollCountProblems,
  ...projectProblems,
  ...recordingProblems,
  ...requestProblems,
  ...rosterProblems,
  ...samePersonProblems,
  ...termProblems,
} as const satisfies Problems

export type ProblemCode = keyof typeof PROBLEMS

/** What goes over the wire as `application/problem+json`. */
export type Problem = {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly instance: string
  readonly code: string
  /** The numbers of this refusal, or the fields that a request got wrong. */
  readonly facts?: Readonly<Record<string, string | number>>
  readonly fields?: readonly { readonly field: string; readonly message: string }[]
  readonly reference?: string
}

export const isProblemCode = (code: string): code is ProblemCode => code in PROBLEMS
