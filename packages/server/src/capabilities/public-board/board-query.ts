// Everything that a community shows to everybody at once; a capability that has something to show adds its source here.
import type { Bulletin, NowCard, PublicBoard } from '@yishi/contract/public-board'
import { startOfDay } from '@yishi/domain/calendar'
import type { CommunityId, Instant } from '@yishi/domain/kernel'
import type { Transaction } from '../../kernel/database/tables.ts'
import { alertsAt } from '../alert/index.ts'
import { runningBudgets } from '../budget/index.ts'
import { runningDraws } from '../draw/index.ts'
import { electionsAhead } from '../election/index.ts'
import { onCallAt } from '../duty/index.ts'
import { dueToday, monthFigures, openMatters, publicLights } from '../matter/index.ts'
import { meetingNow, meetingsAhead } from '../meeting/index.ts'
import { runningNotices } from '../notice/index.ts'
import { openPolls } from '../poll/index.ts'
import { communityTitle } from '../territory/index.ts'

type Source<Shown> = (trx: Transaction, community: CommunityId, now: Instant) => Promise<Shown>

/** Large on the left: the first that has something to say; the matters due today come last, and always do. */
const NOW_SOURCES: readonly Source<NowCard | null>[] = [
  async (trx, community, now) => {
    const meeting = await meetingNow(trx, community, now)
    return meeting && { what: 'meeting', meeting }
  },
  async (trx, community, now) => ({ what: 'due-today', matters: await dueToday(trx, community, now) }),
]

/** Short lines beside it, in this order. */
const BULLETIN_SOURCES: readonly Source<readonly Bulletin[]>[] = [
  async (trx, community, now) =>
    (await alertsAt(trx, { community, path: '' }, now))
      .filter(({ from }) => from > now)
      .map(({ alert, title, from, until }) => ({ what: 'alert-ahead', title, from, until, link: `/a/${alert}` })),
  async (trx, community, now) =>
    (await runningNotices(trx, community, now)).map(({ notice, title, hungAt, endsAt }) => ({
      what: 'notice',
      title,
      from: hungAt,
      until: endsAt,
      link: `/n/${notice}`,
    })),
  async (trx, community, now) =>
    (await runningBudgets(trx, community, now)).map(({ budget, title, from, until }) => ({
      what: 'budget',
      title,
      from,
      until,
      link: `/budgets/${budget}`,
    })),
  async (trx, community, now) =>
    (await meetingsAhead(trx, community, now)).map(({ code, title, when, where }) => ({
      what: 'meeting',
      title,
      from: when,
      until: null,
      where,
      link: `/meetings/${code}`,
    })),
  async (trx, community) =>
    (await openPolls(trx, community)).map(({ poll, text, openedAt, closesAt }) => ({
      what: 'poll',
      title: text,
      from: openedAt,
      until: closesAt,
      link: `/polls/${poll}`,
    })),
  async (trx, community) =>
    (await electionsAhead(trx, community)).map(({ election, title, day, place, status }) => ({
      what: status === 'voting' ? 'election-now' : 'election',
      title,
      from: startOfDay(day),
      until: null,
      where: place,
      link: `/elections/${election}`,
    })),
  async (trx, community, now) =>
    (await runningDraws(trx, community, now)).map(({ draw, title, from, until }) => ({
      what: 'draw',
      title,
      from,
      until,
      link: `/draws/${draw}`,
    })),
]

const nowCard: Source<NowCard> = async (trx, community, now) => {
  for (const source of NOW_SOURCES) {
    const card = await source(trx, community, now)
    if (card) return card
  }
  throw new Error('the last source of the board always has something to say')
}

const householdsOf = async (trx: Transaction, community: CommunityId): Promise<number> => {
  const row = await trx
    .selectFrom('unit')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('community_id', '=', community)
    .where('use', '=', 'flat')
    .executeTakeFirstOrThrow()
  return row.n
}

/** As many as rotate on the big screen; the page of the community pages through all. */
const MOST_SHOWN = 40

export const publicBoard = async (trx: Transaction, community: CommunityId, now: Instant): Promise<PublicBoard> => {
  const here = { community, path: '' }
  const lights = await publicLights(trx, community, now)
  const bulletins = []
  for (const source of BULLETIN_SOURCES) bulletins.push(...(await source(trx, community, now)))
  return {
    community: {
      ...(await communityTitle(trx, community)),
      households: await householdsOf(trx, community),
    },
    alerts: (await alertsAt(trx, here, now)).filter(({ from }) => from <= now),
    now: await nowCard(trx, community, now),
    bulletins,
    lights,
    matters: await openMatters(trx, { ...here, limit: MOST_SHOWN }, now),
    total: lights.ok + lights.warn + lights.bad + lights.received,
    month: await monthFigures(trx, community, now),
    onCall: await onCallAt(trx, here, now),
    asOf: now,
  }
}
