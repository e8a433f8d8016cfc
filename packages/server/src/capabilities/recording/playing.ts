// Sends a recording so that a player can seek in it: whole, or the part that was asked for (RFC 9110, 14); nothing between keeps it.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { parse } from 'range-parser'

type Sound = { readonly type: string; readonly content: Uint8Array }

const HEADERS = {
  'accept-ranges': 'bytes',
  'cache-control': 'no-store',
  'content-disposition': 'inline',
  // Should the bytes ever be opened as a page of their own, they can do nothing.
  'content-security-policy': "default-src 'none'; media-src 'self'; sandbox",
}

const BEYOND_THE_END = 2

/** Several parts at once are asked for by no player; they get the whole. */
export const sendSound = (request: FastifyRequest, reply: FastifyReply, { type, content }: Sound): FastifyReply => {
  reply.headers(HEADERS).type(type)
  const asked = parse(content.length, request.headers.range ?? '')
  const [part, ...others] = asked.type === 'bytes' ? asked.ranges : []
  if (!part && asked.code === BEYOND_THE_END)
    return reply.code(416).header('content-range', `bytes */${content.length}`).send()
  if (!part || others.length > 0) return reply.send(content)
  const { start, end } = part
  reply.code(206).header('content-range', `bytes ${start}-${end}/${content.length}`)
  return reply.send(content.subarray(start, end + 1))
}
