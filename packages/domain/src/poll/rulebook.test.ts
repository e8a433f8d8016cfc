// The table of a poll: who may do what in which state, and nothing else.
import { describe, expect, test } from 'vitest'
import type { Instant } from '../kernel/index.ts'
import { COMMUNITY, PEOPLE, type Who, worker } from '../matter/testing/community.ts'
import { WEDNESDAY } from '../reactions/testing/world.ts'
import { NO_POLL, type Poll, type PollCommand, pollRules } from './index.ts'
import { COMMANDS } from './testing/commands.ts'
import {
  ANNOUNCE,
  ANNOUNCED,
  CLOSED,
  FOUND,
  OPEN_UNITS,
  PLAN,
  RUNNING,
  SHOWN,
  UNITS_DRAFT,
  WON,
} from './testing/owners-poll.ts'
import { COUNTING, DECIDED, DRAFT, OPENED, WITHDRAWN, enter, refusal, votes } from './testing/representatives-poll.ts'

const IN: Readonly<Record<Poll['status'], Poll>> = {
  absent: NO_POLL,
  draft: DRAFT,
  announced: ANNOUNCED,
  open: OPENED,
  closed: CLOSED,
  counting: COUNTING,
  preliminary: SHOWN,
  decided: DECIDED,
  withdrawn: WITHDRAWN,
}
/** Where a cell belongs to assemblies alone: the state, the command and the moment at which it is done. */
const CELLS: Readonly<Record<string, readonly [Poll, PollCommand, Instant]>> = {
  'draft AnnouncePoll': [UNITS_DRAFT, ANNOUNCE, WEDNESDAY],
  'announced OpenPoll': [ANNOUNCED, OPEN_UNITS, PLAN.opensAt],
  'open ExtendPoll': [RUNNING, COMMANDS.ExtendPoll, PLAN.opensAt],
  'open RecordProofs': [RUNNING, COMMANDS.RecordProofs, PLAN.opensAt],
  'open ClosePoll': [RUNNING, COMMANDS.ClosePoll, PLAN.closesAt],
  'closed EnterCount': [CLOSED, enter(WON), PLAN.closesAt],
  'preliminary ShowResult': [FOUND, COMMANDS.ShowResult, PLAN.closesAt],
}

describe('the table', () => {
  const OPENERS: readonly Who[] = ['staff', 'branch', 'owners-committee', 'self-management', 'street-office']
  const TELLERS: readonly Who[] = [...OPENERS, 'grid-worker', 'building-leader', 'volunteer']
  /** The clock takes a poll back with its stage; the branch has a seat where the matter stands, the others have not. */
  const MAY: { readonly [Type in PollCommand['type']]: readonly Who[] } = {
    DraftPoll: ['staff', 'branch'],
    AddQuestion: OPENERS,
    FollowFirst: [],
    RedraftPoll: OPENERS,
    AnnouncePoll: OPENERS,
    RedrawElectorate: OPENERS,
    OpenPoll: OPENERS,
    ExtendPoll: OPENERS,
    RecordProofs: TELLERS,
    ClosePoll: [...OPENERS, 'clock'],
    EnterCount: TELLERS,
    ShowResult: OPENERS,
    OrderRecount: OPENERS,
    ConfirmResult: OPENERS,
    WithdrawPoll: [...OPENERS, 'clock'],
  }
  test.each(pollRules.table().map((cell) => ({ ...cell })))('$command of $status', ({ status, command: type }) => {
    const usual = [IN[status as Poll['status']], COMMANDS[type as PollCommand['type']], WEDNESDAY] as const
    const [state, command, now] = CELLS[`${status} ${type}`] ?? usual
    const ended = status === 'decided' || status === 'withdrawn'
    for (const who of Object.keys(PEOPLE) as readonly Who[]) {
      const refused = refusal(state, command, PEOPLE[who], now)
      // Of a poll that follows nobody.
      if (type === 'FollowFirst') {
        expect(refused).toBe('on-agenda')
        continue
      }
      const may = ended ? who === 'clock' : MAY[command.type].includes(who)
      const counted = type === 'EnterCount' && status === 'counting' && who === 'staff'
      const over = ended && OPENERS.includes(who)
      if (over) expect(refused).toBe('poll-ended')
      else if (counted) expect(refused).toBe('second-person-needed')
      else if (may) expect(refused, who).toBeNull()
      else expect(['not-your-poll', 'not-yours-to-do'], who).toContain(refused)
    }
  })
  test('holds no other cell', () => {
    for (const status of pollRules.statuses())
      for (const command of Object.values(COMMANDS))
        if (!pollRules.table().some((cell) => cell.status === status && cell.command === command.type))
          expect(refusal(IN[status as Poll['status']], command)).toBe('not-in-this-state')
  })
})

test('who works in another part of the community has no hand in it', () => {
  expect(refusal(OPENED, enter(votes(2, 1)), worker('staff', 'west'))).toBe('not-your-poll')
  expect(COMMUNITY).toBe(OPENED.community)
})
