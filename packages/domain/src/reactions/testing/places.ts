// Worlds in which a matter stands at each stage of the test procedures, from which tests begin.
import { DAY } from '../../kernel/index.ts'
import { BRANCH, STAFF } from '../../matter/testing/community.ts'
import {
  accepted,
  answered,
  asks,
  completed,
  given,
  passes,
  placed,
  raised,
  rated,
  revisiting,
  signing,
  sorted,
  sortedAsJoint,
  taking,
  talking,
  when,
} from './story.ts'

export const AT_SORT = given(raised)
export const AT_ASSIGN = given(raised, sorted)
export const AT_DO = when(AT_ASSIGN, placed('property'))
export const AT_WORK = when(AT_DO, accepted('property'))
export const AT_RATE = when(AT_WORK, completed('property'))
export const AT_REVISIT = when(AT_RATE, rated(5), passes(8 * DAY))
export const AT_CLOSE = when(AT_REVISIT, asks(STAFF, revisiting('solved')))
export const AT_CODIFY = when(AT_CLOSE, asks(STAFF, taking('rule')))
export const CLOSED = when(AT_CLOSE, answered, asks(STAFF, taking('solved')))
export const AT_TALK = given(raised, sortedAsJoint)
export const AT_REVIEW = when(AT_TALK, asks(STAFF, talking('agreed')))
export const AT_JOINT_ASSIGN = when(AT_REVIEW, asks(BRANCH, signing('branch', 'approved')))
export const AT_JOINT_DO = when(AT_JOINT_ASSIGN, placed('property', 'police'), asks(STAFF, taking('placed')))
export const AT_INSPECT = when(AT_JOINT_DO, accepted('property'), accepted('police'), completed('property'))
