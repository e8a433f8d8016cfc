// The command that raises a matter, whoever writes it: what was said, the ground that it stands on, and the names by which it is found again.
import type { Helped } from '@yishi/domain/helping'
import type { CommunityId, MatterId } from '@yishi/domain/kernel'
import type { MatterCommand, Origin } from '@yishi/domain/matter'
import type { Transaction } from '../../kernel/database/tables.ts'
import { linkDigest, newCode } from './code.ts'

export type RaiseCommand = Extract<MatterCommand, { type: 'RaiseMatter' }>

/** `token`: the secret of the matter's link. */
export type Given = Omit<Origin, 'code' | 'linkDigest'> &
  Helped & {
    readonly id: MatterId
    readonly token: string
    readonly code?: string
  }

export const raiseAs = (
  ground: Pick<RaiseCommand, 'procedure' | 'seating'>,
  { token, code = newCode(), ...given }: Given,
): RaiseCommand => ({ type: 'RaiseMatter', ...ground, ...given, code, linkDigest: linkDigest(token) })

/** As many codes that no matter has yet: of thousands of new ones some would meet another's. */
export const freeCodes = async (
  trx: Transaction,
  community: CommunityId,
  count: number,
): Promise<readonly string[]> => {
  const codes = new Set<string>()
  while (codes.size < count) {
    while (codes.size < count) codes.add(newCode())
    const taken = await trx
      .selectFrom('matter')
      .select('code')
      .where('community_id', '=', community)
      .where('code', 'in', [...codes])
      .execute()
    for (const { code } of taken) codes.delete(code)
  }
  return [...codes]
}

const CODE_TAKEN = '23505'
const MOST_TRIES = 4

/** Two who raise at the same moment may draw the same code: the later one draws again. */
export const untilCodeIsFree = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let tries = 1; ; tries += 1)
    try {
      return await work()
    } catch (error) {
      if (tries >= MOST_TRIES || (error as { code?: unknown }).code !== CODE_TAKEN) throw error
    }
}
