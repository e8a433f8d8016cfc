// Whom the roster would put on the roll, each with what a person has to look at before it hangs. RULES R2.1, R2.4; Organic Law of Villagers’ Committees (2018), arts. 13, 14.
import { type LocalDate, addMonths } from '../calendar/index.ts'
import type { PersonId } from '../kernel/index.ts'
import { plainName } from './plan.ts'

/** Years of age on the day of the vote (村民委员会组织法 13). */
export const VOTING_AGE = 18

/** Whoever is born later is too young on that day. */
export const lastBirthday = (day: LocalDate): LocalDate => addMonths(day, -12 * VOTING_AGE)

export type RosterResident = {
  readonly person: PersonId
  readonly name: string
  readonly group: string
  /** Known by a telephone number alone. */
  readonly signedUp: boolean
}

export const ROLL_CAUTIONS = ['signed-up', 'organisation', 'same-name'] as const
export type RollCaution = (typeof ROLL_CAUTIONS)[number]
export type ProposedVoter = Omit<RosterResident, 'signedUp'> & {
  /** What is no natural person known by name is left out unless somebody puts it in. */
  readonly proposed: boolean
  readonly cautions: readonly RollCaution[]
}

const ORGANISATION = /公司|集团|银行|合作社|中心|协会|学校|委员会|事务所|政府|街道办|工厂$/u

export const proposeRoll = (residents: readonly RosterResident[]): readonly ProposedVoter[] => {
  const named = Map.groupBy(residents, ({ name }) => plainName(name))
  return residents.map(({ signedUp, ...resident }) => {
    const cautions: readonly RollCaution[] = [
      ...(signedUp ? ['signed-up' as const] : []),
      ...(ORGANISATION.test(resident.name) ? ['organisation' as const] : []),
      ...(named.get(plainName(resident.name))!.length > 1 ? ['same-name' as const] : []),
    ]
    return { ...resident, proposed: !cautions.some((caution) => caution !== 'same-name'), cautions }
  })
}
