// Everybody on the list of a round hears when it opens, when it has a result, and when it is taken back; and whose ballot was noted, of that.
import type { BudgetOccasion } from '@yishi/contract/budget'
import type { PagesModule } from '@yishi/contract/pages'
import type { BudgetBallotEvent, RoundEvent } from '@yishi/domain/budget'
import type { BudgetId, CommunityId } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import type { Context } from '../../kernel/context.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { type JobHandlers, oneByOne } from '../../kernel/jobs.ts'
import { type Consequence, enqueue } from '../../kernel/react.ts'
import type { Subject } from '../../kernel/store.ts'
import { inEveryLanguage, tellMany } from '../message/index.ts'
import { rowOfRound } from './store.ts'

type Told = BudgetOccasion['told']
const TOLD: Partial<Record<RoundEvent['type'], Told>> = {
  RoundOpened: 'opened',
  RoundDecided: 'decided',
  RoundWithdrawn: 'withdrawn',
}

export const roundIsTold = ({ community, id: budget }: Subject, { type }: RoundEvent): readonly Consequence[] => {
  const told = TOLD[type]
  return told ? [enqueue('tell-of-round', { community, budget, told })] : []
}

/** Whoever has not said it themselves hears what was taken down in their name. */
export const noteIsTold = ({ community }: Subject, event: BudgetBallotEvent): readonly Consequence[] => {
  if (event.type !== 'BudgetBallotNoted') return []
  const { budget, voter, number } = event
  return [enqueue('tell-of-round', { community, budget, told: 'noted', voter, number: String(number) })]
}

type Data = Readonly<Record<string, string>>
type Telling = { readonly pages: Pick<PagesModule, 'budgetSentence'> }

/** A round that was never opened has no list, and nobody is told. */
const tellOfRound = async (ctx: Context, { pages }: Telling, data: Data): Promise<void> => {
  const [community, budget] = [data['community'] as CommunityId, data['budget'] as BudgetId]
  const told = data['told'] as Told
  await inCommunities(ctx.db, [community], async (trx) => {
    const { title, last_day: lastDay } = await rowOfRound(trx, { community, id: budget }).executeTakeFirstOrThrow()
    const voter = data['voter'] ?? null
    const listed = sql<object>`
      select person_id from app.budget_voter where community_id = ${community} and budget_id = ${budget}
        and (${voter}::text is null or voter_id = ${voter})`
    await tellMany(trx, listed, {
      community,
      occasion: [budget, told, data['number']].filter(Boolean).join(' '),
      matter: null,
      ...inEveryLanguage((lang) => ({
        title,
        body: pages.budgetSentence(told === 'opened' ? { told, lastDay } : { told }, lang),
      })),
      link: `/budgets/${budget}`,
      at: ctx.clock.now(),
    })
  })
}

export const budgetJobs = (telling: Telling): JobHandlers => ({
  'tell-of-round': oneByOne((ctx, data) => tellOfRound(ctx, telling, data)),
})
