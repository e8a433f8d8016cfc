// Tips: gentle texts for groups, offered by keyword.
export { SHIPPED_TIPS } from './shipped.ts'
export {
  type KnownTip,
  type Tip,
  type TipCommand,
  type TipEvent,
  type TipRefusal,
  tipEntry,
  tipRules,
  tipsFor,
} from './tip.ts'
