// Names of things: prefixed strings, distinct to the compiler and readable in logs.

export type StreetOfficeId = `sto_${string}`
export type CommunityId = `com_${string}`
export type NodeId = `nod_${string}`
export type UnitId = `unt_${string}`
export type PlaceId = `plc_${string}`
export type PersonId = `per_${string}`
export type PartyId = `pty_${string}`
export type MatterId = `mat_${string}`
export type OrderId = `ord_${string}`
export type PhotoId = `pho_${string}`
export type RecordingId = `rec_${string}`
export type ConsentId = `cst_${string}`
export type ConventionId = `cnv_${string}`
export type RosterImportId = `imp_${string}`
export type HotlineListId = `hli_${string}`
export type BoardExportId = `exp_${string}`
export type GroupId = `grp_${string}`
export type ExcerptId = `exc_${string}`
export type CardId = `crd_${string}`
export type TipId = `tip_${string}`
export type JoiningId = `joi_${string}`
export type AlertId = `alt_${string}`
export type DutyRosterId = `dut_${string}`
export type MeetingId = `mtg_${string}`
export type DrawId = `drw_${string}`
export type PollId = `pol_${string}`
export type VoterId = `vtr_${string}`
export type BallotId = `bal_${string}`
export type ScanId = `scn_${string}`
export type CourtBundleId = `cbn_${string}`
export type NoticeId = `ntc_${string}`
export type ObjectionId = `obj_${string}`
export type ProjectId = `prj_${string}`
export type BudgetId = `bud_${string}`
export type ElectionId = `elc_${string}`
export type ConditionId = `cnd_${string}`
export type ClaimId = `clm_${string}`
export type TermId = `trm_${string}`

export type IdPrefix =
  | 'com'
  | 'nod'
  | 'plc'
  | 'per'
  | 'pty'
  | 'mat'
  | 'ord'
  | 'pho'
  | 'cnv'
  | 'msg'
  | 'clk'
  | 'sto'
  | 'unt'
  | 'imp'
  | 'exp'
  | 'grp'
  | 'exc'
  | 'tip'
  | 'alt'
  | 'mtg'
  | 'drw'
  | 'pol'
  | 'vtr'
  | 'bal'
  | 'scn'
  | 'cbn'
  | 'ntc'
  | 'prj'
  | 'bud'
  | 'elc'
  | 'obj'
  | 'cnd'
  | 'hli'
  | 'rec'
  | 'cst'
  | 'clm'
  | 'trm'

/** Makes a new id; handed in with each decision, because the domain has no chance of its own. */
export type Ids = <P extends IdPrefix>(prefix: P) => `${P}_${string}`
