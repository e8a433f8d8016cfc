// The sheets of a poll for the printer: one for each unit, with its number, its area and a code that nobody else can make.
import type { PaperPrint } from '@yishi/contract/paper-pages'
import { localDateOf } from '@yishi/domain/calendar'
import type { BallotId, Instant, PollId } from '@yishi/domain/kernel'
import { type SheetPage, pagesOf } from '@yishi/domain/paper-ballot'
import { type Amounts, hasSheets } from '@yishi/domain/poll'
import { sql } from 'kysely'
import { toString as qrText } from 'qrcode'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'
import type { LinkKey } from '../matter/index.ts'
import { agendaRows } from '../poll/index.ts'
import { communityTitle } from '../territory/index.ts'
import { paperCode, paperUrl } from './code.ts'
import { printedStairways } from './desk-query.ts'

type Unit = {
  readonly ballot: BallotId
  readonly number: number
  readonly name: string
  readonly amounts: Amounts
  readonly issue: number
}

/** A stairway has some dozens; a browser lays out so many without trouble. */
const MOST_SHEETS = 200

const unitsOf = async (trx: Transaction, { community, id }: Subject<PollId>, path: string): Promise<Unit[]> => {
  const { rows } = await sql<Unit>`
    select voter.ballot_id as ballot, voter.position + 1 as number, voter.name, voter.amounts, coalesce(paper.issue, 1) as issue
    from app.poll_voter voter left join app.paper_ballot paper using (community_id, ballot_id)
    where voter.community_id = ${community} and voter.poll_id = ${id}
      and (${path} = '' or voter.path = ${path} or starts_with(voter.path, ${path} || '.'))
    order by voter.position limit ${MOST_SHEETS}`.execute(trx)
  return rows
}

/** As they were printed first, so that a sheet that is printed again has as many; of what was taken back nothing stands there any more. */
const pagesIn = (rows: Awaited<ReturnType<typeof agendaRows>>): readonly SheetPage[] => {
  const stands = (number: number) => rows[number - 1]!.status !== 'withdrawn'
  return pagesOf(rows).map((page) => page.filter(({ number }) => stands(number)))
}

type Printing = { readonly secret: LinkKey; readonly publicUrl: string; readonly path: string; readonly now: Instant }

/** Medium correction: paper in a hand, read close by. */
const qrOf = (text: string) => qrText(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 })

/** Null where there is no paper to print: before the list is frozen, or where no sheets are handed out. */
export const readPrint = async (
  trx: Transaction,
  poll: Subject<PollId>,
  { secret, publicUrl, path, now }: Printing,
): Promise<PaperPrint | null> => {
  const rows = await agendaRows(trx, poll)
  const { status, rule, way, assembly } = rows[0]!
  if (status !== 'open' || way !== 'ballots' || !hasSheets(rule)) return null
  const units = await unitsOf(trx, poll, path)
  const stairways = await printedStairways(trx, poll)
  const below = stairways.filter((each) => path === '' || each.path === path || each.path.startsWith(`${path}.`))
  const sheets = units.map(async ({ ballot, number, name, amounts, issue }) => {
    const code = paperCode(secret, number, { ballot, issue })
    return { code, name, area: amounts.area ?? null, svg: await qrOf(paperUrl(publicUrl, poll.id, code)) }
  })
  return {
    poll: poll.id,
    community: await communityTitle(trx, poll.community),
    questions: rows.flatMap(({ status: stands, question, assembly: plan }, index) =>
      stands === 'withdrawn' ? [] : [{ number: index + 1, question, regime: plan?.regime ?? 'strict' }],
    ),
    pages: pagesIn(rows),
    rule,
    closesAt: assembly?.closesAt ?? null,
    day: localDateOf(now),
    path,
    stairways,
    sheets: await Promise.all(sheets),
    left: below.reduce((sum, each) => sum + each.of, 0) - units.length,
  }
}
