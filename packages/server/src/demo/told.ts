// The demo's matters as they are told: facts of real cases in words of our own; `from` names the case in the collection of real cases.
import type { Role } from '@yishi/domain/kernel'
import type { Channel, Publicity, Sorting } from '@yishi/domain/matter'
import hupan from './matters/hupan.json' with { type: 'json' }
import lantian from './matters/lantian.json' with { type: 'json' }
import xianghe from './matters/xianghe.json' with { type: 'json' }
import type { Picture } from './pictures.ts'

/** What has not happened yet; a matter without it goes to its end. */
export type Until = 'sort' | 'place' | 'accept' | 'report' | 'complete' | 'rate' | 'revisit' | 'answer' | 'close'

export type ToldMeeting = {
  /** How far it has come by now. */
  readonly stands: 'called' | 'sitting' | 'minuted'
  readonly title: string
  readonly where: string
  readonly agenda: readonly string[]
  readonly remarks: readonly (readonly [by: string, text: string])[]
  readonly options: readonly {
    readonly title: string
    readonly pros: readonly string[]
    readonly cons: readonly string[]
    readonly cost: string | null
    readonly by: string
  }[]
  readonly resolved: readonly (readonly [text: string, task: string])[]
}

export type Told = {
  readonly from: string
  /** Raised so many days ago. */
  readonly days: number
  /** Raised at that very hour, be it at night. */
  readonly exact?: boolean
  /** The key of the node, lamp-post or point where it is. */
  readonly at: string
  readonly by: Channel
  readonly title: string
  readonly text: string
  readonly sorting: Sorting
  readonly method?: string
  /** The roles of the parties that get an order; the first leads. */
  readonly to: readonly Role[]
  readonly until?: Until
  readonly name?: string
  readonly phone?: boolean
  /** Raised by somebody who is signed in. */
  readonly resident?: boolean
  /** Said aloud, for so many seconds; nobody has listened yet. */
  readonly spoken?: number
  /** Raised for this neighbour, by somebody who is signed in. */
  readonly helped?: string
  readonly publicity?: Publicity
  readonly picture?: Picture
  readonly task?: string
  readonly talk?: string
  /** The talk is a meeting. */
  readonly meeting?: ToldMeeting
  readonly work?: string
  readonly control?: boolean
  readonly done?: string
  /** The work takes longer than its limit. */
  readonly late?: boolean
  readonly score?: number
  readonly says?: string
  /** The second rating, after the work was done again. */
  readonly then?: number
  readonly then_done?: string
  readonly then_to?: Role
  readonly decline?: string
  readonly whistle?: boolean
  readonly nudge?: boolean
  readonly listed?: string
  readonly pause?: string
  readonly rule?: string
  /** What its representatives are asked. */
  readonly question?: string
  readonly reopen?: string
  /** The same as the matter before it from the same case. */
  readonly duplicate?: boolean
  readonly answered?: boolean
  /** Hung where the procedure publishes; somebody objects to it and waits for the answer. */
  readonly notice?: { readonly title: string; readonly text: string; readonly objection: string }
}

export const TOLD: Readonly<Record<string, readonly Told[]>> = {
  lantian: lantian as readonly Told[],
  xianghe: xianghe as readonly Told[],
  hupan: hupan as readonly Told[],
}
