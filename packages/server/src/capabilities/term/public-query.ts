// Committees as everybody sees them: names that the result published, the days of the term, and how far the filing is.
import type { CommitteePage, PublicTerm } from '@yishi/contract/term'
import { localDateOf } from '@yishi/domain/calendar'
import type { CommunityId, Instant } from '@yishi/domain/kernel'
import { type StandingTerm, deadlinesOf, sittingIn, termStanding } from '@yishi/domain/term'
import type { Transaction } from '../../kernel/database/tables.ts'
import { communityTitle } from '../territory/index.ts'
import { termsIn } from './file-query.ts'

const SHOWN = ['list-published', 'filed', 'filing-done'] as const
type ShownStep = (typeof SHOWN)[number]
const isShown = (step: string): step is ShownStep => (SHOWN as readonly string[]).includes(step)

const publicTerm = (term: StandingTerm, now: Instant): PublicTerm => {
  const { place, number, committee, from, until, ballots } = term
  const { open, vacancy, powersRest } = termStanding(term, localDateOf(now))
  return {
    place,
    number,
    committee,
    from,
    until,
    members: sittingIn(term).map(({ name }) => name),
    open,
    vacancy,
    powersRest,
    steps: deadlinesOf(term).flatMap(({ step, due, done }) => (isShown(step) ? [{ step, due, done }] : [])),
    polls: ballots,
  }
}

export const committeePage = async (trx: Transaction, community: CommunityId, now: Instant): Promise<CommitteePage> => {
  const terms = await termsIn(trx, community)
  return {
    community: await communityTitle(trx, community),
    running: terms.filter(({ status }) => status === 'running').map((term) => publicTerm(term, now)),
    over: terms
      .filter(({ status }) => status === 'over')
      .map(({ place, number, from, until }) => ({ place, number, from, until })),
    asOf: now,
  }
}
