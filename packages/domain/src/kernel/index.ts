// What every capability of the domain stands on.
export { type Actor, CLOCK, type Hat, ROLES, type Role, VISITOR, belongsTo, covers, holds } from './actor.ts'
export type {
  AlertId,
  BallotId,
  BoardExportId,
  BudgetId,
  CardId,
  ClaimId,
  CommunityId,
  ConditionId,
  ConsentId,
  ConventionId,
  DrawId,
  DutyRosterId,
  ElectionId,
  ExcerptId,
  GroupId,
  HotlineListId,
  IdPrefix,
  Ids,
  JoiningId,
  MatterId,
  MeetingId,
  NodeId,
  CourtBundleId,
  NoticeId,
  ObjectionId,
  OrderId,
  PartyId,
  PersonId,
  PhotoId,
  PlaceId,
  PollId,
  ProjectId,
  RecordingId,
  RosterImportId,
  ScanId,
  StreetOfficeId,
  TipId,
  UnitId,
  VoterId,
} from './ids.ts'
export { DAY, HOUR, type Instant, MINUTE, SECOND, byTime, earliest, later, millis, toInstant } from './instant.ts'
export { LANGUAGES, type Language } from './language.ts'
export { type Refused, isRefused, refuse } from './refusal.ts'
export { type Decision, type Meta, type Rule, type Rulebook, type Rules, during, rulebook } from './rulebook.ts'
export { type Chapter, type Tabled, rulebooksInMarkdown } from './table.ts'
