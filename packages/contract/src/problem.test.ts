import { expect, test } from 'vitest'
import { PROBLEMS } from './problem.ts'
import { accountProblems } from './problems/account.ts'
import { courtBundleProblems } from './problems/court-bundle.ts'
import { drawProblems } from './problems/draw.ts'
import { electionProblems } from './problems/election.ts'
import { termProblems } from './problems/term.ts'
import { budgetProblems } from './problems/budget.ts'
import { groupProblems } from './problems/group.ts'
import { alertProblems } from './problems/alert.ts'
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

const CATALOGUES = [
  accountProblems,
  courtBundleProblems,
  drawProblems,
  electionProblems,
  termProblems,
  recallProblems,
  groupProblems,
  alertProblems,
  budgetProblems,
  helpingProblems,
  hotlineProblems,
  identityProblems,
  joiningProblems,
  matterProblems,
  meetingProblems,
  noticeProblems,
  paperBallotProblems,
  patrolProblems,
  photoProblems,
  agendaProblems,
  pollProblems,
  pollCountProblems,
  projectProblems,
  recordingProblems,
  requestProblems,
  rosterProblems,
  samePersonProblems,
]

test('no code stands in two catalogues: the later one would silently win', () => {
  const codes = CATALOGUES.flatMap((catalogue) => Object.keys(catalogue))
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([])
  expect(codes.toSorted()).toEqual(Object.keys(PROBLEMS).toSorted())
})

test.each(Object.entries(PROBLEMS))('%s says what happened and what to do, in both languages', (_, { zh, en }) => {
  for (const words of [zh, en]) expect([words.title, words.detail].every((text) => text.trim().length > 2)).toBe(true)
})
