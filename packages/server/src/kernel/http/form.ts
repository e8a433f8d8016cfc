// A form as a browser without JavaScript sends it: fields as text, files as bytes; empty file fields do not count.
import type { FastifyRequest } from 'fastify'
import { MOST_PHOTOS, PHOTO_BYTES } from '@yishi/domain/photo'

export type Form = {
  readonly field: (name: string) => string
  readonly fields: (name: string) => readonly string[]
  readonly photos: readonly Uint8Array[]
  /** The one file of a field that takes one. */
  readonly file: (name: SingleFile) => Uint8Array | null
}

const SINGLE_FILES = ['recording', 'paper'] as const
type SingleFile = (typeof SINGLE_FILES)[number]
type Files = { readonly photos: Uint8Array[]; readonly single: Map<SingleFile, Uint8Array> }

const formOf = (all: ReadonlyMap<string, readonly string[]>, { photos, single }: Files): Form => ({
  field: (name) => all.get(name)?.[0] ?? '',
  fields: (name) => all.get(name) ?? [],
  photos,
  file: (name) => single.get(name) ?? null,
})

const add = (all: Map<string, string[]>, name: string, value: string): void =>
  void all.set(name, [...(all.get(name) ?? []), value.replaceAll('\r\n', '\n')])

const addFile = ({ photos, single }: Files, name: string, content: Uint8Array): void => {
  if (content.length === 0) return
  const alone = SINGLE_FILES.find((each) => each === name)
  if (alone) single.set(alone, content)
  else photos.push(content)
}

/** One byte and one photo more than may be: so what is too much is told as a refusal, and the words beside it are not lost. */
const ROOM = { throwFileSizeLimit: false, limits: { fileSize: PHOTO_BYTES + 1, files: 30 } }

/** Throws what @fastify/multipart throws when another limit is passed; the fault table says what that means. */
export const readForm = async (request: FastifyRequest): Promise<Form> => {
  const all = new Map<string, string[]>()
  const files: Files = { photos: [], single: new Map() }
  if (!request.isMultipart()) {
    for (const [name, value] of Object.entries((request.body ?? {}) as Record<string, string | string[]>))
      for (const each of [value].flat()) add(all, name, String(each))
    return formOf(all, files)
  }
  for await (const part of request.parts(ROOM))
    if (part.type === 'field') add(all, part.fieldname, String(part.value).replaceAll('\0', ''))
    else if (files.photos.length > MOST_PHOTOS) part.file.resume()
    else addFile(files, part.fieldname, await part.toBuffer())
  return formOf(all, files)
}
