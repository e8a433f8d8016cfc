// What of a claim fits the roster: the name on the property certificate, and the number that a code has proved.
import type { PersonId } from '../kernel/index.ts'

/** An owner of the claimed unit as the roster has them, and who has an account under that row. */
export type RosterOwner = {
  readonly person: PersonId
  readonly name: string
  readonly phone: string | null
  /** `closed`: the account may not sign in any more. */
  readonly account: 'none' | 'own' | 'living' | 'closed'
  /** The row that signing in has made for that account, where there is one. */
  readonly signedUp: PersonId | null
}

export type Said = { readonly name: string; readonly phone: string }

export type Fit = {
  readonly name: boolean
  readonly phone: 'none' | 'same' | 'other'
  readonly account: RosterOwner['account']
}

/** Width, blanks, dots and case are how people type, not who they are. */
const spelled = (name: string): string =>
  name
    .normalize('NFKC')
    .replaceAll(/[\s·•‧∙⋅・.]/gu, '')
    .toLowerCase()

export const fitOf = ({ name, phone }: Said, owner: RosterOwner): Fit => ({
  name: spelled(name) === spelled(owner.name),
  phone: owner.phone === null ? 'none' : owner.phone === phone ? 'same' : 'other',
  account: owner.account,
})

/** The one owner of that name; null where there is none, or where two could be meant. */
export const ownerNamed = (said: Said, owners: readonly RosterOwner[]): RosterOwner | null => {
  const named = owners.filter((owner) => fitOf(said, owner).name)
  return named.length === 1 ? named[0]! : null
}

/** Another owner may vouch for somebody whom the roster has by name, without a number and without an account, and for nobody else. */
export const mayBeVouched = ({ name, phone, account }: Fit): boolean =>
  name && phone !== 'other' && (account === 'none' || account === 'own')

/** Whoever sets the roster aside has to say why: another name, another number, or an account that is taken away from somebody. */
export const needsReason = ({ name, phone, account }: Fit): boolean =>
  !name || phone === 'other' || account === 'living'
