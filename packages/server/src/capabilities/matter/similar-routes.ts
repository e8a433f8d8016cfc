// Similar matters over HTTP: beside a file, and all of a community put together by kind.
import { type MatterClass, classesSchema, ofCommunitySchema, similarMatterSchema } from '@yishi/contract/group'
import { isRefused } from '@yishi/domain/kernel'
import { classesOf } from '@yishi/domain/similarity'
import { KINDS } from '@yishi/domain/matter'
import { z } from 'zod'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { App } from '../../kernel/http/app.ts'
import { sendRefusal } from '../../kernel/http/problem.ts'
import type { Served } from '../../kernel/http/served.ts'
import { boardReaderOf } from './board-scope.ts'
import { findMatter } from './finding.ts'
import { CLASS_DAYS, type ClassMember, classMembers, similarTo } from './similar-query.ts'

const MOST_CLASSES = 40
const MOST_SHOWN = 30

/** The kind that most of them were sorted as. */
const kindOf = (members: readonly ClassMember[]): MatterClass['kind'] => {
  const sorted = Map.groupBy(
    members.filter(({ kind, gist }) => kind ?? gist.kind),
    ({ kind, gist }) => kind ?? gist.kind,
  )
  const [most] = [...sorted].toSorted(([, a], [, b]) => b.length - a.length)
  return KINDS.find((kind) => kind === most?.[0]) ?? null
}

const classOf = (members: readonly ClassMember[]): MatterClass => ({
  matters: members.slice(0, MOST_SHOWN).map(({ view }) => view),
  open: members.filter(({ status }) => status === 'open').length,
  voices: members.reduce((sum, { voices }) => sum + voices, 0),
  places: new Set(members.map(({ path }) => path)).size,
  kind: kindOf(members),
})

const classes = (app: App, { ctx, whoAsks }: Served) =>
  app.get(
    '/api/classes',
    { schema: { querystring: ofCommunitySchema, response: { 200: classesSchema } } },
    async (request, reply) => {
      const reader = boardReaderOf((await whoAsks(request)).actor, request.query.community)
      if (isRefused(reader)) return sendRefusal(reply, reader)
      const now = ctx.clock.now()
      const { members, links } = await inCommunities(ctx.db, reader.communities, (trx) =>
        classMembers(trx, { reader, now }),
      )
      const byId = new Map(members.map((member) => [member.view.matter, member]))
      const told = members.map(({ view, gist }) => ({ id: view.matter, gist }))
      const found = classesOf(told, links).slice(0, MOST_CLASSES)
      return {
        classes: found.map((ids) => classOf(ids.map((id) => byId.get(id)!))),
        looked: members.length,
        days: CLASS_DAYS,
      }
    },
  )

const beside = (app: App, { ctx, whoAsks }: Served) =>
  app.get(
    '/api/matters/:matter/similar',
    { schema: { params: z.object({ matter: z.string() }), response: { 200: z.array(similarMatterSchema) } } },
    async (request, reply) => {
      const { actor } = await whoAsks(request)
      const reader = boardReaderOf(actor, undefined)
      if (isRefused(reader)) return sendRefusal(reply, reader)
      const subject = await findMatter(ctx, actor, request.params.matter)
      if (isRefused(subject)) return sendRefusal(reply, subject)
      const now = ctx.clock.now()
      return [...(await inCommunities(ctx.db, [subject.community], (trx) => similarTo(trx, subject, { reader, now })))]
    },
  )

export const similarRoutes = (app: App, served: Served): void => {
  beside(app, served)
  classes(app, served)
}
