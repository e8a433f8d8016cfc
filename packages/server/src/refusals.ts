// Every refusal that a route may answer with has its problem in the catalogue: a code without words does not compile.
import { PROBLEMS } from '@yishi/contract/problem'
import type { ProblemEntry } from '@yishi/contract/problems/entry'
import type { AlertRefusal } from '@yishi/domain/alert'
import type { BoardExportRefusal } from '@yishi/domain/board-export'
import type { DutyRefusal } from '@yishi/domain/duty'
import type { MatterRefusal } from '@yishi/domain/matter'
import type { OrderRefusal } from '@yishi/domain/order'
import type { RosterImportRefusal } from '@yishi/domain/roster'
import type { CodeRefusal } from './capabilities/account/code-sign-in.ts'
import type { FactorRefusal, StaffRefusal } from './capabilities/account/staff-sign-in.ts'
import type { AlertAskRefusal } from './capabilities/alert/index.ts'
import type { DutyAskRefusal } from './capabilities/duty/index.ts'
import type { AskRefusal } from './capabilities/matter/asking.ts'
import type { RaiseRefusal } from './capabilities/matter/raise.ts'
import type { PhotoRefusal } from './capabilities/photo/index.ts'
import type { WorkbookRefusal } from './capabilities/roster/workbook.ts'
import type { KernelRefusal } from './kernel/perform.ts'

type OfRulebooks =
  | MatterRefusal
  | OrderRefusal
  | RosterImportRefusal
  | BoardExportRefusal
  | AlertRefusal
  | DutyRefusal
  | KernelRefusal
type OfRoutes =
  | AlertAskRefusal
  | DutyAskRefusal
  | AskRefusal
  | RaiseRefusal
  | PhotoRefusal
  | WorkbookRefusal
  | CodeRefusal
  | StaffRefusal
  | FactorRefusal

export const toldRefusals: Readonly<Record<OfRulebooks | OfRoutes, ProblemEntry>> = PROBLEMS
