import { expect, test } from 'vitest'
import { type Actor, type Hat, isRefused } from '../kernel/index.ts'
import { type BundledPoll, courtBundleEntry, courtBundles, manifestSchema } from './index.ts'

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
const taken = { files: 12, bytes: 34_567, manifest: 'ab'.repeat(32) }
const meta = { now: '2026-11-28T00:00:00.000Z', ids: (prefix: string) => `${prefix}_1` } as never
const take = (of: Partial<BundledPoll>, actor: Actor = wearing({})) =>
  courtBundles.decide({ status: 'absent' }, { type: 'TakeCourtBundle', of: { ...poll, ...of }, ...taken }, {
    ...(meta as object),
    actor,
  } as never)

test.each([
  [wearing({}), true],
  [wearing({ role: 'owners-committee' }), true],
  [wearing({ path: 'G1' }), true],
  [wearing({ path: 'G2' }), false],
  [wearing({ community: 'com_b' }), false],
  [wearing({ role: 'branch' }), false],
  [{ kind: 'visitor' } as Actor, false],
])('only who counts the vote takes its bundle', (actor, allowed) => {
  const answer = take({}, actor)
  expect(answer).toMatchObject(
    allowed
      ? { events: [{ type: 'CourtBundleTaken', poll: 'pol_1', by: 'per_a', ...taken }] }
      : { refused: 'not-your-poll' },
  )
})

test.each(['draft', 'announced', 'open', 'closed', 'counting', 'withdrawn'] as const)(
  'of a vote that is %s there is none: nobody learns before the result who chose what',
  (status) => expect(take({ status })).toEqual({ refused: 'result-missing' }),
)

test('a preliminary result may be taken to court too; a poll without units has no registers', () => {
  expect(isRefused(take({ status: 'preliminary' }))).toBe(false)
  expect(take({ ofUnits: false })).toEqual({ refused: 'way-unfit' })
})

test('R3.10: the ledger keeps the digest of the list of files, and no word of what is in them', () => {
  const entry = courtBundleEntry.CourtBundleTaken({ type: 'CourtBundleTaken', poll: 'pol_1', by: 'per_a', ...taken })
  expect(entry).toEqual({ facts: { poll: 'pol_1', ...taken }, sealed: {} })
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
