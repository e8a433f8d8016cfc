// Paper ballots of units: out, back, read twice, settled.
export { paperEntry } from './entry.ts'
export {
  DELIVERIES,
  type Assistance,
  type Delivery,
  FAILURES,
  type Failure,
  type Marks,
  NO_PAPER,
  type PaperBallot,
  type PaperCommand,
  type PaperEvent,
  type PaperRefusal,
  type Picture,
  type Proxy,
  RETURNS,
  type Reading,
  type Return,
  SIGNED_BY,
  type SheetQuestion,
  type SignedBy,
  type StandingPaper,
} from './paper-ballot.ts'
export { differing } from './marks.ts'
export { type PagePart, type SheetPage, pagesOf } from './pages.ts'
export { type ProxyRule, proxyRuleFor } from './proxy.ts'
export { proofsOf } from './proof.ts'
export { notSecond, notThird } from './readers.ts'
export { paperRules } from './rulebook.ts'
export { STANDINGS, type Standing, standingsOf } from './voted-twice.ts'
