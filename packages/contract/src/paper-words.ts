// What `dist/pages.js` makes of a vote for the printer: the words of its papers, in their order. Types only.
import type { Language } from '@yishi/domain/kernel'
import type { CourtRecord, CourtReport } from './court-bundle.ts'
import type { DocumentSheet } from './document.ts'
import type { ResultPaper } from './poll-page.ts'

export type PaperWords = {
  /** The result of a poll on paper: to be posted, or as its certificate. */
  resultPaper(result: ResultPaper, lang: Language): DocumentSheet
  /** The report of a court bundle and its tables. */
  courtReport(record: CourtRecord, lang: Language): CourtReport
}
