// Names of what happens in the life of a group chat: what was pasted, and what it is answered.
import type { CardEvent } from '@yishi/domain/card'
import type { ExcerptEvent } from '@yishi/domain/excerpt'
import type { GroupEvent } from '@yishi/domain/group'
import type { TipEvent } from '@yishi/domain/tip'
import { dictionary } from '../dictionary.ts'

export const groupEvents = dictionary<
  Record<GroupEvent['type'] | ExcerptEvent['type'] | CardEvent['type'] | TipEvent['type'], string>
>(
  {
    GroupOpened: '登记群',
    GroupChanged: '群变更',
    GroupClosed: '停用群',
    ExcerptPasted: '贴入聊天',
    DraftConfirmed: '聊天成事',
    DraftJoined: '聊天并入',
    DraftDismissed: '聊天略过',
    ExcerptSettled: '聊天理完',
    CardOwed: '待发回音',
    CardPosted: '已发回音',
    TipWritten: '写提示语',
    TipDropped: '停用提示语',
  },
  {
    GroupOpened: 'Group opened',
    GroupChanged: 'Group changed',
    GroupClosed: 'Group closed',
    ExcerptPasted: 'Chat pasted',
    DraftConfirmed: 'Chat became a matter',
    DraftJoined: 'Chat joined a matter',
    DraftDismissed: 'Chat passed over',
    ExcerptSettled: 'Chat looked through',
    CardOwed: 'Card owed',
    CardPosted: 'Card posted',
    TipWritten: 'Tip written',
    TipDropped: 'Tip dropped',
  },
)
