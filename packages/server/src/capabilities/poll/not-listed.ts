// Why somebody who is signed in does not stand on the list of a poll, and what they can do: their claim to a home waits, or they came after the list was fixed.
import type { PollPage } from '@yishi/contract/poll-page'
import { TAKING_PART } from '@yishi/domain/budget'
import type { Instant, PersonId, PollId } from '@yishi/domain/kernel'
import type { ElectorateKind } from '@yishi/domain/poll'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'
import { claimWaits } from '../identity/index.ts'
import { wornSince } from '../territory/index.ts'

/** Whom signing up would have made one of those asked. */
const OF_RESIDENTS: readonly ElectorateKind[] = ['residents', 'households']

type Asking = {
  readonly shown: Pick<PollPage, 'rule' | 'openedAt'>
  readonly person: PersonId
  readonly now: Instant
}

export const whyNotListed = async (
  trx: Transaction,
  subject: Subject<PollId>,
  { shown: { rule, openedAt }, person, now }: Asking,
): Promise<'unconfirmed' | 'came-later' | null> => {
  const here = { community: subject.community, person }
  if (rule.electorate === 'owners') return (await claimWaits(trx, here)) ? 'unconfirmed' : null
  if (!OF_RESIDENTS.includes(rule.electorate)) return null
  // Of whoever signs up nobody knows where they live: the whole community is looked at.
  const since = await wornSince(trx, here, { roles: TAKING_PART, path: '', now })
  return since !== null && since > openedAt ? 'came-later' : null
}
