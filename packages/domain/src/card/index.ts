// Reply cards: what a group is told of the matters that came from it.
export {
  type Card,
  type CardCommand,
  type CardEvent,
  type CardRefusal,
  TOLD_TO_GROUPS,
  cardEntry,
  cardRules,
} from './card.ts'
