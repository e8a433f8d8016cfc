// What the ledger keeps of a duty roster: that it was set for which node, and how long it is; people and numbers are sealed.
import type { EntriesOf } from '../ledger/index.ts'
import type { DutyEvent } from './duty.ts'

export const dutyEntry: EntriesOf<DutyEvent> = {
  DutySet: ({ node, shifts }) => ({ facts: { node, shifts: shifts.length }, sealed: { roster: shifts } }),
}
