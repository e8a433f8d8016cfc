// What a result is shown from: the poll as it was asked, and what it came to.
import type { Language } from '@yishi/contract/pages'
import type { PollResult } from '@yishi/contract/poll-result'
import type { PollSheet } from '@yishi/contract/poll-page'

export type ResultShown = Pick<PollSheet, 'question' | 'rule' | 'totals'>
export type ResultGiven = { shown: ResultShown; result: PollResult; lang: Language }
