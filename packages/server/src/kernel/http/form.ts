// A form as a browser without JavaScript sends it: fields as text, photos as bytes; empty file fields do not count.
import type { FastifyRequest } from 'fastify'
import { MOST_PHOTOS, PHOTO_BYTES } from '@yishi/domain/photo'

export type Form = {
  readonly field: (name: string) => string
  readonly fields: (name: string) => readonly string[]
  readonly photos: readonly Uint8Array[]
}

const formOf = (all: ReadonlyMap<string, readonly string[]>, photos: readonly Uint8Array[]): Form => ({
  field: (name) => all.get(name)?.[0] ?? '',
  fields: (name) => all.get(name) ?? [],
  photos,
})

const add = (all: Map<string, string[]>, name: string, value: string): void =>
  void all.set(name, [...(all.get(name) ?? []), value.replaceAll('\r\n', '\n')])

/** One byte and one photo more than may be: so what is too much is told as a refusal, and the words beside it are not lost. */
const ROOM = { throwFileSizeLimit: false, limits: { fileSize: PHOTO_BYTES + 1, files: 30 } }

/** Throws what @fastify/multipart throws when another limit is passed; the fault table says what that means. */
export const readForm = async (request: FastifyRequest): Promise<Form> => {
  const all = new Map<string, string[]>()
  const photos: Uint8Array[] = []
  if (!request.isMultipart()) {
    for (const [name, value] of Object.entries((request.body ?? {}) as Record<string, string | string[]>))
      for (const each of [value].flat()) add(all, name, String(each))
    return formOf(all, photos)
  }
  for await (const part of request.parts(ROOM))
    if (part.type === 'field') add(all, part.fieldname, String(part.value).replaceAll('\0', ''))
    else if (photos.length > MOST_PHOTOS) part.file.resume()
    else {
      const content = await part.toBuffer()
      if (content.length > 0) photos.push(content)
    }
  return formOf(all, photos)
}
