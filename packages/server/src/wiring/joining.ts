// Whoever joined a matter hears of what moves it.
import type { MatterId } from '@yishi/domain/kernel'
import { tellsJoined } from '../capabilities/joining/index.ts'
import { matter } from '../capabilities/matter/index.ts'
import { type Reaction, on } from '../kernel/react.ts'

const tellJoined = on(matter, ({ trx, subject, event, at }) =>
  tellsJoined(trx, event, { community: subject.community, matter: subject.id as MatterId, at }),
)

export const joiningReactions: readonly Reaction[] = [tellJoined]
