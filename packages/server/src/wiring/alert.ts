// Whom an urgent notice moves: everybody in the places that it covers is told.
import type { AlertId } from '@yishi/domain/kernel'
import { alert, alertIsTold } from '../capabilities/alert/index.ts'
import { type Reaction, on } from '../kernel/react.ts'

const tellThoseCovered = on(alert, ({ subject: { community, id }, event, at }) =>
  alertIsTold({ community, alert: id as AlertId, at }, event),
)

export const alertReactions: readonly Reaction[] = [tellThoseCovered]
