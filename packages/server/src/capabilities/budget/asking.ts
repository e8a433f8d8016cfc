// Which round somebody asks for, and whether they keep common money there.
import { KEEPERS } from '@yishi/domain/budget'
import { type BudgetId, type Hat, type PersonActor, type Refused, actorThere, refuse } from '@yishi/domain/kernel'
import type { FastifyRequest } from 'fastify'
import type { Served } from '../../kernel/http/served.ts'
import type { Subject } from '../../kernel/store.ts'
import { findBudget } from './public-query.ts'

export type Asking = {
  readonly actor: PersonActor
  readonly subject: Subject<BudgetId>
}

export const keeps = ({ role }: Hat): boolean => KEEPERS.includes(role)

/** Elsewhere nobody learns whether it exists; in its own community only its keepers read a file. */
export const askedAbout = async (served: Served, request: FastifyRequest, id: string): Promise<Asking | Refused> => {
  const { actor } = await served.whoAsks(request)
  if (actor.kind !== 'person') return refuse('not-signed-in')
  const subject = await findBudget(served.ctx.db, id)
  const here = actor.hats.filter(({ community }) => community === subject?.community)
  if (!subject || here.length === 0) return refuse('budget-unknown')
  return here.some(keeps) ? { actor: actorThere(actor, subject.community), subject } : refuse('not-your-budget')
}
