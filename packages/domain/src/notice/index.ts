// Notices (公示): published for a period, with the law's fewest days, and told how they ended.
export { BASES, BASIS_KEYS, type Basis, type BasisKey, isInForce } from './basis.ts'
export { noticeEntry } from './entry.ts'
export {
  type Ground,
  LONGEST_TEXT,
  LONGEST_TITLE,
  MOST_DAYS,
  MOST_SPOTS,
  NOTICE_KINDS,
  NO_NOTICE,
  type Notice,
  type NoticeCommand,
  type NoticeEvent,
  type NoticeKind,
  type NoticeNumber,
  type NoticePeriod,
  type NoticeRefusal,
  SPOT_KINDS,
  type Spot,
  type StandingNotice,
  type Wording,
  isProceeding,
} from './notice.ts'
export { noticePeriod } from './period.ts'
export { noticeRules } from './rulebook.ts'
