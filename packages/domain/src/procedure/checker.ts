// The checker (体检): refuses a procedure that cannot run as written, and flags what somebody should look at.
import { checkCourse } from './checks/course.ts'
import { type Finding, found } from './checks/finding.ts'
import { checkForm } from './checks/form.ts'
import { checkGates } from './checks/gates.ts'
import { checkLimits } from './checks/limits.ts'
import { checkPeople } from './checks/people.ts'
import { checkPolls } from './checks/polls.ts'
import { checkPractice } from './checks/practice.ts'
import { checkProceedings } from './checks/proceedings.ts'
import { procedureSchema } from './schema.ts'

const ONE_TARGET = 'outcome-needs-one-target'

type Issue = { readonly path: readonly PropertyKey[]; readonly message: string }

const ofIssue = ({ path, message }: Issue): Finding => {
  const detail = { path: path.map(String).join('.') }
  return message === ONE_TARGET
    ? found(ONE_TARGET, { detail })
    : found('not-well-formed', { detail: { ...detail, problem: message } })
}

const CHECKS = [
  checkForm,
  checkCourse,
  checkPeople,
  checkGates,
  checkLimits,
  checkProceedings,
  checkPolls,
  checkPractice,
] as const

/** Everything that is wrong or doubtful with a procedure; an empty list means that it may be adopted as it is. */
export const checkProcedure = (procedure: unknown): readonly Finding[] => {
  const parsed = procedureSchema.safeParse(procedure)
  if (!parsed.success) return parsed.error.issues.map(ofIssue)
  return CHECKS.flatMap((check) => check(parsed.data))
}

export const isRunnable = (findings: readonly Finding[]): boolean =>
  findings.every(({ severity }) => severity !== 'refused')
