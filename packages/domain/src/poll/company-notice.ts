// What has to follow when owners decide to dismiss their property company: written notice sixty days before, unless the contract says otherwise (Civil Code art. 946; RULES R0.5, R1.21).
import { type LocalDate, addDays } from '../calendar/index.ts'
import type { Topic } from './topic.ts'

/** Whole days between the day on which the company is told and the day on which it may be gone. */
export const COMPANY_NOTICE_DAYS = 60

/** The earliest day on which the contract may end, if the company is told in writing on this one: sixty full days lie between. */
export const contractMayEnd = (told: LocalDate): LocalDate => addDays(told, COMPANY_NOTICE_DAYS + 1)

/** Hiring and dismissing are one matter of art. 278: whoever reads the result knows which of them it was. */
export const mayDismiss = (topic: Topic, passed: boolean): boolean => topic === 'property-company' && passed
