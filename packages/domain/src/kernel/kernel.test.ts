// The ground that every capability stands on: rulebooks, who acts, moments, refusals, and the tables made of rulebooks.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Actor,
  CLOCK,
  type CommunityId,
  type Hat,
  type Ids,
  VISITOR,
  actorThere,
  belongsTo,
  covers,
  during,
  earliest,
  holds,
  isRefused,
  later,
  millis,
  namesOf,
  refuse,
  rulebook,
  rulebooksInMarkdown,
  toInstant,
} from './index.ts'

type Door = { readonly status: 'shut' } | { readonly status: 'ajar'; readonly by: number } | { readonly status: 'gone' }
type DoorCommand = { readonly type: 'Open'; readonly steps: number } | { readonly type: 'Shut' }
type DoorEvent = { readonly type: 'Moved'; readonly by: number } | { readonly type: 'Closed' }

const door = rulebook<Door, DoorCommand, DoorEvent, 'locked'>(
  {
    shut: {
      Open: (_, { steps }) =>
        steps === 0 ? refuse('locked') : Array.from({ length: steps }, () => ({ type: 'Moved', by: 1 })),
    },
    ajar: { Shut: () => [{ type: 'Closed' }] },
    gone: {},
  },
  (state, event) =>
    event.type === 'Closed'
      ? { status: 'shut' }
      : { status: 'ajar', by: (state.status === 'ajar' ? state.by : 0) + event.by },
)
const ids: Ids = (prefix) => `${prefix}_1`
const meta = { actor: VISITOR, now: '2026-11-18T02:00:00.000Z', ids } as const
const SHUT = { status: 'shut' } as Door

describe('a rulebook', () => {
  test('answers with events and the state to which they all lead', () => {
    const moved = { type: 'Moved', by: 1 }
    expect(door.decide(SHUT, { type: 'Open', steps: 3 }, meta)).toEqual({
      events: [moved, moved, moved],
      state: { status: 'ajar', by: 3 },
    })
  })

  test('passes a refusal on, and refuses by itself where it has no rule', () => {
    expect(door.decide(SHUT, { type: 'Open', steps: 0 }, meta)).toEqual({ refused: 'locked' })
    expect(door.decide(SHUT, { type: 'Shut' }, meta)).toEqual({
      refused: 'not-in-this-state',
      detail: { state: 'shut', command: 'Shut' },
    })
  })

  test('tells its table, and every state even where nothing may be asked', () => {
    expect(door.table()).toEqual([
      { status: 'shut', command: 'Open' },
      { status: 'ajar', command: 'Shut' },
    ])
    expect(door.statuses()).toEqual(['shut', 'ajar', 'gone'])
  })

  test('is printed as a table', () => {
    expect(
      rulebooksInMarkdown([{ name: 'Door', rules: door }])
        .split('\n')
        .slice(4),
    ).toEqual([
      '## Door',
      '',
      '| command | shut | ajar | gone |',
      '| ------- | ---- | ---- | ---- |',
      '| Open    | yes  |      |      |',
      '| Shut    |      | yes  |      |',
      '',
    ])
  })
})

test('a state is narrowed to what an event needs, or the story is broken', () => {
  expect(during<Door, 'shut' | 'ajar'>(SHUT, 'ajar', 'shut')).toBe(SHUT)
  expect(() => during<Door, 'ajar' | 'gone'>(SHUT, 'ajar', 'gone')).toThrow('expected ajar|gone, found shut')
})

describe('who acts', () => {
  test('has in each community the name that they have there, and keeps one of several that are theirs', () => {
    const selves = [
      { community: 'com_1', person: 'per_one' },
      { community: 'com_2', person: 'per_two' },
      { community: 'com_2', person: 'per_too' },
    ] as const
    const clerk: Actor = { kind: 'person', person: 'per_one', hats: [], selves }
    const nameIn = (community: CommunityId, actor: Actor = clerk) =>
      (actorThere(actor, community) as { person?: string }).person
    expect([nameIn('com_1'), nameIn('com_2'), nameIn('com_3')]).toEqual(['per_one', 'per_two', 'per_one'])
    expect(nameIn('com_2', { ...clerk, person: 'per_too' })).toBe('per_too')
    expect(actorThere(VISITOR, 'com_2')).toBe(VISITOR)
    expect(namesOf(clerk)).toEqual(['per_one', 'per_two', 'per_too'])
    expect(namesOf(CLOCK)).toEqual([])
  })

  const hat: Hat = { role: 'staff', community: 'com_1', path: 'east.b3', party: 'pty_1' }
  const ann: Actor = { kind: 'person', person: 'per_ann', hats: [hat] }

  test.each([
    ['', '', true],
    ['', 'east.b3', true],
    ['east', 'east', true],
    ['east', 'east.b3.s1', true],
    ['east', 'eastern', false],
    ['east.b3', 'east.b30', false],
    ['east.b3', 'east', false],
    ['east.b3', '', false],
  ])('a hat over “%s” covers “%s”: %s', (path, below, expected) => {
    expect(covers(path, below)).toBe(expected)
  })

  test.each([
    ['the role, here', ann, { role: 'staff', community: 'com_1', path: 'east.b3.s1' }, true],
    ['another role', ann, { role: 'branch', community: 'com_1', path: 'east.b3' }, false],
    ['another community', ann, { role: 'staff', community: 'com_2', path: 'east.b3' }, false],
    ['another place', ann, { role: 'staff', community: 'com_1', path: 'west' }, false],
    ['nobody in person', CLOCK, { role: 'staff', community: 'com_1', path: 'east.b3' }, false],
  ] as const)('holds %s', (_, actor, { role, community, path }, expected) => {
    expect(holds(actor, [role], community, path)).toBe(expected)
  })

  test('two hats do not add up to one', () => {
    const two: Actor = {
      ...ann,
      hats: [
        { ...hat, path: 'west' },
        { ...hat, role: 'branch' },
      ],
    } as Actor
    expect(holds(two, ['staff'], 'com_1', 'east.b3')).toBe(false)
  })

  test('a party is belonged to by hat, never by the lack of one', () => {
    expect(belongsTo(ann, 'pty_1', 'east.b3')).toBe(true)
    expect(belongsTo(ann, 'pty_2', 'east.b3')).toBe(false)
    expect(belongsTo(ann, 'pty_1', 'west')).toBe(false)
    expect(belongsTo(VISITOR, 'pty_1', 'east.b3')).toBe(false)
  })
})

describe('moments', () => {
  const anyMoment = fc.date({ min: new Date('1970-01-01'), max: new Date('2199-01-01'), noInvalidDate: true })

  test('the order of their text is the order of time', () => {
    fc.assert(
      fc.property(anyMoment, anyMoment, (a, b) => {
        expect(toInstant(a) < toInstant(b)).toBe(a.getTime() < b.getTime())
        expect(later(toInstant(a), b.getTime() - a.getTime())).toBe(toInstant(b))
        expect(millis(toInstant(a))).toBe(a.getTime())
      }),
    )
  })

  test('the earliest of none is none', () => {
    expect(earliest([])).toBeNull()
    expect(earliest(['2026-11-18T02:00:00.000Z', '2026-11-17T02:00:00.000Z'])).toBe('2026-11-17T02:00:00.000Z')
  })
})

test('a refusal is a value that nothing else is taken for', () => {
  expect([isRefused(refuse('no')), isRefused(refuse('no', { by: 1 }))]).toEqual([true, true])
  expect([isRefused([]), isRefused(null), isRefused({ events: [] }), isRefused('refused')]).toEqual([
    false,
    false,
    false,
    false,
  ])
  expect(refuse('no')).toEqual({ refused: 'no' })
})
