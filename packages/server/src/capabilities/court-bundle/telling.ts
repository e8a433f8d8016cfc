// Whoever asked for a bundle hears when it is ready, or that it could not be made and why; and what else follows from one.
import type { BundleOccasion } from '@yishi/contract/court-bundle'
import type { PagesModule } from '@yishi/contract/pages'
import type { CourtBundleEvent } from '@yishi/domain/court-bundle'
import type { CourtBundleId } from '@yishi/domain/kernel'
import type { Selectable } from 'kysely'
import type { Context } from '../../kernel/context.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { type Consequence, enqueue } from '../../kernel/react.ts'
import type { Subject } from '../../kernel/store.ts'
import { inEveryLanguage, onePerson, tellMany } from '../message/index.ts'
import { rowOfPoll } from '../poll/index.ts'
import { rowOfBundle } from './store.ts'
import type { CourtBundleRow } from './tables.ts'

export const bundleIsFollowed = (
  { community, id: bundle }: Subject,
  { type }: CourtBundleEvent,
): readonly Consequence[] => {
  const job = (kind: string) => enqueue(kind, { community, bundle })
  switch (type) {
    case 'CourtBundleAsked':
      return [job('make-court-bundle')]
    case 'CourtBundleReady':
      return [job('tell-of-court-bundle')]
    case 'CourtBundleFailed':
      return [job('tell-of-court-bundle'), job('remove-court-bundle')]
    case 'CourtBundleEnded':
      return [job('remove-court-bundle')]
    case 'CourtBundleMade':
    case 'CourtBundleTaken':
      return []
  }
}

export type Telling = { readonly pages: Pick<PagesModule, 'courtBundleSentence'> }

/** A bundle that has gone since is told of no more. */
const occasionOf = ({ status, goes_at: goesAt, why }: Selectable<CourtBundleRow>): BundleOccasion | null => {
  if (status === 'ready' && goesAt) return { told: 'ready', goesAt }
  if (status === 'failed' && (why === 'disk-full' || why === 'result-missing' || why === 'broken'))
    return { told: 'failed', why }
  return null
}

export const tellOfBundle = (ctx: Context, { pages }: Telling, subject: Subject<CourtBundleId>): Promise<void> =>
  inCommunities(ctx.db, [subject.community], async (trx) => {
    const row = await rowOfBundle(trx, subject).executeTakeFirstOrThrow()
    const occasion = occasionOf(row)
    if (!occasion) return
    const { community } = subject
    const poll = await rowOfPoll(trx, { community, id: row.poll_id }).executeTakeFirstOrThrow()
    await tellMany(trx, onePerson(row.person_id), {
      community,
      occasion: `${subject.id} ${occasion.told}`,
      matter: poll.matter_id,
      ...inEveryLanguage((lang) => pages.courtBundleSentence(occasion, poll.question.text, lang)),
      link: `/console/polls/${row.poll_id}`,
      at: ctx.clock.now(),
    })
  })
