// A file under an entity tag: whoever has it already is told so, and it is neither made nor sent again (RFC 9110 sections 8.8.3 and 13.1.2).
import type { FastifyReply } from 'fastify'

const opaque = (tag: string): string => tag.trim().replace(/^W\//u, '')

/** By weak comparison, as the standard wants it for `If-None-Match`. */
export const knows = (header: string | undefined, tag: string): boolean =>
  header !== undefined &&
  (header.trim() === '*' || (header.match(/(?:W\/)?"[^"]*"/gu) ?? []).some((each) => opaque(each) === opaque(tag)))

export type Tagged = { readonly tag: string; readonly content: () => Promise<Buffer> }

/** A browser asks each time whether its copy still is the one. */
export const sendTagged = async (reply: FastifyReply, { tag, content }: Tagged): Promise<FastifyReply> => {
  reply.header('etag', tag).header('cache-control', 'private, no-cache')
  if (knows(reply.request.headers['if-none-match'], tag)) return reply.code(304).send()
  return reply.send(await content())
}
