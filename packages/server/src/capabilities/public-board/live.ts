// Keeps the boards that somebody looks at up to date: one poll for all of them in this process, whatever the number of viewers.
import type { ServerResponse } from 'node:http'
import type { PagesModule } from '@yishi/contract/pages'
import type { BoardView, PublicBoard } from '@yishi/contract/public-board'
import type { CommunityId, Language } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import type { Context } from '../../kernel/context.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { type Poll, poll } from '../../kernel/poll.ts'
import { publicBoard } from './board-query.ts'
import { versionOf } from './version.ts'
import { type Viewers, eventOf, newViewers } from './viewers.ts'

export type Looking = { readonly community: CommunityId; readonly view: BoardView; readonly lang: Language }

const POLL_MS = 1000
const BEAT_EVERY = 20
/** Lights turn by the clock alone, without any entry. */
const LOOK_ANYWAY_EVERY = 30
/** An entry that commits late stands among the newest, not behind them: all of their numbers are the mark. */
const NEWEST = 200

/** Everything that shows on a board leaves an entry in the ledger; where the mark is the same nothing happened. */
const marksOf = async (ctx: Context, communities: readonly CommunityId[]): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await inCommunities(ctx.db, communities, (trx) =>
    sql<{ community: string; mark: string }>`
      select watched.community, coalesce(newest.mark, '') as mark from unnest(${[...communities]}::text[]) as watched (community)
      cross join lateral (select sum(entry_id)::text as mark from (
        select entry_id from app.ledger_entry where community_id = watched.community order by entry_id desc limit ${NEWEST}
      ) as entry) as newest`.execute(trx),
  )
  return new Map(rows.map(({ community, mark }) => [community, mark]))
}

type Channel = Looking & { readonly viewers: Viewers }
type Watched = { mark: string | null; lookedAt: number; readonly channels: Map<string, Channel> }
type Watching = { readonly ctx: Context; readonly pages: PagesModule; readonly watched: Map<CommunityId, Watched> }

const show = ({ pages }: Watching, { channels }: Watched, board: PublicBoard): void => {
  const version = versionOf(board)
  for (const { view, lang, viewers } of channels.values())
    viewers.show(version, () => eventOf(version, pages.renderBoard(view, board, lang)))
}

const look = async (watching: Watching, community: CommunityId, watched: Watched): Promise<void> => {
  const { ctx } = watching
  const board = await inCommunities(ctx.db, [community], (trx) => publicBoard(trx, community, ctx.clock.now()))
  show(watching, watched, board)
}

const turn = async (watching: Watching, count: number): Promise<void> => {
  const { watched } = watching
  for (const [community, { channels }] of watched) {
    for (const [name, { viewers }] of channels) {
      if (count % BEAT_EVERY === 0) viewers.beat()
      if (viewers.size() === 0) channels.delete(name)
    }
    if (channels.size === 0) watched.delete(community)
  }
  if (watched.size === 0) return
  const marks = await marksOf(watching.ctx, [...watched.keys()])
  for (const [community, each] of watched) {
    const mark = marks.get(community) ?? ''
    if (mark === each.mark && count - each.lookedAt < LOOK_ANYWAY_EVERY) continue
    await look(watching, community, each)
    each.mark = mark
    each.lookedAt = count
  }
}

export type Live = {
  /** `has`: the version that the viewer's page shows already. */
  readonly join: (looking: Looking, viewer: ServerResponse, has: string) => void
  readonly viewers: () => number
  /** Ends all streams; whoever comes later is let go at once. */
  readonly release: () => Promise<void>
}

export const openLive = (ctx: Context, pages: PagesModule): Live => {
  const watching: Watching = { ctx, pages, watched: new Map() }
  const channels = () => [...watching.watched.values()].flatMap((each) => [...each.channels.values()])
  let polling: Poll | null = null
  let released = false
  let count = 0
  const channelFor = (looking: Looking): Channel => {
    const { community, view, lang } = looking
    const watched = watching.watched.get(community) ?? { mark: null, lookedAt: 0, channels: new Map<string, Channel>() }
    watching.watched.set(community, watched)
    const name = `${view} ${lang}`
    const channel = watched.channels.get(name)
    if (channel) return channel
    const fresh = { ...looking, viewers: newViewers() }
    watched.channels.set(name, fresh)
    // A view or language that nobody looked at has no picture yet: the next turn makes one.
    watched.mark = null
    return fresh
  }
  return {
    join: (looking, viewer, has) => {
      if (released) return void viewer.end()
      channelFor(looking).viewers.add(viewer, has)
      polling ??= poll(ctx.log, POLL_MS, () => turn(watching, (count += 1)))
    },
    viewers: () => channels().reduce((sum, { viewers }) => sum + viewers.size(), 0),
    release: async () => {
      released = true
      for (const { viewers } of channels()) viewers.end()
      await polling?.stop()
    },
  }
}
