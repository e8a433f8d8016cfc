// The props of the public pages of a poll: its question, its result, and what stands on the reader's own ballots.
import type { Amounts, PollRule, Question } from '@yishi/domain/poll'
import type { z } from 'zod'
import type { POLL_STATUSES, PollResult, assemblyViewSchema } from './poll.ts'

/** Why somebody can or cannot vote here and now. */
export type Standing = 'may-vote' | 'has-voted' | 'sign-in' | 'not-listed' | 'co-owner' | 'in-hall' | 'soon' | 'over'

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
  /** For what has been announced: when it opens. */
  readonly openedAt: string
  readonly decidedAt: string | null
  readonly asOf: string
}

/** `POST /polls/:poll` with `step` `confirm` (choice) or `cast` (choice, key). */
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
  readonly problem: 'missing' | 'choice-unfit' | null
  /** Signed promise of the ledger, shown once the ballot is cast. */
  readonly receipt: string | null
  readonly key: string
}
/** `GET /polls/:poll/sheet`: the result on A4 (R1.63). */
export type PollSheet = Shown & { readonly digest: string; readonly url: string }

/** What a certificate on paper says of its file: the digest of the file, the log that it was proved from, and the key of that log. */
export type CertificateFacts = {
  readonly sha256: string
  readonly size: number
  readonly root: string
  readonly key: string
  readonly cast: number | null
}
/** `GET /polls/:poll/result.pdf` and, with the facts of the certificate, `GET /polls/:poll/certificate.pdf`. */
export type ResultPaper = PollSheet & {
  /** An SVG of the address of the poll. */
  readonly qr: string
  readonly certificate: CertificateFacts | null
}
