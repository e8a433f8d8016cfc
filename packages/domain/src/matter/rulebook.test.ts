// Every status × command: what the table does not name is refused, whoever asks. And the table itself, printed.
import { describe, expect, test } from 'vitest'
import { CLOCK, DAY, type Ids, isRefused, later, rulebooksInMarkdown } from '../kernel/index.ts'
import { orderRules } from '../order/index.ts'
import { EVERYBODY_AT_ONCE, MATTER_VOCABULARY } from '../reactions/testing/histories.ts'
import { AT_DO, CLOSED } from '../reactions/testing/places.ts'
import { EMPTY, type World } from '../reactions/testing/world.ts'
import { type Matter, type MatterCommand, matterRules } from './index.ts'

const IN: { readonly [Status in Matter['status']]: World } = { absent: EMPTY, open: AT_DO, closed: CLOSED }
const COMMANDS = new Map(MATTER_VOCABULARY.map((command) => command(AT_DO)).map((command) => [command.type, command]))
const ids: Ids = (prefix) => `${prefix}_new`

/** Where a command may be given at all; the compiler keeps the list whole. */
const GIVEN: Record<MatterCommand['type'], readonly Matter['status'][]> = {
  RaiseMatter: ['absent'],
  SortMatter: ['open'],
  PlaceOrders: ['open'],
  NoteOrder: ['open'],
  NoteControl: ['open'],
  RecordTalk: ['open'],
  SignMatter: ['open'],
  MeetCondition: ['open'],
  NoteProceeding: ['open', 'closed'],
  GiveAnswer: ['open'],
  RateMatter: ['open'],
  RevisitMatter: ['open'],
  CodifyMatter: ['open'],
  TakeOutcome: ['open'],
  PauseClocks: ['open'],
  ResumeClocks: ['open'],
  ListMatter: ['open'],
  UnlistMatter: ['open'],
  AddRemark: ['open', 'closed'],
  NudgeMatter: ['open'],
  CorrectMatter: ['open', 'closed'],
  LinkMatter: ['open'],
  ReopenMatter: ['closed'],
  WakeMatter: ['open', 'closed'],
  RecountClocks: ['open'],
  TranscribeRecording: ['open', 'closed'],
  WithdrawConsent: ['open', 'closed'],
}

const cells = matterRules
  .statuses()
  .flatMap((status) => Object.keys(GIVEN).map((type) => [status, type] as [Matter['status'], MatterCommand['type']]))

test('the table of rules is the table of this test', () => {
  const table = matterRules.table().map(({ status, command }) => `${status} ${command}`)
  const expected = Object.entries(GIVEN).flatMap(([type, statuses]) => statuses.map((status) => `${status} ${type}`))
  expect(table.toSorted()).toEqual(expected.toSorted())
})

describe.each(cells)('%s × %s', (status, type) => {
  test(GIVEN[type].includes(status) ? 'has a rule' : 'is refused', () => {
    const world = IN[status]
    for (const actor of [EVERYBODY_AT_ONCE, CLOCK]) {
      const meta = { actor, now: later(world.now, DAY), ids }
      const answer = matterRules.decide(world.matter, COMMANDS.get(type)!, meta)
      const outOfOrder = isRefused(answer) && answer.refused === 'not-in-this-state'
      expect(outOfOrder).toBe(!GIVEN[type].includes(status))
      if (outOfOrder) expect(answer.detail).toEqual({ state: status, command: type })
    }
  })
})

test('the printed table shows every status and every command', () => {
  const text = rulebooksInMarkdown([
    { name: 'Matter', rules: matterRules },
    { name: 'Order', rules: orderRules },
  ])
  expect(text).toMatch(/^\| command +\| absent \| open \| closed \|$/m)
  expect(text).toMatch(/^\| ReopenMatter +\| +\| +\| yes +\|$/m)
  expect(text).toMatch(/^\| command +\| absent \| placed \| accepted \| declined \| withdrawn \| done \|$/m)
  for (const type of COMMANDS.keys()) expect(text).toContain(`| ${type} `)
})
