// Taking in pictures of sheets, one by one or as the pages of a scanned PDF: the code of each is read and it is laid beside its sheet; one that cannot be matched is kept and told.
import { createHash } from 'node:crypto'
import { type PollId, type Refused, type ScanId, isRefused, refuse } from '@yishi/domain/kernel'
import type { PaperCommand, Picture } from '@yishi/domain/paper-ballot'
import { PHOTO_BYTES } from '@yishi/domain/photo'
import { inCommunities } from '../../../kernel/database/tenancy.ts'
import type { Transaction } from '../../../kernel/database/tables.ts'
import type { Served } from '../../../kernel/http/served.ts'
import type { Subject } from '../../../kernel/store.ts'
import { type Asking, type FoundSheet, sheetBehind } from '../asking.ts'
import { paperBallot } from '../capability.ts'
import { eachPage, isPdf } from './pdf.ts'
import { keepPicture } from './picture.ts'
import { readCodes } from './reader.ts'
import '../tables.ts'

type Taking = Asking & { readonly served: Served }
type Unmatched = 'unreadable' | 'foreign' | 'several'

/** The sheet of whose code there is one and no other; a code of something else on the same table does not matter. */
const matchOf = async ({ served, subject }: Taking, codes: readonly string[]): Promise<FoundSheet | Unmatched> => {
  const ours: FoundSheet[] = []
  for (const code of codes) {
    const sheet = await sheetBehind(served, subject, code)
    if (!isRefused(sheet)) ours.push(sheet)
  }
  if (ours.length > 1) return 'several'
  return ours[0] ?? (codes.length > 0 ? 'foreign' : 'unreadable')
}

const knownScan = (trx: Transaction, { community, id }: Subject<PollId>, sent: string) =>
  trx
    .selectFrom('paper_scan')
    .select('scan_id')
    .where('community_id', '=', community)
    .where('poll_id', '=', id)
    .where('sent', '=', sent)
    .executeTakeFirst()

const keepAside = ({ served, subject, actor }: Taking, outcome: Unmatched, { scan, ...picture }: Picture) =>
  inCommunities(served.ctx.db, [subject.community], (trx) =>
    trx
      .insertInto('paper_scan')
      .values({
        community_id: subject.community,
        scan_id: scan,
        poll_id: subject.id,
        outcome,
        ballot_id: null,
        issue: null,
        person_id: actor.person,
        at: served.ctx.clock.now(),
        ...picture,
      })
      .onConflict((conflict) => conflict.columns(['community_id', 'poll_id', 'sent']).doNothing())
      .execute(),
  )

/** Asked again once the sheet is held: of two who send the same picture at once, one lays it there. */
const layBeside = async (
  { served: { ctx, performer }, actor, subject: poll }: Taking,
  { ballot, issue }: FoundSheet,
  picture: Picture,
): Promise<Refused | null> => {
  const done = await performer.perform(ctx, paperBallot, {
    subject: ballot,
    actor,
    command: async (trx): Promise<PaperCommand | Refused<'idempotency-key-reused'>> =>
      (await knownScan(trx, poll, picture.sent))
        ? refuse('idempotency-key-reused')
        : { type: 'KeepPicture', issue, picture },
  })
  return isRefused(done) && done.refused !== 'idempotency-key-reused' ? done : null
}

/** The same picture sent again is the same one. */
const takeScan = async (taking: Taking, content: Uint8Array): Promise<ScanId | Refused> => {
  const { served, subject } = taking
  const { ctx } = served
  const find = (sent: string) => inCommunities(ctx.db, [subject.community], (trx) => knownScan(trx, subject, sent))
  const before = await find(createHash('sha256').update(content).digest('hex'))
  if (before) return before.scan_id
  const picture = await keepPicture(ctx, subject.community, content)
  if (isRefused(picture)) return picture
  const match = await matchOf(taking, await readCodes(content))
  if (typeof match === 'string') await keepAside(taking, match, picture)
  else {
    const refused = await layBeside(taking, match, picture)
    if (refused) return refused
  }
  return (await find(picture.sent))!.scan_id
}

/** Of a PDF each page is a picture of its own, and what was taken stays taken where a later one is refused. */
export const takeScans = async (taking: Taking, content: Uint8Array): Promise<readonly ScanId[] | Refused> => {
  const taken: ScanId[] = []
  const take = async (picture: Uint8Array): Promise<Refused | null> => {
    const scan = await takeScan(taking, picture)
    if (isRefused(scan)) return scan
    taken.push(scan)
    return null
  }
  if (isPdf(content)) return (await eachPage(content, take)) ?? taken
  if (content.length > PHOTO_BYTES) return refuse('photo-too-large')
  return (await take(content)) ?? taken
}
