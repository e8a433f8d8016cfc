// The tables of schema `auth` that this capability reads and writes itself; better-auth goes to the same ones by its own adapter.
import type { SignInMethod } from '@yishi/domain/account'
import type { CommunityId, Instant, PersonId } from '@yishi/domain/kernel'

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    'auth.user': {
      id: AccountId
      name: string
      email: string
      email_verified: boolean
      phone_number: string | null
      phone_number_verified: boolean | null
      two_factor_enabled: boolean | null
      disabled_at: Instant | null
      created_at: Instant
      updated_at: Instant
    }
    'auth.session': {
      id: string
      token: string
      user_id: AccountId
      method: SignInMethod
      seen_at: Instant
      expires_at: Instant
    }
    'auth.account': {
      id: string
      account_id: string
      provider_id: string
      user_id: AccountId
      password: string | null
      created_at: Instant
      updated_at: Instant
    }
    'auth.verification': { id: string; identifier: string; value: string; expires_at: Instant }
    'auth.two_factor': {
      id: string
      user_id: AccountId
      secret: string
      backup_codes: string
      verified: boolean | null
    }
    'auth.turn': { key: string; taken: number; until: Instant }
    'auth.spent_code': { user_id: AccountId; digest: string; until: Instant }
    'auth.entry_link': {
      digest: string
      purpose: LinkPurpose
      community_id: CommunityId
      person_id: PersonId
      until: Instant
    }
  }
}

/** better-auth's id of a user; one account may stand behind a person in each of several communities. */
export type AccountId = string
export type LinkPurpose = 'demo' | 'invitation'
