// What every route is given: the server's context, the performer, the built pages, and who is asking.
import type { PageContext, Pages, PagesModule } from '@yishi/contract/pages'
import type { Actor, CommunityId } from '@yishi/domain/kernel'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import type { Performer } from '../perform.ts'
import { readingOf } from './language.ts'

export type Signed = { readonly actor: Actor; readonly name: string | null }

export type Served = {
  readonly ctx: Context
  readonly performer: Performer
  readonly pages: PagesModule
  /** Where the built pages and the console lie. */
  readonly webDirectory: string
  /** A visitor is an actor too; in their own community people act under the name that they have there. */
  readonly whoAsks: (request: FastifyRequest, community?: CommunityId) => Promise<Signed>
}

/** Where the language and large-type buttons come back to: a form answers at its own address, which nobody can get. */
const pageOf = ({ method, url }: FastifyRequest): string =>
  method === 'GET' ? url : url.replace(/^(\/(?:[mno]|help|meetings)\/[^/?]+)\/.*$/, '$1')

const pageContext = async ({ whoAsks }: Pick<Served, 'whoAsks'>, request: FastifyRequest): Promise<PageContext> => {
  const { name } = await whoAsks(request)
  return { ...readingOf(request), path: pageOf(request), signedIn: name === null ? null : { name } }
}

/** Pages hold what one person may see, so nothing between keeps a copy. */
export const sendPage = async <Name extends keyof Pages>(
  served: Served,
  reply: FastifyReply,
  name: Name,
  props: Pages[Name],
): Promise<FastifyReply> => {
  const html = served.pages.renderPage(name, props, await pageContext(served, reply.request))
  return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(html)
}
