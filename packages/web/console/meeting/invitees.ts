// What the form says of whoever is invited, as the server reads it.
import type { CallMeeting } from '@yishi/contract/meeting'

export type InviteeValues = {
  /** Empty for a guest, who is not counted. */
  readonly seat: string
  readonly party?: string | null
  readonly person?: string
  readonly name?: string
}

export const inviteesOf = (values: readonly InviteeValues[]): CallMeeting['invited'] =>
  values.map(({ seat, party, person, name = '' }) => ({
    seat: seat || null,
    name,
    ...(party ? { party } : {}),
    ...(person ? { person } : {}),
  }))
