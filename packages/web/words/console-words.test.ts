// Every word of the console stands in both languages, with the same keys; English holds no Chinese and is nowhere empty.
import { expect, test } from 'vitest'
import { alertDeskWords } from './console-alert.ts'
import { boardWords } from './console-board.ts'
import { consoleDrawWords } from './console-draw.ts'
import { dutyWords, repeatingWords } from './console-duty.ts'
import { actionWords, figureKindWords, formWords } from './console-forms.ts'
import { cardScreenWords, excerptWords, groupWords, pasteWords, similarWords, tipWords } from './console-groups.ts'
import { hotlineWords, saysWords } from './console-hotline.ts'
import { gateWords, matterWords, orderStatusWords } from './console-matter.ts'
import { noteWords } from './console-note.ts'
import { consoleElectionWords } from './console-election.ts'
import { consoleSecretElectionWords } from './console-secret-election.ts'
import { consoleBudgetWords } from './console-budget.ts'
import { consoleUnitsWords } from './console-units.ts'
import { consoleCourtBundleWords } from './console-court-bundle.ts'
import { courtBundleWords } from './court-bundle.ts'
import { resultPaperWords } from './result-paper.ts'
import { consolePollWords } from './console-poll.ts'
import { meetingCallWords } from './console-meeting-call.ts'
import { meetingItemWords } from './console-meeting-item.ts'
import { meetingMinutesWords } from './console-meeting-minutes.ts'
import { meetingDeskWords } from './console-meeting.ts'
import { consoleNoticeWords } from './console-notice.ts'
import { peopleWords, roleWords } from './console-people.ts'
import { recordingWords } from './console-recording.ts'
import { procedureWords } from './console-procedure.ts'
import { rosterWords, territoryWords } from './console-roster.ts'
import { shellWords } from './console-shell.ts'

const topics = {
  actionWords,
  alertDeskWords,
  boardWords,
  cardScreenWords,
  dutyWords,
  repeatingWords,
  consoleDrawWords,
  consoleBudgetWords,
  consoleElectionWords,
  consoleSecretElectionWords,
  consolePollWords,
  consoleUnitsWords,
  consoleCourtBundleWords,
  courtBundleWords,
  resultPaperWords,
  consoleNoticeWords,
  excerptWords,
  figureKindWords,
  formWords,
  gateWords,
  groupWords,
  hotlineWords,
  matterWords,
  meetingCallWords,
  meetingDeskWords,
  meetingItemWords,
  meetingMinutesWords,
  noteWords,
  orderStatusWords,
  pasteWords,
  peopleWords,
  procedureWords,
  recordingWords,
  roleWords,
  rosterWords,
  saysWords,
  shellWords,
  similarWords,
  territoryWords,
  tipWords,
}

const isBranch = (value: unknown): value is object => typeof value === 'object' && value !== null

/** Texts by their path; functions are tried with numbers, which every one of them can print. */
const leaves = (value: unknown, path = ''): [string, string][] => {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function') return [[path, String((value as (...facts: number[]) => string)(2, 2))]]
  return isBranch(value) ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`)) : []
}

/** The language button names the other language in that language. */
const FOREIGN = ['.candidates', '.otherLanguage', '.otherLanguageLabel']

test.each(Object.entries(topics))('%s', (_, words) => {
  const [zh, en] = [leaves(words.zh), leaves(words.en)]
  expect(en.map(([path]) => path)).toEqual(zh.map(([path]) => path))
  expect([...zh, ...en].filter(([, text]) => text.trim() === '')).toEqual([])
  expect(en.filter(([path, text]) => !FOREIGN.includes(path) && /\p{Script=Han}/u.test(text))).toEqual([])
})
