// The props of the public pages of a poll: its question, its result, and what stands on the reader's own ballots.
import type { Amounts, FormProblem, PollRule, Question } from '@yishi/domain/poll'
import type { z } from 'zod'
import type { POLL_STATUSES } from './poll-agenda.ts'
import type { assemblyViewSchema } from './poll.ts'
import type { PollResult } from './poll-result.ts'

/** Why somebody can or cannot vote here and now. */
export type Standing =
  | 'may-vote'
  | 'has-voted'
  | 'sign-in'
  | 'not-listed'
  | 'unconfirmed'
  | 'came-later'
  | 'co-owner'
  | 'in-hall'
  | 'soon'
  | 'over'

/** One question of an agenda: its number stands on the sheet of paper too. */
export type AgendaPlace = {
  readonly poll: string
  readonly number: number
  readonly text: string
  readonly status: Exclude<(typeof POLL_STATUSES)[number], 'draft'>
}

type Shown = {
  readonly poll: string
  readonly community: { readonly id: string; readonly name: string; readonly streetOffice: string | null }
  readonly matter: { readonly code: string; readonly title: string }
  readonly question: Question
  readonly rule: PollRule
  readonly status: Exclude<(typeof POLL_STATUSES)[number], 'draft'>
  readonly turnout: { readonly cast: number; readonly of: number } | null
  readonly totals: Readonly<Amounts>
  readonly assembly: z.infer<typeof assemblyViewSchema> | null
  readonly result: PollResult | null
  /** All questions that are asked together, and which of them this is; null where it is the only one. */
  readonly agenda: { readonly number: number; readonly questions: readonly AgendaPlace[] } | null
  /** The order in which equal votes will be settled; null before the opening, and where nothing is ranked or scored. */
  readonly lots: readonly string[] | null
  /** For what has been announced: when it opens. */
  readonly openedAt: string
  readonly decidedAt: string | null
  readonly asOf: string
}

/** What stands in the way of a ballot: something in the form, or a question that is not the one that was read. */
export type BallotProblem = Omit<FormProblem, 'code'> & {
  readonly code: FormProblem['code'] | 'question-changed' | 'other-row-voted'
}

/**
 * `POST /polls/:poll` with `step` `confirm` (choice, or `rank-option-1` …, or `score-option-1` …) or `cast` (choice, key), and
 * with `asked` in both.
 */
export type PollPage = Shown & {
  readonly standing: Standing
  /** What stands on the reader's own ballot. */
  readonly mine: { readonly choice: readonly string[]; readonly noted: boolean } | null
  /** The units that the reader owns; empty where people vote for themselves. */
  readonly units: readonly {
    readonly ballot: string
    readonly name: string
    readonly area: string
    /** Known to the one who casts it. */
    readonly choice: readonly string[] | null
    readonly cast: boolean
    readonly noted: boolean
    readonly mine: boolean
    readonly by: string | null
    readonly owners: number
  }[]
  /** What they come to together (R1.7). */
  readonly weight: { readonly heads: number; readonly area: string } | null
  readonly step: 'look' | 'confirm'
  readonly choice: readonly string[]
  /** What was entered beside each option, as it was typed: kept when something is wrong with it. */
  readonly typed: Readonly<Record<string, string>>
  readonly problem: BallotProblem | null
  /** Digest of the question, so that nobody's answer lands under another one. */
  readonly asked: string
  /** The question before this one, whose ballot was taken a moment ago. */
  readonly after: number | null
  /** Signed promise of the ledger, shown once the ballot is cast. */
  readonly receipt: string | null
  readonly key: string
}
/** `GET /polls/:poll/sheet`: the result on A4 (R1.63). */
export type PollSheet = Shown & { readonly digest: string; readonly url: string }

/** `GET /polls/:poll/agenda`: all questions that are asked together, with what stands on the reader's own ballots and the receipts; once decided, what each came to. */
export type PollAgenda = {
  readonly first: string
  /** Whether every question has a result, so that one paper can hold all; and whether all of them stand. */
  readonly papers: 'none' | 'results' | 'certificate'
  readonly community: Shown['community']
  readonly assembly: NonNullable<Shown['assembly']>
  readonly lines: readonly (AgendaPlace & {
    readonly question: Question
    readonly rule: PollRule
    readonly standing: Standing
    readonly mine: PollPage['mine']
    readonly turnout: Shown['turnout']
    readonly passed: boolean | null
    readonly chosen: readonly string[]
    readonly receipt: string | null
  })[]
  readonly asOf: string
}

/** What a certificate on paper says of its file: the digest of the file, the log that it was proved from, and the key of that log. */
export type CertificateFacts = {
  readonly sha256: string
  readonly size: number
  readonly root: string
  readonly key: string
  readonly cast: number | null
}
/** `GET /polls/:poll/agenda/sheet`: what all questions of one assembly came to on one paper; those that were taken back are left out. */
export type AgendaSheet = {
  /** The poll of the first question. */
  readonly first: string
  readonly questions: readonly (Omit<PollSheet, 'url'> & { readonly number: number })[]
  /** Of all questions together. */
  readonly url: string
}
/** `GET /polls/:poll/agenda/result.pdf` and, with the facts of the certificate, `GET /polls/:poll/agenda/certificate.pdf`. */
export type AgendaPaper = AgendaSheet & Pick<ResultPaper, 'qr' | 'certificate'>

/** `GET /polls/:poll/result.pdf` and, with the facts of the certificate, `GET /polls/:poll/certificate.pdf`. */
export type ResultPaper = PollSheet & {
  /** An SVG of the address of the poll. */
  readonly qr: string
  readonly certificate: CertificateFacts | null
}
