// The table of photos, as the compiler sees it: what each file is; the bytes lie in the file store.
import type { CommunityId, Instant, PhotoId } from '@yishi/domain/kernel'

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    photo: {
      community_id: CommunityId
      photo_id: PhotoId
      sha256: string
      width: number
      height: number
      bytes: number
      at: Instant
    }
  }
}
