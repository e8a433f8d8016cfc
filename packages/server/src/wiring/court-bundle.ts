// What a court bundle moves, and what moves it: its jobs, the older one that it replaces, and a result that is taken back.
import type { PollId } from '@yishi/domain/kernel'
import { bundleIsFollowed, bundlesOf, courtBundle } from '../capabilities/court-bundle/index.ts'
import { poll } from '../capabilities/poll/index.ts'
import { type Reaction, follow, on } from '../kernel/react.ts'

/** Of one vote one archive lies here. */
const replaced = on(courtBundle, async ({ trx, subject: { community, id }, event }) => {
  if (event.type !== 'CourtBundleReady') return []
  const all = await bundlesOf(trx, { community, id: event.poll }, ['ready'])
  return all
    .filter((each) => each !== id)
    .map((each) => follow(courtBundle, { community, id: each }, { type: 'EndCourtBundle', why: 'replaced' }))
})

/** It would tell of a result that is no longer one. */
const takenBack = on(poll, async ({ trx, subject: { community, id }, event }) => {
  if (event.type !== 'RecountOrdered' && event.type !== 'PollWithdrawn') return []
  const all = await bundlesOf(trx, { community, id: id as PollId }, ['asked', 'ready'])
  return all.map((each) =>
    follow(courtBundle, { community, id: each }, { type: 'EndCourtBundle', why: 'result-missing' }),
  )
})

export const courtBundleReactions: readonly Reaction[] = [
  on(courtBundle, ({ subject, event }) => bundleIsFollowed(subject, event)),
  replaced,
  takenBack,
]
