// What goes wrong before or beside a rule: bad input, too much of it, a full disk, a bug. Each is told once, with a reference.
import type { Problem, ProblemCode } from '@yishi/contract/problem'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { Log } from '../context.ts'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'

type Fault = { readonly code: ProblemCode; readonly fields?: NonNullable<Problem['fields']> }

const BY_CODE: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'request-too-large',
  FST_REQ_FILE_TOO_LARGE: 'photo-too-large',
  FST_FILES_LIMIT: 'too-many-photos',
  FST_PARTS_LIMIT: 'request-too-large',
  FST_FIELDS_LIMIT: 'request-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
  FST_ERR_CTP_INVALID_JSON_BODY: 'invalid-request',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'invalid-request',
  FST_ERR_BAD_URL: 'not-found',
  ENOSPC: 'disk-full',
  // PostgreSQL's own "disk full".
  '53100': 'disk-full',
}

/** A form that breaks off, as when a phone loses its network: its reader has only words for that. */
const BROKEN_FORM = /^(?:Unexpected end of multipart data|Part terminated early|Multipart: Boundary not found)/u

/** Null for a bug or an outage. */
const faultOf = (error: FastifyError): Fault | null => {
  if (hasZodFastifySchemaValidationErrors(error)) {
    const fields = error.validation.map(({ instancePath, message }) => ({
      field: instancePath.slice(1).replaceAll('/', '.'),
      message: message ?? '',
    }))
    return { code: 'invalid-request', fields }
  }
  const known = BY_CODE[error.code]
  if (known) return { code: known }
  if (BROKEN_FORM.test(error.message)) return { code: 'invalid-request' }
  if (error.statusCode === 429) return { code: 'too-often' }
  return error.statusCode !== undefined && error.statusCode < 500 ? { code: 'invalid-request' } : null
}

type Told = Partial<Pick<Problem, 'fields' | 'reference'>>

/** As a page for somebody who reads pages, as problem JSON for a program. */
export type Telling = (reply: FastifyReply, code: ProblemCode, more: Told) => FastifyReply | Promise<FastifyReply>

/** A bug is logged with the reference that its victim is told; the answer says nothing else about it. */
export const onFault =
  (log: Log, tell: Telling) => (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    const fault = faultOf(error)
    if (fault) return tell(reply, fault.code, fault.fields ? { fields: fault.fields } : {})
    log.error({ err: error, reference: request.id, route: request.routeOptions.url ?? null }, 'unexpected')
    return tell(reply, 'internal-error', { reference: request.id })
  }
