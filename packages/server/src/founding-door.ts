// What accounts and matters bring to the founding of an empty installation; the territory knows neither of them.
import { isRefused } from '@yishi/domain/kernel'
import {
  type Accounts,
  addFactor,
  createStaffAccountIn,
  pendingFactor,
  sessionOf,
  signInByPassword,
  visitOf,
} from './capabilities/account/index.ts'
import { adoptLibrary } from './capabilities/matter/index.ts'
import type { FoundingDoor } from './capabilities/territory/index.ts'

export const foundingDoor = (accounts: Accounts): FoundingDoor => {
  const { ctx } = accounts
  return {
    createAccount: createStaffAccountIn,
    prepare: (trx, community) => adoptLibrary(trx, community, ctx.clock.now()),
    begin: async (request, { phone, password, name }) => {
      const begun = await signInByPassword(accounts, { phone, password }, visitOf(request))
      const account = isRefused(begun) || begun.next !== 'add-factor' ? null : begun
      const factor = account && (await pendingFactor(accounts, account.account, name))
      if (!account || !factor) throw new Error('the founder cannot sign in with the password just set')
      return { cookies: account.cookies, factor }
    },
    pending: async (request) => {
      const session = await sessionOf(ctx, request)
      return session?.method === 'password'
        ? pendingFactor(accounts, session.account, session.persons[0]?.name ?? '')
        : null
    },
    addFactor: async (request, code) =>
      addFactor(accounts, await sessionOf(ctx, request), { code, visit: visitOf(request) }),
  }
}
