// Consents as rows of their own, beside the matter that they are about; the words of each version stand in the pages.
import type { Consent } from '@yishi/domain/helping'
import type { CommunityId, ConsentId, Instant, MatterId, PersonId, PhotoId } from '@yishi/domain/kernel'
import type { Transaction } from '../../kernel/database/tables.ts'

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    consent: {
      community_id: CommunityId
      consent_id: ConsentId
      matter_id: MatterId
      purpose: 'help'
      text_version: string
      way: Consent['way']
      helper_id: PersonId
      name: string
      phone: string | null
      unit: string
      paper: PhotoId | null
      given_at: Instant
      withdrawn_at: Instant | null
    }
  }
}

type Given = Consent & { readonly community: CommunityId; readonly matter: MatterId; readonly helper: PersonId }

export const insertConsent = (trx: Transaction, given: Given, at: Instant) => {
  const { community, matter, helper, consent, text, way, name, phone, unit, paper } = given
  const about = { community_id: community, matter_id: matter, helper_id: helper, consent_id: consent }
  return trx
    .insertInto('consent')
    .values({ ...about, purpose: 'help', text_version: text, way, name, phone, unit, paper, given_at: at })
    .execute()
}

export const endConsent = (
  trx: Transaction,
  { community, consent }: { readonly community: CommunityId; readonly consent: ConsentId },
  at: Instant,
) =>
  trx
    .updateTable('consent')
    .set({ withdrawn_at: at })
    .where('community_id', '=', community)
    .where('consent_id', '=', consent)
    .execute()
