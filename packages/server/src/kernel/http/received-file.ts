// One file that somebody sends in a form, with the words beside it.
import type { FastifyRequest } from 'fastify'

export type Received = {
  readonly file: Buffer
  readonly name: string
  /** Of the fields that stand before the file in the form. */
  readonly field: (name: string) => string
}

const valueIn = (field: unknown): string => {
  const value = typeof field === 'object' && field !== null && 'value' in field ? field.value : ''
  return typeof value === 'string' ? value : ''
}

export const receiveFile = async (request: FastifyRequest, most: number): Promise<Received | 'none' | 'too-large'> => {
  if (!request.isMultipart()) return 'none'
  try {
    const part = await request.file({ limits: { fileSize: most, files: 1 } })
    if (!part) return 'none'
    return { file: await part.toBuffer(), name: part.filename, field: (name) => valueIn(part.fields[name]) }
  } catch (error) {
    if ((error as { code?: unknown }).code === 'FST_REQ_FILE_TOO_LARGE') return 'too-large'
    throw error
  }
}
