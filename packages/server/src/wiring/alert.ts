// Whom an urgent notice moves: everybody in the places that it covers is told.
import type { AlertId } from '@yishi/domain/kernel'
import { alert } from '../capabilities/alert/index.ts'
import { messagesAfterAlert } from '../capabilities/message/index.ts'
import { type Reaction, on } from '../kernel/react.ts'

const tellThoseCovered = on(alert, ({ subject: { community, id }, event, at }) =>
  messagesAfterAlert({ community, alert: id as AlertId, at }, event),
)

export const alertReactions: readonly Reaction[] = [tellThoseCovered]
