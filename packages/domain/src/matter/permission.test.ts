// Who may ask what of a matter: every role against a table of expectations written by hand.
import { DAY, HOUR, later } from '../kernel/index.ts'
import { describe, expect, test } from 'vitest'
import {
  ANSWER,
  RAISE,
  answered,
  asks,
  given,
  pausing,
  placing,
  rating,
  refusal,
  revisiting,
  signing,
  sorting,
  taking,
  talking,
  when,
} from '../reactions/testing/story.ts'
import {
  AT_ASSIGN,
  AT_CLOSE,
  AT_CODIFY,
  AT_DO,
  AT_RATE,
  AT_REVIEW,
  AT_REVISIT,
  AT_SORT,
  AT_TALK,
  AT_INSPECT,
  CLOSED,
} from '../reactions/testing/places.ts'
import { EMPTY, type World, open } from '../reactions/testing/world.ts'
import type { MatterCommand } from './index.ts'
import { BRANCH, PEOPLE, RAISER, STAFF, type Who } from './testing/community.ts'

const EVERYBODY = Object.keys(PEOPLE) as readonly Who[]
const DESK: readonly Who[] = ['staff', 'branch']
const RAISERS: readonly Who[] = ['raiser', 'link-holder']
const TAKE_NOTES: readonly Who[] = [...DESK, 'grid-worker', 'building-leader', 'volunteer']
/** The desk and the party that has the work; the grid worker's seat at the stage gives no part in it. */
const WORKERS: readonly Who[] = [...DESK, 'property', 'repair-worker']
const KEEPERS: readonly Who[] = ['grid-worker', 'building-leader', 'street-office']
const SUPERVISE: readonly Who[] = [...DESK, 'street-office']

const MEANWHILE = later(AT_DO.now, DAY)
const PAUSED = when(AT_DO, asks(STAFF, pausing(MEANWHILE)))
const LISTED = when(AT_DO, asks(STAFF, { type: 'ListMatter', reason: '拖太久' }))
const VOICE = { recording: 'rec_1', sha256: 'ab', seconds: 7 } as const
const SPOKEN = when(AT_DO, asks(RAISER, { type: 'AddRemark', text: '', photos: [], recording: VOICE }))
const HELP = {
  consent: 'cst_1',
  text: 'help-1',
  way: 'by-phone',
  name: '阿婆',
  phone: null,
  unit: '',
  paper: null,
} as const
const HELPED = given(asks(PEOPLE.volunteer, { ...RAISE, raiser: null, help: HELP }))
const REMARK: MatterCommand = { type: 'AddRemark', text: '还没好', photos: [] }
const CORRECT: MatterCommand = { type: 'CorrectMatter', field: 'title', value: '楼道灯不亮', reason: '写错了' }
const NOTE: MatterCommand = { type: 'NoteOrder', order: 'ord_1', status: 'accepted', photos: 0, reason: '' }
const TRANSCRIBE: MatterCommand = { type: 'TranscribeRecording', recording: 'rec_1', text: '灯坏了', title: null }
const CONDITIONED = when(AT_REVIEW, asks(BRANCH, { ...signing('branch', 'approved'), conditions: ['不砍树'] }))
const MEET: MatterCommand = {
  type: 'MeetCondition',
  condition: open(CONDITIONED).facts.conditions[0]!.condition,
  note: '看过了',
  photos: [],
}
const NOTE_MEETING: MatterCommand = {
  type: 'NoteProceeding',
  proceeding: { kind: 'meeting', id: 'mtg_1', status: 'running', quorate: false, result: null },
  resolved: [],
}
const CODIFY: MatterCommand = { type: 'CodifyMatter', title: '路灯公约', text: '坏了当天报' }

const EXPECTED: readonly (readonly [string, World, MatterCommand, readonly Who[]])[] = [
  ['raise by scanning the code', EMPTY, RAISE, EVERYBODY],
  ['note what was said on the phone', EMPTY, { ...RAISE, channel: 'phone' }, TAKE_NOTES],
  ['note what was seen on patrol', EMPTY, { ...RAISE, channel: 'patrol' }, TAKE_NOTES],
  ['sort', AT_SORT, sorting(), [...DESK, 'grid-worker']],
  ['hand out', AT_ASSIGN, placing('property'), DESK],
  ['hand out more while it is done', AT_DO, { ...placing('police'), orders: [order('pty_police')] }, WORKERS],
  ['place an order handed on', AT_DO, { ...placing('police'), transferredFrom: 'ord_1' }, ['clock']],
  ['note what became of an order', AT_DO, NOTE, ['clock']],
  ['note that it is under control', AT_DO, { type: 'NoteControl', order: 'ord_1' }, ['clock']],
  ['record the talk', AT_TALK, talking('agreed'), [...DESK, 'property', 'repair-worker']],
  ['sign for the branch in review', AT_REVIEW, signing('branch', 'approved'), ['branch']],
  ['sign for the committee in inspection', AT_INSPECT, signing('committee', 'approved'), ['staff']],
  ['say that a condition is met', CONDITIONED, MEET, DESK],
  ['note how a meeting stands', AT_TALK, NOTE_MEETING, ['clock']],
  ['answer while it is done', AT_DO, ANSWER, WORKERS],
  ['answer at its rating', AT_RATE, ANSWER, DESK],
  ['answer at its end', AT_CLOSE, ANSWER, DESK],
  ['rate', AT_RATE, rating(4), [...RAISERS, ...DESK]],
  ['revisit', AT_REVISIT, revisiting('solved'), [...DESK, 'grid-worker', 'property', 'repair-worker']],
  ['codify', AT_CODIFY, CODIFY, DESK],
  ['take a way out', when(AT_CLOSE, answered), taking('solved'), DESK],
  ['take a way out of the work', when(AT_DO, answered), taking('cannot'), WORKERS],
  ['pause', AT_DO, pausing(MEANWHILE), WORKERS],
  ['pause while it waits for a rating', AT_RATE, pausing(later(AT_RATE.now, HOUR)), DESK],
  ['go on', PAUSED, { type: 'ResumeClocks' }, WORKERS],
  ['list', AT_DO, { type: 'ListMatter', reason: '拖太久' }, SUPERVISE],
  ['take off the list', LISTED, { type: 'UnlistMatter', reason: '动起来了' }, SUPERVISE],
  ['remark', AT_DO, REMARK, [...RAISERS, ...WORKERS, ...KEEPERS]],
  ['remark after its end', CLOSED, REMARK, [...RAISERS, ...DESK]],
  ['hurry', AT_DO, { type: 'NudgeMatter' }, RAISERS],
  ['correct', AT_DO, CORRECT, DESK],
  ['correct after its end', CLOSED, CORRECT, DESK],
  ['link', AT_DO, { type: 'LinkMatter', to: 'mat_2', relation: 'similar' }, DESK],
  ['reopen', CLOSED, { type: 'ReopenMatter', reason: '又坏了' }, [...RAISERS, ...DESK]],
  ['wake', AT_DO, { type: 'WakeMatter' }, ['clock']],
  ['type what was said', SPOKEN, TRANSCRIBE, DESK],
  ['take a consent back', HELPED, { type: 'WithdrawConsent' }, ['volunteer', 'link-holder', ...DESK]],
  ['count its clocks anew', AT_DO, { type: 'RecountClocks' }, ['clock']],
]

function order(party: `pty_${string}`) {
  return { party, lead: false, task: '一起看看' }
}

describe.each(EXPECTED)('to %s', (_, world, command, allowed) => {
  test.each(EVERYBODY)('%s', (who) => {
    const answer = refusal(world, PEOPLE[who], command)
    expect(answer).toBe(allowed.includes(who) ? null : 'not-yours-to-do')
  })
})

test('the table of expectations speaks of every command', () => {
  const spoken = new Set(EXPECTED.map(([, , { type }]) => type))
  expect(spoken.size).toBe(Object.keys(ALL).length)
})

/** The compiler keeps this list whole. */
const ALL: Record<MatterCommand['type'], true> = {
  RaiseMatter: true,
  SortMatter: true,
  PlaceOrders: true,
  NoteOrder: true,
  NoteControl: true,
  RecordTalk: true,
  SignMatter: true,
  MeetCondition: true,
  NoteProceeding: true,
  GiveAnswer: true,
  RateMatter: true,
  RevisitMatter: true,
  CodifyMatter: true,
  TakeOutcome: true,
  PauseClocks: true,
  ResumeClocks: true,
  ListMatter: true,
  UnlistMatter: true,
  AddRemark: true,
  NudgeMatter: true,
  CorrectMatter: true,
  LinkMatter: true,
  ReopenMatter: true,
  WakeMatter: true,
  RecountClocks: true,
  TranscribeRecording: true,
  WithdrawConsent: true,
}
