// Every refusal of every rulebook has its problem in the catalogue: a code without words does not compile.
import { PROBLEMS, type ProblemEntry } from '@yishi/contract/problem'
import type { MatterRefusal } from '@yishi/domain/matter'
import type { OrderRefusal } from '@yishi/domain/order'
import type { AskRefusal } from './capabilities/matter/asking.ts'
import type { RaiseRefusal } from './capabilities/matter/raise.ts'
import type { KernelRefusal } from './kernel/perform.ts'
import type { PhotoRefusal } from './capabilities/photo/index.ts'

type AnyRefusal = MatterRefusal | OrderRefusal | AskRefusal | RaiseRefusal | KernelRefusal | PhotoRefusal

export const toldRefusals: Readonly<Record<AnyRefusal, ProblemEntry>> = PROBLEMS
