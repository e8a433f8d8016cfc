// A poll as anyone may see it: question, rule, how many took part, and the result with its arithmetic; never who, never what (R3.10).
import type { PollPage, PollSheet, Standing } from '@yishi/contract/poll-page'
import type { Actor, CommunityId, PollId } from '@yishi/domain/kernel'
import { maskText } from '@yishi/domain/privacy'
import { amountOfVoters, choicesOf, countsFor, isPreference, rankedClaimOf } from '@yishi/domain/poll'
import { sql } from 'kysely'
import type { Database, Transaction } from '../../kernel/database/tables.ts'
import { inCommunities, readIn } from '../../kernel/database/tenancy.ts'
import { finderBy } from '../../kernel/finding.ts'
import { sharedReading } from '../../kernel/shared-reading.ts'
import type { Subject } from '../../kernel/store.ts'
import { type Lane, readTogether } from '../../kernel/together.ts'
import { POLL_LISTS, rowOnList } from '../same-person/index.ts'
import { communityTitle } from '../territory/index.ts'
import { agendaAround } from './public-agenda.ts'
import { type Own, askerKey, askerOf, ballotsOfMany, countedOf, ownBallots } from './ballot-query.ts'
import { resultOf } from './result.ts'
import { rowOfPoll } from './store.ts'

/** Null for an address that leads nowhere. */
export const findPoll = finderBy<PollId>('community_of_poll')

type Shown = Omit<PollSheet, 'url'>
type About = { code: string; title: string; publicity: string }

const matterOf = async (trx: Transaction, community: CommunityId, matter: string): Promise<About> => {
  const { rows } = await sql<About>`select code, title, publicity from app.matter
    where community_id = ${community} and matter_id = ${matter}`.execute(trx)
  return rows[0]!
}

/** How many have voted, of how many: asked by everybody who opens the page. */
export const countedNow = sharedReading(countedOf)

type Looking = {
  readonly listed: boolean
  readonly asOf: string
  readonly counted: Awaited<ReturnType<typeof countedOf>>
}

/** A draft is nobody's business yet; a poll of a closed matter is for its voters alone. */
export const readShown = async (
  trx: Transaction,
  subject: Subject<PollId>,
  { listed, asOf, counted: { cast, of } }: Looking,
): Promise<Shown | null> => {
  const row = await rowOfPoll(trx, subject).executeTakeFirst()
  if (!row || row.status === 'draft' || (row.opened_at === null && row.status !== 'announced')) return null
  const { code, title, publicity } = await matterOf(trx, subject.community, row.matter_id)
  if (publicity === 'closed' && !listed) return null
  return {
    poll: row.poll_id,
    community: await communityTitle(trx, subject.community),
    matter: { code, title: maskText(title) },
    question: row.question,
    rule: row.rule,
    status: row.status,
    turnout: row.way === 'ballots' ? { cast, of } : null,
    totals: row.totals,
    assembly: row.assembly,
    result: resultOf(row),
    agenda: await agendaAround(trx, row),
    lots: row.lots?.order ?? null,
    openedAt: row.opened_at ?? row.assembly!.opensAt,
    decidedAt: row.decided_at,
    digest: row.digest,
    asOf,
  }
}

type Named = { readonly own: readonly Own[]; readonly actor: Actor }

/** Most have one row, or none under any name. */
const isSettled = (own: readonly Own[]): boolean => own.length > 0 && !own.some(({ shared }) => shared)

/** Under the row of the list that their account votes by, where it is not the one that they go by now. */
const underOtherName = async (trx: Transaction, subject: Subject<PollId>, { own, actor }: Named): Promise<Named> => {
  if (actor.kind !== 'person' || isSettled(own)) return { own, actor }
  const person = await rowOnList(trx, POLL_LISTS, subject, actor.person)
  if (person === null || person === actor.person) return { own, actor }
  return { own: await ownBallots(trx, subject, person), actor: { ...actor, person } }
}

export const ownIn = async (trx: Transaction, subject: Subject<PollId>, actor: Actor): Promise<readonly Own[]> => {
  const own = actor.kind === 'person' ? await ownBallots(trx, subject, actor.person) : []
  return (await underOtherName(trx, subject, { own, actor })).own
}

const owns = readTogether(async (askers: readonly string[], { owner, name }: Lane<Database>) => {
  const community = name as CommunityId
  return readIn(owner, [community], (trx) => ballotsOfMany(trx, community, askers.map(askerOf)))
})

/** As `ownIn`, for those who vote, and as whom: read once for all who vote at this moment. */
export const ownNow = async (db: Database, subject: Subject<PollId>, actor: Actor): Promise<Named> => {
  if (actor.kind !== 'person') return { own: [], actor }
  const { community, id } = subject
  const own = (await owns({ owner: db, name: community }, askerKey(id, actor.person))) ?? []
  if (isSettled(own)) return { own, actor }
  return inCommunities(db, [community], (trx) => underOtherName(trx, subject, { own, actor }))
}

export const castable = (own: readonly Own[]): readonly Own[] => own.filter(({ mine }) => mine)

export const standingOf = ({ status, turnout }: Shown, actor: Actor, own: readonly Own[]): Standing => {
  const mine = castable(own)
  if (mine.length > 0 && mine.every(({ choice }) => choice !== null)) return 'has-voted'
  if (status === 'announced') return 'soon'
  if (status !== 'open') return 'over'
  if (turnout === null) return 'in-hall'
  if (actor.kind !== 'person') return 'sign-in'
  if (own.length === 0) return 'not-listed'
  return mine.length > 0 ? 'may-vote' : 'co-owner'
}

/** What all of one's ballots say; null where one is still blank, or where they differ. */
export const mineOf = (own: readonly Own[]): PollPage['mine'] => {
  const [first, ...others] = castable(own)
  if (!first?.choice) return null
  const alike = others.every(({ choice }) => choice?.join() === first.choice?.join())
  return alike ? { choice: first.choice, noted: first.noted } : null
}

/** The units that one owns, each with what it weighs and how its ballot stands. */
export const unitsOf = (own: readonly Own[]): PollPage['units'] =>
  own.flatMap(({ ballot, name, area, choice, noted, mine, by, owners }) =>
    area === null
      ? []
      : [{ ballot, name, area, choice: mine ? choice : null, cast: choice !== null, noted, mine, by, owners }],
  )

export const weightOf = (own: readonly Own[]): PollPage['weight'] => {
  const units = own.filter(({ area }) => area !== null && area !== '')
  if (units.length === 0) return null
  const voters = units.map(({ head, area }) => ({ head, zone: '', amounts: { area: area! } }))
  const { heads, area } = amountOfVoters(voters, { measures: ['heads', 'area'] })
  return { heads: heads!, area: area! }
}

/** What `yishi rank FILE` reads where the question ranks or scores, else `yishi tally FILE`: one claim, or one for each option; null while there is nothing to check. */
export const tallyFileOf = ({ poll, result, question, rule, totals: electorate, assembly, lots }: Shown) => {
  if (!result) return null
  const { figures } = result
  if (isPreference(question))
    return rankedClaimOf({ question, figures, measure: rule.measures[0]!, ties: rule.ties ?? 'lot', lots })
  if (question.type === 'candidates') {
    const regime = assembly?.regime ?? 'strict'
    return { format: 'yishi-election/1', poll, rule, regime, question, electorate, figures }
  }
  const claims = choicesOf(question).map((choice) => ({
    ...(question.type === 'for-against' ? {} : { option: choice }),
    rule,
    regime: assembly?.regime ?? 'strict',
    electorate,
    counts: countsFor(rule, figures, choice),
    ...(figures.zones && { zones: figures.zones }),
  }))
  return question.type === 'for-against' ? claims[0]! : claims
}
