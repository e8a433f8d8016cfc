// Appointing a proxy: what the rule has to know of the one who is named is read under a lock on that person, so that two desks cannot both give the last place.
import type { proxySchema } from '@yishi/contract/paper-ballot'
import type { Refused } from '@yishi/domain/kernel'
import { isRefused } from '@yishi/domain/kernel'
import { type PaperCommand, proxyRuleFor } from '@yishi/domain/paper-ballot'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Transaction } from '../../kernel/database/tables.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { rowOfPoll } from '../poll/index.ts'
import type { Acting } from './acting.ts'
import { ballotsOf } from './asking.ts'
import { paperBallot } from './capability.ts'

type Asked = z.infer<typeof proxySchema>

const commandFor = async (trx: Transaction, { subject }: Acting, asked: Asked): Promise<PaperCommand> => {
  const { holder, name, document } = asked
  const { community, id } = subject
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${id} ${holder}`}, 35))`.execute(trx)
  const { rule } = await rowOfPoll(trx, subject).executeTakeFirstOrThrow()
  const { barred } = proxyRuleFor(rule.jurisdiction)
  const { rows } = await sql<{ held: number; barred: boolean }>`
    select (select count(*)::integer from app.paper_proxy
        where community_id = ${community} and poll_id = ${id} and holder = ${holder}) as held,
      exists (select from app.membership hat join app.person using (community_id, person_id)
        where hat.community_id = ${community} and person.phone = ${holder} and hat.role = any(${[...barred]}::text[])
          and hat.ends is null) as barred`.execute(trx)
  return { type: 'AppointProxy', holder, name, document, ...rows[0]! }
}

export const appointProxy = async (acting: Acting, asked: Asked): Promise<{ done: number } | Refused> => {
  const { served, subject, actor, key } = acting
  const { ctx, performer } = served
  const ballots = await inCommunities(ctx.db, [subject.community], (trx) => ballotsOf(trx, subject, [asked.voter]))
  if (isRefused(ballots)) return ballots
  const done = await performer.perform(ctx, paperBallot, {
    subject: { community: subject.community, id: ballots[0]! },
    actor,
    command: (trx) => commandFor(trx, acting, asked),
    ...(key && { once: { key, of: asked } }),
  })
  return isRefused(done) ? done : { done: 1 }
}
