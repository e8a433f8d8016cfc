// Whether enough people have come: in whole numbers, 过半数 strictly more than half, 以上 with the number itself (Civil Code 1259).
import type { ElectorateKind } from '../poll/index.ts'

/** So much of so many: `strict` is more than that part, otherwise at least. */
export type Share = {
  /** Counts those of one seat only; null counts every seat. */
  readonly seat: string | null
  /** Of a body with so many members, invited or not (an owners' committee, 指导规则 39); null counts those invited. */
  readonly members: number | null
  readonly part: number
  readonly whole: number
  readonly strict: boolean
}

export type QuorumRule = {
  /** Each of these seats must be taken by somebody. */
  readonly present: readonly string[]
  readonly share: Share | null
}

export type Requirement =
  | { readonly kind: 'people'; readonly needed: number; readonly present: number; readonly met: boolean }
  | { readonly kind: 'seat'; readonly seat: string; readonly met: boolean }
  | {
      readonly kind: 'share'
      readonly share: Share
      readonly due: number
      readonly needed: number
      readonly present: number
      readonly met: boolean
    }

export type Quorum = { readonly quorate: boolean; readonly requirements: readonly Requirement[] }

export const MORE_THAN_HALF = { part: 1, whole: 2, strict: true } as const

/** One person alone holds no meeting. */
const LEAST_PEOPLE = 2

/** The smallest number that satisfies the share of so many. */
export const neededOf = ({ part, whole, strict }: Pick<Share, 'part' | 'whole' | 'strict'>, due: number): number => {
  const product = due * part
  const full = (product - (product % whole)) / whole
  return strict || product % whole !== 0 ? full + 1 : full
}

type Coming = {
  readonly invited: readonly { readonly number: number; readonly seat: string | null }[]
  readonly present: readonly { readonly invitee: number | null }[]
  readonly quorum: QuorumRule
}

const shareOf = ({ invited, present }: Coming, share: Share): Requirement => {
  const counted = invited.filter(({ seat }) => seat !== null && (share.seat === null || seat === share.seat))
  const came = counted.filter(({ number }) => present.some(({ invitee }) => invitee === number)).length
  const due = share.members ?? counted.length
  const needed = neededOf(share, due)
  return { kind: 'share', share, due, needed, present: came, met: came >= needed }
}

export const quorumOf = (meeting: Coming): Quorum => {
  const { invited, present, quorum } = meeting
  const isTaken = (seat: string) =>
    invited.some((each) => each.seat === seat && present.some(({ invitee }) => invitee === each.number))
  const requirements: readonly Requirement[] = [
    { kind: 'people', needed: LEAST_PEOPLE, present: present.length, met: present.length >= LEAST_PEOPLE },
    ...quorum.present.map((seat) => ({ kind: 'seat' as const, seat, met: isTaken(seat) })),
    ...(quorum.share ? [shareOf(meeting, quorum.share)] : []),
  ]
  return { quorate: requirements.every(({ met }) => met), requirements }
}

/** How many have a vote here: those on a seat who came, or a body as a whole; null where hands in a room cannot decide. */
export const handsIn = ({ invited, present, quorum }: Coming, electorate: ElectorateKind): number | null => {
  const seated = invited.filter(({ seat }) => seat !== null)
  switch (electorate) {
    case 'present':
      return seated.filter(({ number }) => present.some(({ invitee }) => invitee === number)).length
    case 'representatives':
    case 'party-members':
    case 'committee-members':
      return quorum.share?.members ?? seated.length
    case 'residents':
    case 'households':
    case 'owners':
      return null
  }
}
