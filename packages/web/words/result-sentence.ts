// What a question came to in one sentence, the same on its page, on the overview, on paper and in a notice.
import type { PollResult } from '@yishi/contract/poll-result'
import { type Question, byKind } from '@yishi/domain/poll'
import { electedText } from './candidates.ts'
import type { Language } from './dictionary.ts'
import { optionsText, pollWords } from './poll.ts'

type Came = {
  readonly question: Question
  readonly passed: boolean
  readonly chosen: readonly string[]
  /** Seats that stay open, where people are elected by name. */
  readonly open: number
}

/** Of a result with everything that was counted. */
export const cameTo = (question: Question, { passed, chosen, allocation }: PollResult): Came => ({
  question,
  passed,
  chosen,
  open: allocation?.open ?? 0,
})

/** `通过`, `选定：三菱`, or `选出 3 位：…；还有 2 席空着`. */
export const resultSentence = ({ question, passed, chosen, open }: Came, lang: Language): string => {
  const words = pollWords[lang]
  const ofOptions = () => (passed ? words.chosen(optionsText(question, chosen, lang)) : words.nothingChosen)
  return byKind(question, {
    proposal: () => (passed ? words.passed : words.failed),
    options: ofOptions,
    preference: ofOptions,
    names: (election) => electedText({ question: election, chosen, open }, lang),
  })
}
