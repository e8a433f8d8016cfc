// Everybody of the community hears when the roll hangs, when the vote begins, and what came out: also whoever is missing on the roll, who may still say so.
import type { ElectionOccasion } from '@yishi/contract/election'
import type { PagesModule } from '@yishi/contract/pages'
import { localDateOf } from '@yishi/domain/calendar'
import { type CommunityId, type ElectionId, later } from '@yishi/domain/kernel'
import type { Election, ElectionEvent, StandingElection } from '@yishi/domain/secret-election'
import { sql } from 'kysely'
import type { Context } from '../../kernel/context.ts'
import type { Transaction } from '../../kernel/database/tables.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { type JobHandlers, oneByOne } from '../../kernel/jobs.ts'
import { type Consequence, enqueue } from '../../kernel/react.ts'
import type { Subject } from '../../kernel/store.ts'
import { tellMany } from '../message/index.ts'
import { rowOfElection } from './store.ts'

type Told = ElectionOccasion['told']

const TOLD: Partial<Record<ElectionEvent['type'], Told>> = {
  RollPublished: 'roll',
  VotingOpened: 'voting',
  ResultAnnounced: 'result',
  ElectionWithdrawn: 'withdrawn',
}

/** Which turn, because every one of them is told of. */
const turnIn = (state: Election): number => {
  if ('turn' in state) return state.turn
  return 'results' in state ? state.results.length : 0
}

export const electionIsTold = (
  { community, id: election }: Subject,
  { type }: ElectionEvent,
  state: Election,
): readonly Consequence[] => {
  const told = TOLD[type]
  return told ? [enqueue('tell-of-election', { community, election, told, turn: String(turnIn(state)) })] : []
}

const namesOf = ({ candidates }: StandingElection, keys: readonly string[]): readonly string[] =>
  candidates.filter(({ key }) => keys.includes(key)).map(({ name }) => name)

const resultIn = (state: StandingElection, turn: number): ElectionOccasion | null => {
  const result = 'results' in state ? state.results[turn - 1] : undefined
  if (!result) return null
  return { told: 'result', void: result.void !== null, elected: namesOf(state, result.elected), open: result.open }
}

/** Null where there is nothing to tell any more. */
const occasionOf = (state: StandingElection, told: Told, turn: number): ElectionOccasion | null => {
  const { day, place } = state
  switch (told) {
    case 'roll':
      return state.status === 'published'
        ? { told, day, place, lastDay: localDateOf(later(state.objectionsUntil, -1)) }
        : null
    case 'voting':
      return state.status === 'voting' ? { told, place, again: turn > 1 } : null
    case 'result':
      return resultIn(state, turn)
    case 'withdrawn':
      return { told }
  }
}

/** Who lives, works or owns something there. */
const everybodyIn = (community: CommunityId) => sql<object>`
  select person_id from app.membership where community_id = ${community} and ends is null
  union select person_id from app.ownership where community_id = ${community}`

/** A draft that is taken back was seen by nobody. */
const everHung = async (trx: Transaction, { community, id }: Subject<ElectionId>): Promise<boolean> => {
  const found = await trx
    .selectFrom('election_voter')
    .select('voter_id')
    .where('community_id', '=', community)
    .where('election_id', '=', id)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

type Data = Readonly<Record<string, string>>
type Telling = { readonly pages: Pick<PagesModule, 'electionSentence'> }

const tellOfElection = async (ctx: Context, { pages }: Telling, data: Data): Promise<void> => {
  const subject = { community: data['community'] as CommunityId, id: data['election'] as ElectionId }
  const [told, turn] = [data['told'] as Told, Number(data['turn'])]
  await inCommunities(ctx.db, [subject.community], async (trx) => {
    const { state } = await rowOfElection(trx, subject).executeTakeFirstOrThrow()
    const occasion = occasionOf(state, told, turn)
    if (!occasion || !(await everHung(trx, subject))) return
    await tellMany(trx, everybodyIn(subject.community), {
      community: subject.community,
      occasion: `${subject.id} ${told} ${turn}`,
      matter: null,
      title: state.title,
      body: pages.electionSentence(occasion, 'zh'),
      link: `/elections/${subject.id}`,
      at: ctx.clock.now(),
    })
  })
}

export const electionJobs = (telling: Telling): JobHandlers => ({
  'tell-of-election': oneByOne((ctx, data) => tellOfElection(ctx, telling, data)),
})
