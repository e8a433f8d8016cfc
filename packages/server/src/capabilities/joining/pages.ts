// The page of whoever joined a matter: how it goes, and no word of whoever raised it.
import type { JoinedView } from '@yishi/contract/joining'
import type { CommunityId, Instant, JoiningId, MatterId } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import { stageNow } from '@yishi/domain/procedure'
import type { Database, Transaction } from '../../kernel/database/tables.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { App } from '../../kernel/http/app.ts'
import { type Served, sendPage } from '../../kernel/http/served.ts'
import { receiptOf } from '../../kernel/receipt.ts'
import { PUBLIC_COLUMNS, type PublicRow, linkDigest, meetingLines, publicMatter, readMatter } from '../matter/index.ts'
import { communityTitle, partyName, qrSvg } from '../territory/index.ts'
import './tables.ts'

type Address = {
  readonly community_id: CommunityId
  readonly joining_id: JoiningId
  readonly matter_id: MatterId
}

const joiningOfLink = async (db: Database, token: string): Promise<Address | null> => {
  const { rows } = await sql<Address>`select * from app.community_of_joining(${linkDigest(token)})`.execute(db)
  return rows[0] ?? null
}

/** How a matter goes, for those who joined it. */
export const readJoined = async (
  trx: Transaction,
  { community, matter }: { readonly community: CommunityId; readonly matter: MatterId },
  now: Instant,
): Promise<JoinedView | null> => {
  const held = await readMatter(trx, { community, id: matter })
  const { rows } = await sql<PublicRow>`select ${PUBLIC_COLUMNS} from app.matter m
    where m.community_id = ${community} and m.matter_id = ${matter}`.execute(trx)
  if (!held || !rows[0]) return null
  const stage = stageNow(held.state)
  return {
    ...publicMatter(rows[0], now),
    community: await communityTitle(trx, community),
    act: stage.act,
    stage: stage.names,
    meetings: await meetingLines(trx, { community, id: matter }),
    party: (await partyName(trx, community, held.row.responsible)) ?? '',
    asOf: now,
  }
}

type Link = { Params: { token: string }; Querystring: { new?: string } }

export const joiningPages = (app: App, served: Served): void => {
  const { ctx } = served
  app.get<Link>('/j/:token', { schema: { hide: true } }, async (request, reply) => {
    const { token } = request.params
    const found = await joiningOfLink(ctx.db, token)
    const now = ctx.clock.now()
    const shown =
      found &&
      (await inCommunities(ctx.db, [found.community_id], async (trx) => ({
        view: await readJoined(trx, { community: found.community_id, matter: found.matter_id }, now),
        proof: await receiptOf(ctx, trx, { community: found.community_id, id: found.joining_id }),
      })))
    if (!shown?.view) return sendPage(served, reply.code(404), 'ended', { why: 'link-unknown' })
    const url = `${ctx.settings.publicUrl}/j/${token}`
    const receipt = request.query.new === '1' ? { url, qr: await qrSvg(url), proof: shown.proof ?? '' } : null
    return sendPage(served, reply, 'joined', { view: shown.view, token, receipt })
  })
}
