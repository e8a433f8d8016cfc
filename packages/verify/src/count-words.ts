// A count as an answer: its winners, every round or sum as exact fractions, and how equal votes were settled.
import type { Json } from '@yishi/domain/ledger'
import type { CountShown } from '@yishi/domain/ranking'

/** The same document that the product keeps, as plain JSON. */
export const countWords = (count: CountShown): { readonly [key: string]: Json } =>
  JSON.parse(JSON.stringify(count)) as { readonly [key: string]: Json }
