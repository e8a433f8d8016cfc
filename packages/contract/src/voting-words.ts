// What `dist/pages.js` says of votes outside of pages: what voters are told, and the words of papers in their order. Types only.
import type { VotedTwice } from './same-person.ts'
import type { ClaimOccasion } from './identity.ts'
import type { Language } from '@yishi/domain/kernel'
import type { BudgetOccasion } from './budget.ts'
import type { BundleOccasion, CourtLines, CourtRecord, CourtReport, CourtTable } from './court-bundle.ts'
import type { DocumentSheet } from './document.ts'
import type { DrawOccasion } from './draw.ts'
import type { ElectionOccasion } from './election-pages.ts'
import type { AgendaPaper, ResultPaper } from './poll-page.ts'
import type { TermOccasion } from './term.ts'

export type VotingWords = {
  /** What everybody on the list of a shared budget is told of it. */
  budgetSentence(occasion: BudgetOccasion, lang: Language): string
  /** What the desk is told where one person voted with two rows of a list. */
  votedTwiceSentence(told: VotedTwice, lang: Language): { readonly title: string; readonly body: string }
  /** What everybody in the community is told of a secret election. */
  electionSentence(occasion: ElectionOccasion, lang: Language): string
  /** What everybody whom a draw concerns is told of it; of an objection the desk and whoever made it. */
  drawSentence(occasion: DrawOccasion, lang: Language): string
  /** What people are told about a claim to own a unit. */
  claimSentence(occasion: ClaimOccasion, lang: Language): { readonly title: string; readonly body: string }
  /** What members of a committee and the desk are told about its term. */
  termSentence(occasion: TermOccasion, lang: Language): { readonly title: string; readonly body: string }
  /** What a voter is told when a poll opens. */
  voterSentence(lang: Language): string
  /** The result of a poll on paper: to be posted, or as its certificate. */
  resultPaper(result: ResultPaper, lang: Language): DocumentSheet
  /** What all questions of one assembly came to, likewise. */
  agendaPaper(results: AgendaPaper, lang: Language): DocumentSheet
  /** What whoever asked for a court bundle hears of it. */
  courtBundleSentence(
    occasion: BundleOccasion,
    question: string,
    lang: Language,
  ): { readonly title: string; readonly body: string }
  /** The report of a court bundle and its short tables. */
  courtReport(record: CourtRecord, lang: Language): CourtReport
  /** Lines of its registers, table by table. */
  courtRegisters(record: CourtRecord, lines: CourtLines, lang: Language): readonly CourtTable[]
}
