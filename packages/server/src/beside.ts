// What other capabilities bring to the pages of matters and places.
import type { FastifyReply } from 'fastify'
import { alertsAt, lendDevice } from './capabilities/alert/index.ts'
import { drawLines } from './capabilities/draw/index.ts'
import { type ReadBeside, spotOfMatter } from './capabilities/matter/index.ts'
import { publicProjects } from './capabilities/project/index.ts'
import type { Transaction } from './kernel/database/tables.ts'
import type { Served } from './kernel/http/served.ts'

type At = Parameters<typeof alertsAt>[1]

export const besideOf = (served: Served): ReadBeside => {
  const alertsHere = async (trx: Transaction, at: At, reply: FastifyReply) => {
    const alerts = await alertsAt(trx, at, served.ctx.clock.now())
    if (alerts.length > 0) lendDevice(served, reply.request, reply)
    return alerts
  }
  return {
    follow: async (trx, subject, reply) => ({
      projects: await publicProjects(trx, subject),
      draws: await drawLines(trx, { community: subject.community, matter: subject.id }),
      alerts: await alertsHere(trx, await spotOfMatter(trx, subject), reply),
    }),
    place: async (trx, { community, path, view: { code } }, reply) => ({
      alerts: await alertsHere(trx, { community, path, code }, reply),
    }),
  }
}
