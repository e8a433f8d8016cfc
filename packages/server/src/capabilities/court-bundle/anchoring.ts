// The list of a bundle's files goes into the ledger before anything of it can leave, and what proves that goes into the bundle.
import { setTimeout as pause } from 'node:timers/promises'
import type { BundleAnchor } from '@yishi/domain/court-bundle'
import { noteKeyText } from '@yishi/domain/ledger'
import type { Context } from '../../kernel/context.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { Entry } from '../../kernel/entry.ts'
import { receiptFor } from '../../kernel/receipt.ts'
import { sequence } from '../../kernel/sequencer.ts'
import { entriesOf, extractOver, leafOfEntry } from '../ledger/index.ts'
import type { Asked } from './gathering.ts'

const [TRIES, PAUSE_MILLISECONDS] = [10, 200]

/** A bundle that was begun anew has an entry for each of its lists: this one alone proves the archive. */
const provedIn = (ctx: Context, { subject: { community }, bundle }: Asked, { entryId }: Entry) =>
  inCommunities(ctx.db, [community], async (trx) => {
    const leaf = await leafOfEntry(trx, community, entryId)
    const entries = await entriesOf(trx, community, { subjects: [bundle] })
    const own = entries.filter((each) => each.leaf === leaf)
    return { leaf, log: await extractOver(trx, community, own, 'oldest') }
  })

/** An entry waits while another transaction that began before it is open, which takes a moment; the receipt promises it all the same. */
export const anchorOf = async (ctx: Context, asked: Asked, entry: Entry): Promise<BundleAnchor> => {
  const { community } = asked.subject
  const found = async () => {
    await sequence(ctx, community)
    return provedIn(ctx, asked, entry)
  }
  let read = await found()
  for (let tries = 1; read.log === null && tries < TRIES; tries += 1) {
    await pause(PAUSE_MILLISECONDS)
    read = await found()
  }
  return { ...read, receipt: await receiptFor(ctx, community, entry), key: noteKeyText(ctx.signer(community)) }
}
