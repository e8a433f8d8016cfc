// From what stands in a form to the body of a command: photos as ids, nothing that was left empty.
import type { PhotoView } from '@yishi/contract/matter'

export type FormValues = Readonly<Record<string, unknown>>

const isPhotos = (name: string, value: unknown): value is readonly PhotoView[] =>
  name === 'photos' && Array.isArray(value)

const trimmed = (value: unknown): unknown => (typeof value === 'string' ? value.trim() : value)

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === ''

/** Choices come as texts; a score is a number. */
const asTyped = (name: string, value: unknown): unknown => (name === 'score' ? Number(value) : tidy(value))

const tidy = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(tidy)
  if (typeof value !== 'object' || value === null) return trimmed(value)
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, inner]) => [name, trimmed(inner)] as const)
      .filter(([, inner]) => !isEmpty(inner)),
  )
}

export const bodyOf = (values: FormValues): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values)
      .map(([name, value]) => [name, isPhotos(name, value) ? value.map(({ id }) => id) : asTyped(name, value)] as const)
      .filter(([, value]) => !isEmpty(value)),
  )
