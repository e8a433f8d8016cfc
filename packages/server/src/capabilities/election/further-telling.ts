// Before a further vote: whoever has no proxy any more hears it, those who run the election hear how many and what to do, and that the last day for open seats, or for a recall, comes near.
import type { ElectionOccasion } from '@yishi/contract/election-pages'
import type { PagesModule } from '@yishi/contract/pages'
import { type LocalDate, addDays, localDateOf } from '@yishi/domain/calendar'
import type { CommunityId, ElectionId } from '@yishi/domain/kernel'
import {
  ELECTION_KEEPERS,
  type ElectionEvent,
  type StandingElection,
  proxyDaysBefore,
} from '@yishi/domain/secret-election'
import type { RawBuilder } from 'kysely'
import type { Context } from '../../kernel/context.ts'
import type { Transaction } from '../../kernel/database/tables.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { type JobHandlers, oneByOne } from '../../kernel/jobs.ts'
import { type Consequence, enqueue } from '../../kernel/react.ts'
import type { Subject } from '../../kernel/store.ts'
import { inEveryLanguage, onePerson, tellMany, wearersOver } from '../message/index.ts'
import { principalsAmong } from './proxy-query.ts'
import { rowOfElection } from './store.ts'

export type Telling = { readonly pages: Pick<PagesModule, 'electionSentence'> }

type About = { readonly community: string; readonly election: string }
type Further = Extract<ElectionEvent, { type: 'ProxiesLapsed' | 'FurtherVoteDue' | 'RecallVoteDue' }>

export const tellOfFurther = (about: About, event: Further): Consequence =>
  event.type === 'ProxiesLapsed'
    ? enqueue('tell-lapsed-proxies', {
        ...about,
        of: event.lapsed.map(({ principal }) => principal).join(' '),
        reason: event.reason,
      })
    : enqueue('tell-further-vote-due', {
        ...about,
        by: event.by,
        late: event.late ? 'late' : '',
        told: event.type === 'RecallVoteDue' ? 'recall-due' : 'further',
      })

type Data = Readonly<Record<string, string>>
type At = { readonly trx: Transaction; readonly state: StandingElection; readonly subject: Subject<ElectionId> }

const inElection = (ctx: Context, data: Data, run: (at: At) => Promise<void>): Promise<void> => {
  const subject = { community: data['community'] as CommunityId, id: data['election'] as ElectionId }
  return inCommunities(ctx.db, [subject.community], async (trx) => {
    const { state } = await rowOfElection(trx, subject).executeTakeFirstOrThrow()
    await run({ trx, state, subject })
  })
}

type Saying = {
  readonly ctx: Context
  readonly pages: Telling['pages']
  readonly whom: RawBuilder<object>
  readonly link: string
  /** Tells apart two of one kind. */
  readonly of: string
}

const say = ({ trx, state, subject }: At, { ctx, pages, whom, link, of }: Saying, occasion: ElectionOccasion) =>
  tellMany(trx, whom, {
    community: subject.community,
    occasion: [subject.id, occasion.told, of].join(' '),
    matter: null,
    ...inEveryLanguage((lang) => ({ title: state.title, body: pages.electionSentence(occasion, lang) })),
    link,
    at: ctx.clock.now(),
  })

const voteAhead = (state: StandingElection): { readonly day: LocalDate; readonly place: string } | null => {
  if (state.status === 'short') return state.nextVote
  if (state.status === 'voting') return state.turn
  return state.status === 'published' ? state : null
}

/** The last day on which another proxy is arranged; null where it is over. */
const lastDayFor = (state: StandingElection, day: LocalDate, today: LocalDate): LocalDate | null => {
  const last = addDays(day, -proxyDaysBefore(state))
  return last < today ? null : last
}

const tellLapsed = (ctx: Context, { pages }: Telling, data: Data): Promise<void> =>
  inElection(ctx, data, async (at) => {
    const { trx, state, subject } = at
    const now = ctx.clock.now()
    const ahead = voteAhead(state)
    const principals = await principalsAmong(trx, subject, (data['of'] ?? '').split(' '))
    if (!ahead || principals.length === 0) return
    const until = lastDayFor(state, ahead.day, localDateOf(now))
    const vote = { day: ahead.day, place: ahead.place, until }
    for (const { voter, person, holder } of principals) {
      const saying = {
        ctx,
        pages,
        whom: onePerson(person),
        link: `/elections/${subject.id}`,
        of: `${voter} ${ahead.day}`,
      }
      await say(at, saying, { told: 'lapsed', holder, reason: data['reason'] ?? '', ...vote })
    }
    const here = { community: subject.community, at: now }
    const unreached = principals.filter(({ person }) => person === null).length
    await say(
      at,
      {
        ctx,
        pages,
        whom: wearersOver(here, '', ELECTION_KEEPERS),
        link: `/console/elections/${subject.id}`,
        of: principals.map(({ voter }) => voter).join(' '),
      },
      { told: 'lapsed-desk', principals: principals.length, unreached, until },
    )
  })

const WAITS = { 'recall-due': 'draft', further: 'short' } as const

/** Nothing where a day was fixed or a roll hung meanwhile, or the seats were left open. */
const tellDue = (ctx: Context, { pages }: Telling, data: Data): Promise<void> =>
  inElection(ctx, data, async (at) => {
    const { state, subject } = at
    const late = data['late'] === 'late'
    const told = data['told'] === 'recall-due' ? 'recall-due' : 'further'
    if (state.status !== WAITS[told] || (state.status === 'short' && !late && state.nextVote)) return
    const by = data['by'] as LocalDate
    const here = { community: subject.community, at: ctx.clock.now() }
    const whom = wearersOver(here, '', ELECTION_KEEPERS)
    const link = `/console/elections/${subject.id}`
    await say(at, { ctx, pages, whom, link, of: `${by} ${data['late']}` }, { told, by, late })
  })

export const furtherJobs = (telling: Telling): JobHandlers => ({
  'tell-lapsed-proxies': oneByOne((ctx, data) => tellLapsed(ctx, telling, data)),
  'tell-further-vote-due': oneByOne((ctx, data) => tellDue(ctx, telling, data)),
})
