// Every refusal that a route may answer with has its problem in the catalogue: a code without words does not compile.
import { PROBLEMS } from '@yishi/contract/problem'
import type { ProblemEntry } from '@yishi/contract/problems/entry'
import type { AlertRefusal } from '@yishi/domain/alert'
import type { BudgetBallotRefusal, RoundRefusal } from '@yishi/domain/budget'
import type { BoardExportRefusal } from '@yishi/domain/board-export'
import type { CardRefusal } from '@yishi/domain/card'
import type { ReadingRefusal } from '@yishi/domain/excerpt'
import type { GroupRefusal } from '@yishi/domain/group'
import type { DrawRefusal } from '@yishi/domain/draw'
import type { DutyRefusal } from '@yishi/domain/duty'
import type { HotlineListRefusal } from '@yishi/domain/hotline'
import type { JoiningRefusal } from '@yishi/domain/joining'
import type { MatterRefusal } from '@yishi/domain/matter'
import type { MeetingRefusal } from '@yishi/domain/meeting'
import type { NoticeRefusal } from '@yishi/domain/notice'
import type { ObjectionRefusal } from '@yishi/domain/objection'
import type { OrderRefusal } from '@yishi/domain/order'
import type { ProjectRefusal } from '@yishi/domain/project'
import type { BallotRefusal, PollRefusal } from '@yishi/domain/poll'
import type { PaperRefusal } from '@yishi/domain/paper-ballot'
import type { ElectionRefusal } from '@yishi/domain/secret-election'
import type { LookRefusal } from '@yishi/domain/patrol'
import type { RosterImportRefusal } from '@yishi/domain/roster'
import type { DecideRefusal } from './capabilities/excerpt/index.ts'
import type { GroupAskRefusal } from './capabilities/group/index.ts'
import type { CodeRefusal } from './capabilities/account/code-sign-in.ts'
import type { FactorRefusal, StaffRefusal } from './capabilities/account/staff-sign-in.ts'
import type { AlertAskRefusal } from './capabilities/alert/index.ts'
import type { BudgetAskRefusal } from './capabilities/budget/index.ts'
import type { DutyAskRefusal } from './capabilities/duty/index.ts'
import type { DrawAskRefusal } from './capabilities/draw/index.ts'
import type { ListFileRefusal } from './capabilities/hotline/file.ts'
import type { AskRefusal } from './capabilities/matter/asking.ts'
import type { RaiseRefusal } from './capabilities/matter/raise.ts'
import type { HandedRefusal } from './capabilities/patrol/handing-in.ts'
import type { PaperAskRefusal } from './capabilities/paper-ballot/index.ts'
import type { InviteRefusal } from './capabilities/meeting/calling.ts'
import type { NoticeAskRefusal } from './capabilities/notice/index.ts'
import type { PhotoRefusal } from './capabilities/photo/index.ts'
import type { ProjectAskRefusal } from './capabilities/project/index.ts'
import type { ElectorateRefusal } from './capabilities/poll/electorate-query.ts'
import type { RecordingRefusal } from './capabilities/recording/index.ts'
import type { KernelRefusal } from './kernel/perform.ts'
import type { WorkbookRefusal } from './kernel/workbook/workbook.ts'

type OfRulebooks =
  | MatterRefusal
  | OrderRefusal
  | ProjectRefusal
  | PollRefusal
  | BallotRefusal
  | PaperRefusal
  | RoundRefusal
  | ElectionRefusal
  | BudgetBallotRefusal
  | LookRefusal
  | HotlineListRefusal
  | MeetingRefusal
  | NoticeRefusal
  | ObjectionRefusal
  | RosterImportRefusal
  | BoardExportRefusal
  | AlertRefusal
  | DrawRefusal
  | DutyRefusal
  | KernelRefusal
type OfChat = GroupRefusal | CardRefusal | JoiningRefusal | DecideRefusal | ReadingRefusal | GroupAskRefusal
type OfRoutes =
  | AlertAskRefusal
  | DrawAskRefusal
  | DutyAskRefusal
  | BudgetAskRefusal
  | AskRefusal
  | ProjectAskRefusal
  | RaiseRefusal
  | PhotoRefusal
  | RecordingRefusal
  | ElectorateRefusal
  | HandedRefusal
  | ListFileRefusal
  | InviteRefusal
  | NoticeAskRefusal
  | PaperAskRefusal
  | WorkbookRefusal
  | CodeRefusal
  | StaffRefusal
  | FactorRefusal

export const toldRefusals: Readonly<Record<OfRulebooks | OfChat | OfRoutes, ProblemEntry>> = PROBLEMS
