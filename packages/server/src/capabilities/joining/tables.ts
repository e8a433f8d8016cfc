// The table of joinings, as the compiler sees it.
import type { CommunityId, Instant, JoiningId, MatterId, PersonId, PhotoId } from '@yishi/domain/kernel'
import type { Channel } from '@yishi/domain/matter'

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    joining: {
      community_id: CommunityId
      joining_id: JoiningId
      matter_id: MatterId
      person_id: PersonId | null
      name: string | null
      phone: string | null
      body: string
      photos: PhotoId[]
      channel: Channel
      who: string
      link_digest: string
      joined_at: Instant
    }
  }
}
