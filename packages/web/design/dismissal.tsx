// What follows when a vote on the property company has passed: the days of notice, should it be a dismissal (Civil Code art. 946, R1.21).
import type { PollFile } from '@yishi/contract/poll'
import { localDateOf } from '@yishi/domain/calendar'
import type { Instant, Language } from '@yishi/domain/kernel'
import { contractMayEnd, mayDismiss } from '@yishi/domain/poll'
import { fullDay } from '../words/moments.ts'
import { ownersRightsWords } from '../words/owners-rights.ts'

type Given = {
  readonly decided: {
    readonly assembly: Pick<NonNullable<PollFile['assembly']>, 'topic'> | null
    readonly result: { readonly passed: boolean } | null
    readonly decidedAt: string | null
  }
  readonly lang: Language
}

export const Dismissal = ({ decided: { assembly, result, decidedAt }, lang }: Given) => {
  if (!assembly || decidedAt === null || !mayDismiss(assembly.topic, result?.passed ?? false)) return null
  const told = localDateOf(decidedAt as Instant)
  return <p>{ownersRightsWords[lang].dismissal(fullDay(told, lang), fullDay(contractMayEnd(told), lang))}</p>
}
