import { describe, expect, test } from 'vitest'
import { type Actor, CLOCK, type Hat, type Instant, isRefused } from '../kernel/index.ts'
import {
  type BundledPoll,
  type CourtBundle,
  type CourtBundleCommand,
  courtBundleEntry,
  courtBundles,
  manifestSchema,
} from './index.ts'

const wearing = (hat: Partial<Hat>): Actor => ({
  kind: 'person',
  person: 'per_a',
  hats: [{ role: 'staff', community: 'com_a', path: '', party: null, ...hat }],
})
const poll: BundledPoll = {
  id: 'pol_1',
  community: 'com_a',
  path: 'G1',
  status: 'decided',
  tellers: ['staff', 'owners-committee'],
  ofUnits: true,
}
const listed = { files: 12, bytes: 34_567, manifest: 'ab'.repeat(32) }
const NOW = '2026-11-28T00:00:00.000Z'
const WEEK_LATER = '2026-12-05T00:00:00.000Z'
const STATES = {
  absent: { status: 'absent' },
  asked: { status: 'asked', poll: 'pol_1', listed: null },
  listed: { status: 'asked', poll: 'pol_1', listed },
  ready: { status: 'ready', poll: 'pol_1', listed, goesAt: WEEK_LATER },
  failed: { status: 'failed', poll: 'pol_1' },
  gone: { status: 'gone', poll: 'pol_1' },
} as const satisfies Record<string, CourtBundle>
type Given = { of?: Partial<BundledPoll>; actor?: Actor; now?: Instant }

const decide = (state: CourtBundle, command: CourtBundleCommand, { actor = CLOCK, now = NOW }: Given = {}) =>
  courtBundles.decide(state, command, { actor, now, ids: (prefix: string) => `${prefix}_1` } as never)
const ask = ({ of, ...given }: Given = {}) =>
  decide(
    STATES.absent,
    { type: 'AskForCourtBundle', of: { ...poll, ...of }, lang: 'zh' },
    { actor: wearing({}), ...given },
  )
const take = (state: CourtBundle, { of, ...given }: Given = {}) =>
  decide(state, { type: 'TakeCourtBundle', of: { ...poll, ...of } }, { actor: wearing({}), ...given })

describe.each([
  ['asks for', ask, { type: 'CourtBundleAsked', poll: 'pol_1', by: 'per_a', lang: 'zh' }],
  [
    'takes',
    (given: Given) => take(STATES.ready, given),
    { type: 'CourtBundleTaken', poll: 'pol_1', by: 'per_a', ...listed },
  ],
] as const)('whoever %s a bundle', (_, act, event) => {
  test.each([
    [wearing({}), true],
    [wearing({ role: 'owners-committee' }), true],
    [wearing({ path: 'G1' }), true],
    [wearing({ path: 'G2' }), false],
    [wearing({ community: 'com_b' }), false],
    [wearing({ role: 'branch' }), false],
    [{ kind: 'visitor' } as Actor, false],
    [CLOCK, false],
  ])('counts the vote', (actor, allowed) =>
    expect(act({ actor })).toMatchObject(allowed ? { events: [event] } : { refused: 'not-your-poll' }),
  )

  test.each(['draft', 'announced', 'open', 'closed', 'counting', 'withdrawn'] as const)(
    'gets none of a vote that is %s: nobody learns before the result who chose what',
    (status) => expect(act({ of: { status } })).toEqual({ refused: 'result-missing' }),
  )

  test('gets one of a preliminary result too; a poll without units has no registers', () => {
    expect(isRefused(act({ of: { status: 'preliminary' } }))).toBe(false)
    expect(act({ of: { ofUnits: false } })).toEqual({ refused: 'way-unfit' })
  })
})

describe('a bundle', () => {
  const list = (of: Partial<BundledPoll> = {}, state: CourtBundle = STATES.asked) =>
    decide(state, { type: 'ListCourtBundle', of: { ...poll, ...of }, ...listed })

  test('is listed in the ledger before it can be finished, and not of a result that was taken back', () => {
    expect(list()).toMatchObject({
      events: [{ type: 'CourtBundleMade', poll: 'pol_1', ...listed }],
      state: STATES.listed,
    })
    expect(list({ status: 'counting' })).toEqual({ refused: 'result-missing' })
    const finish = { type: 'FinishCourtBundle', name: 'a.zip', size: 9 } as const
    expect(decide(STATES.asked, finish)).toEqual({ refused: 'bundle-unready' })
    expect(decide(STATES.listed, finish)).toMatchObject({ state: STATES.ready })
  })

  test('that is begun anew has another list', () => {
    const other = { ...listed, manifest: 'cd'.repeat(32) }
    expect(decide(STATES.listed, { type: 'ListCourtBundle', of: poll, ...other })).toMatchObject({
      state: { status: 'asked', listed: other },
    })
  })

  test('can be taken until the last moment of its week, and not after it', () => {
    expect(isRefused(take(STATES.ready, { now: '2026-12-04T23:59:59.999Z' }))).toBe(false)
    expect(take(STATES.ready, { now: WEEK_LATER })).toEqual({ refused: 'bundle-gone' })
    expect(take(STATES.ready)).toMatchObject({ state: STATES.ready })
  })

  test.each([
    ['asked', 'bundle-unready'],
    ['listed', 'bundle-unready'],
    ['failed', 'bundle-failed'],
    ['gone', 'bundle-gone'],
  ] as const)('that is %s is not there, and whoever may not take it learns no more than that', (status, refused) => {
    expect(take(STATES[status])).toEqual({ refused })
    expect(take(STATES[status], { actor: wearing({ role: 'resident' }) })).toEqual({ refused: 'not-your-poll' })
  })

  test('ends with the result that it tells: one that is made fails, one that is ready goes', () => {
    const end = { type: 'EndCourtBundle', why: 'result-missing' } as const
    expect(decide(STATES.listed, end)).toMatchObject({ events: [{ type: 'CourtBundleFailed', why: 'result-missing' }] })
    expect(decide(STATES.ready, end)).toMatchObject({ events: [{ type: 'CourtBundleEnded', why: 'result-missing' }] })
    expect(decide(STATES.gone, end)).toMatchObject({ refused: 'not-in-this-state' })
  })
})

test('R3.10: the ledger keeps the digest of the list of files, when it is made and when it is taken, and no word of what is in them', () => {
  const kept = { facts: { poll: 'pol_1', ...listed }, sealed: {} }
  expect(courtBundleEntry.CourtBundleMade({ type: 'CourtBundleMade', poll: 'pol_1', ...listed })).toEqual(kept)
  const taken = { type: 'CourtBundleTaken', poll: 'pol_1', by: 'per_a', ...listed } as const
  expect(courtBundleEntry.CourtBundleTaken(taken)).toEqual(kept)
})

test.each(['../roster.csv', '/etc/passwd', 'data/../../x', 'a//b', '.hidden', ''])(
  'a list names no file outside of its folder: %s',
  (path) => {
    const manifest = {
      format: 'yishi-court-bundle/1',
      bundle: 'cbn_1',
      poll: 'pol_1',
      takenAt: '',
      files: [{ path, bytes: 1, sha256: 'ab'.repeat(32) }],
    }
    expect(manifestSchema.safeParse(manifest).success).toBe(false)
    expect(
      manifestSchema.safeParse({ ...manifest, files: [{ ...manifest.files[0], path: 'data/poll.json' }] }).success,
    ).toBe(true)
  },
)
