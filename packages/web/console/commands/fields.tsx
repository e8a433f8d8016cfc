// Every command and the fields of its form; a command of the contract without a form does not compile.
import type { FC } from 'react'
import type { ActionName } from '../../words/console-forms.ts'
import {
  AnswerFields,
  CodifyFields,
  OutcomeFields,
  RateFields,
  RevisitFields,
  SignFields,
  TalkFields,
} from './act-fields.tsx'
import type { FormValues } from './body.ts'
import { MeetConditionFields } from './condition-fields.tsx'
import { OrderFields, WhistleFields } from './order-fields.tsx'
import { AcceptFields, CompleteFields, ReportFields, TransferFields } from './party-fields.tsx'
import { SortFields } from './sort-fields.tsx'
import {
  CorrectFields,
  LinkFields,
  NudgeFields,
  PauseFields,
  ReasonFields,
  RemarkFields,
  ResumeFields,
  WithdrawFields,
} from './tending-fields.tsx'

type CommandForm = { readonly Fields: FC; readonly initial?: FormValues }

export const COMMAND_FIELDS: Readonly<Record<ActionName, CommandForm>> = {
  sort: { Fields: SortFields },
  'place-orders': { Fields: OrderFields, initial: { orders: [{ lead: true }] } },
  whistle: { Fields: WhistleFields, initial: { orders: [{ lead: false }] } },
  'record-talk': { Fields: TalkFields },
  sign: { Fields: SignFields },
  'meet-condition': { Fields: MeetConditionFields },
  answer: { Fields: AnswerFields },
  rate: { Fields: RateFields },
  revisit: { Fields: RevisitFields },
  codify: { Fields: CodifyFields },
  'take-outcome': { Fields: OutcomeFields },
  pause: { Fields: PauseFields },
  resume: { Fields: ResumeFields },
  list: { Fields: ReasonFields },
  unlist: { Fields: ReasonFields },
  remark: { Fields: RemarkFields },
  nudge: { Fields: NudgeFields },
  correct: { Fields: CorrectFields },
  link: { Fields: LinkFields },
  reopen: { Fields: ReasonFields },
  'withdraw-consent': { Fields: WithdrawFields },
  accept: { Fields: AcceptFields },
  decline: { Fields: ReasonFields },
  report: { Fields: ReportFields },
  complete: { Fields: CompleteFields },
  transfer: { Fields: TransferFields },
}
