// A form as a browser without JavaScript sends it: fields as text, photos as bytes; empty file fields do not count.
import type { FastifyRequest } from 'fastify'

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

/** Throws what @fastify/multipart throws when a limit is passed; the fault table says what that means. */
export const readForm = async (request: FastifyRequest): Promise<Form> => {
  const all = new Map<string, string[]>()
  const photos: Uint8Array[] = []
  if (!request.isMultipart()) {
    for (const [name, value] of Object.entries((request.body ?? {}) as Record<string, string | string[]>))
      for (const each of [value].flat()) add(all, name, String(each))
    return formOf(all, photos)
  }
  for await (const part of request.parts())
    if (part.type === 'field') add(all, part.fieldname, String(part.value))
    else {
      const content = await part.toBuffer()
      if (content.length > 0) photos.push(content)
    }
  return formOf(all, photos)
}
