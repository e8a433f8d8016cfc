// One person, one vote, where two rows of a list are one person (docs/decisions/0049).
export { holdGroups, rowCounts, rowOnList, sameRowsOf, settleRow } from './groups.ts'
export { accountMoved } from './joining.ts'
export { AT_ONCE, BUDGET_LISTS, type ListKind, POLL_LISTS, holdAccounts, joinRowsOf } from './rows.ts'
