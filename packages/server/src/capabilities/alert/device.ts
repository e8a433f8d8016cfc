// A telephone without an account: a word of chance in a cookie, lent where a notice runs, so that it counts once.
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Served } from '../../kernel/http/served.ts'
import { isDevice, newDevice } from './seeing.ts'

const COOKIE = 'device'
const YEAR = 365 * 24 * 3600

/** Lent before it is needed: two tabs that are opened at once then send the same one. */
export const lendDevice = ({ ctx }: Pick<Served, 'ctx'>, request: FastifyRequest, reply: FastifyReply): string => {
  const known = request.cookies[COOKIE]
  if (isDevice(known)) return known
  const device = newDevice()
  reply.setCookie(COOKIE, device, {
    path: '/',
    maxAge: YEAR,
    sameSite: 'lax',
    httpOnly: true,
    secure: ctx.settings.publicUrl.startsWith('https:'),
  })
  return device
}
