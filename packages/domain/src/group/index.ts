// Chat groups: where neighbours talk, and who keeps an ear there.
export {
  GROUP_KEEPERS,
  type Group,
  type GroupCommand,
  type GroupEvent,
  type GroupRefusal,
  groupEntry,
  groupRules,
  keepsGroups,
} from './group.ts'
