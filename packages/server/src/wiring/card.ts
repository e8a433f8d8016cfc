// What moves a matter owes its groups a card; whoever keeps the group hears that there is one to post.
import { card, cardsAfter, tellsKeeper } from '../capabilities/card/index.ts'
import { matter } from '../capabilities/matter/index.ts'
import { type Reaction, on } from '../kernel/react.ts'

const oweCards = on(matter, ({ trx, subject, event }) => cardsAfter(trx, subject, event))
const tellKeeper = on(card, ({ subject, event, at }) => tellsKeeper(subject, event, at))

export const cardReactions: readonly Reaction[] = [oweCards, tellKeeper]
