// Accounts: what a password must be, and what a way of signing in is good for.
export { PASSWORD_LENGTH, type PasswordProblem, passwordProblem } from './password.ts'
export {
  CODE_LASTS,
  CODE_TRIES,
  DEMO_LINK_LASTS,
  INVITATION_LASTS,
  type SignInMethod,
  isIdle,
  mayActIn,
  needsSecondFactor,
  sessionEnds,
} from './sign-in.ts'
export { ACCESSES, type Access, type TendingRefusal, accessOf, tendAccount } from './tending.ts'
