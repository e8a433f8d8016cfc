// Who has a seat, as an answer: the order of all, and what is voted on again; nothing where nobody is elected by name.
import type { Json } from '@yishi/domain/ledger'
import type { Outcome } from '@yishi/domain/poll'

export const allocationWords = ({ allocation }: Outcome): { readonly [key: string]: Json } =>
  allocation
    ? {
        seats: allocation.seats,
        open: allocation.open,
        again: [...allocation.again],
        ranking: allocation.ranking.map((each) => ({ ...each })),
      }
    : {}
