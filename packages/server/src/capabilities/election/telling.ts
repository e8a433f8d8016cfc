// Everybody of the community hears of roll, vote and result, also whoever is missing on the roll; whom the roster knows to stand on it is told so; those who run it hear of objections and late rulings.
import type { ElectionOccasion } from '@yishi/contract/election-pages'
import { addDays, localDateOf } from '@yishi/domain/calendar'
import { type CommunityId, type ElectionId, type Instant, later } from '@yishi/domain/kernel'
import {
  ELECTION_KEEPERS,
  type Election,
  type ElectionEvent,
  type StandingElection,
  electedIn,
} from '@yishi/domain/secret-election'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../kernel/context.ts'
import type { Transaction } from '../../kernel/database/tables.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { type JobHandlers, oneByOne } from '../../kernel/jobs.ts'
import { type Consequence, enqueue } from '../../kernel/react.ts'
import type { Subject } from '../../kernel/store.ts'
import { everybodyUnder, inEveryLanguage, tellMany, wearersOver } from '../message/index.ts'
import { type Telling, furtherJobs, tellOfFurther } from './further-telling.ts'
import { byPost, outcomesOf } from './list-query.ts'
import { rowOfElection } from './store.ts'

type ToAll = 'roll' | 'near' | 'fixed' | 'voting' | 'result' | 'settled' | 'withdrawn'

const TOLD: Partial<Record<ElectionEvent['type'], ToAll>> = {
  RollPublished: 'roll',
  VotingNear: 'near',
  VotingOpened: 'voting',
  ResultAnnounced: 'result',
  DoubleSettled: 'settled',
  WomanNoted: 'settled',
  NextVoteFixed: 'fixed',
  ElectionWithdrawn: 'withdrawn',
}

/** Which turn, because every one of them is told of. */
const turnIn = (state: Election): number => {
  if ('turn' in state) return state.turn.number
  return 'results' in state ? state.results.length : 0
}

const dayAndPlace = ({ day, place }: { readonly day: string; readonly place: string }): string => `${day} ${place}`

/** What tells apart two of one kind and one turn: a day that was changed, or somebody else who was elected twice. */
const meantBy = (event: ElectionEvent, state: Election): string => {
  if (event.type === 'NextVoteFixed') return dayAndPlace(event)
  if (event.type === 'VotingNear' && state.status === 'short') return state.nextVote!.day
  return event.type === 'DoubleSettled' || event.type === 'WomanNoted' ? event.name : ''
}

export const electionIsTold = (
  { community, id: election }: Subject,
  event: ElectionEvent,
  state: Election,
): readonly Consequence[] => {
  const about = { community, election }
  if (event.type === 'RollObjected')
    return [enqueue('tell-keepers-of-election', { ...about, of: event.objection, due: event.due })]
  if (event.type === 'RulingsOverdue')
    return [enqueue('tell-keepers-of-election', { ...about, of: event.objections.join(' '), due: '' })]
  if (event.type === 'ProxiesLapsed' || event.type === 'FurtherVoteDue' || event.type === 'RecallVoteDue')
    return [tellOfFurther(about, event)]
  if (event.type === 'WomanNoted' && !event.settles) return []
  const told = TOLD[event.type]
  return told
    ? [enqueue('tell-of-election', { ...about, told, turn: String(turnIn(state)), of: meantBy(event, state) })]
    : []
}

const resultIn = (state: StandingElection, turn: number): ElectionOccasion | null => {
  const result = 'results' in state ? state.results[turn - 1] : undefined
  if (!result) return null
  const { open, doubles, void: reason, woman } = result
  if (state.recall) return { told: 'recall', void: reason !== null, members: outcomesOf(result.sections) }
  return {
    told: 'result',
    void: reason !== null,
    elected: byPost(electedIn([result])),
    open,
    doubled: doubles.length > 0,
    woman,
  }
}

type Asked = {
  readonly told: ToAll
  readonly turn: number
  readonly of: string
  readonly listed: boolean
  readonly now: Instant
}

/** Where and when people go to vote: as the roll said, or as it was fixed for the seats left open. */
const voteAhead = (state: StandingElection) => {
  if (state.status === 'published') return { day: state.day, place: state.place }
  return state.status === 'short' ? state.nextVote : null
}

/** Null where there is nothing to tell any more, or not on this day. */
const occasionOf = (state: StandingElection, { told, turn, of, listed, now }: Asked): ElectionOccasion | null => {
  const ahead = voteAhead(state)
  switch (told) {
    case 'roll':
      return state.status === 'published'
        ? { told, ...ahead!, lastDay: localDateOf(later(state.objectionsUntil, -1)), listed }
        : null
    case 'near':
      return ahead && localDateOf(now) === addDays(ahead.day, -1) ? { told, place: ahead.place, listed } : null
    case 'fixed':
      return state.status === 'short' && ahead && of === dayAndPlace(ahead)
        ? { told, day: ahead.day, place: ahead.place }
        : null
    case 'voting':
      return state.status === 'voting' ? { told, place: state.turn.place, again: turn > 1, listed } : null
    case 'result':
    case 'settled':
      return resultIn(state, turn)
    case 'withdrawn':
      return { told }
  }
}

/** Those on the roll whom the roster knows; a name that was pasted is nobody's account. */
const listedIn = ({ community, id }: Subject<ElectionId>) => sql<object>`
  select person_id from app.election_voter
  where community_id = ${community} and election_id = ${id} and person_id is not null and not struck`

/** Everybody of the community, and whoever stands on the roll and has left since. */
const everybodyIn = (subject: Subject<ElectionId>, at: Instant) => sql<object>`
  select person_id from (${everybodyUnder({ community: subject.community, at }, sql`select '' as path`)}) as here
  union ${listedIn(subject)}`

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

const subjectOf = (data: Data): Subject<ElectionId> => ({
  community: data['community'] as CommunityId,
  id: data['election'] as ElectionId,
})

const tellOfElection = async (ctx: Context, { pages }: Telling, data: Data): Promise<void> => {
  const subject = subjectOf(data)
  const [told, turn, of, now] = [data['told'] as ToAll, Number(data['turn']), data['of'] ?? '', ctx.clock.now()]
  await inCommunities(ctx.db, [subject.community], async (trx) => {
    const { state } = await rowOfElection(trx, subject).executeTakeFirstOrThrow()
    if (!(await everHung(trx, subject))) return
    const tell = async (whom: RawBuilder<object>, listed: boolean): Promise<void> => {
      const occasion = occasionOf(state, { told, turn, of, listed, now })
      if (!occasion) return
      await tellMany(trx, whom, {
        community: subject.community,
        // One for both: whoever was told as one of the roll is not told again as one of everybody.
        occasion: [subject.id, told, turn, ...(of ? [of] : [])].join(' '),
        matter: null,
        ...inEveryLanguage((lang) => ({ title: state.title, body: pages.electionSentence(occasion, lang) })),
        link: `/elections/${subject.id}`,
        at: now,
      })
    }
    await tell(listedIn(subject), true)
    await tell(everybodyIn(subject, now), false)
  })
}

/** Nothing where all that was meant has been ruled on meanwhile. */
const tellKeepers = async (ctx: Context, { pages }: Telling, data: Data): Promise<void> => {
  const subject = subjectOf(data)
  const [of, due] = [data['of'] ?? '', data['due'] as Instant | '']
  await inCommunities(ctx.db, [subject.community], async (trx) => {
    const { state } = await rowOfElection(trx, subject).executeTakeFirstOrThrow()
    const { rows } = await sql`select from app.election_objection where community_id = ${subject.community}
      and objection_id = any(${of.split(' ')}::text[]) and ruled_at is null`.execute(trx)
    if (state.status !== 'published' || rows.length === 0) return
    const occasion: ElectionOccasion = due
      ? { told: 'objected', lastDay: localDateOf(later(due, -1)) }
      : { told: 'overdue', objections: rows.length }
    const here = { community: subject.community, at: ctx.clock.now() }
    await tellMany(trx, wearersOver(here, '', ELECTION_KEEPERS), {
      ...here,
      occasion: `${subject.id} ${occasion.told} ${of}`,
      matter: null,
      ...inEveryLanguage((lang) => ({ title: state.title, body: pages.electionSentence(occasion, lang) })),
      link: `/console/elections/${subject.id}`,
    })
  })
}

export const electionJobs = (telling: Telling): JobHandlers => ({
  ...furtherJobs(telling),
  'tell-of-election': oneByOne((ctx, data) => tellOfElection(ctx, telling, data)),
  'tell-keepers-of-election': oneByOne((ctx, data) => tellKeepers(ctx, telling, data)),
})
