// What the pages of matters and places show of other capabilities: handed in, because matters know none of them.
import type { Pages } from '@yishi/contract/pages'
import type { MatterId } from '@yishi/domain/kernel'
import type { FastifyReply } from 'fastify'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'
import type { FoundPlace } from '../territory/index.ts'

/** The reply is for what is lent together with the page: a cookie. */
export type ReadBeside = {
  readonly follow: (
    trx: Transaction,
    subject: Subject<MatterId>,
    reply: FastifyReply,
  ) => Promise<Pages['follow']['beside']>
  readonly place: (trx: Transaction, found: FoundPlace, reply: FastifyReply) => Promise<Pages['place']['beside']>
}
