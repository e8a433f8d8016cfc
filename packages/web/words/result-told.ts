// What a poll came to as the text of a notice: in a sentence, and then every sum of it, as its kind of question is counted; of an agenda question after question.
import type { PollFile } from '@yishi/contract/poll'
import type { PollResult } from '@yishi/contract/poll-result'
import { type PreferenceQuestion, byKind } from '@yishi/domain/poll'
import { consoleAgendaWords } from './console-agenda.ts'
import { consoleAssemblyWords } from './console-assembly.ts'
import type { Language } from './dictionary.ts'
import { choiceText, pollWords } from './poll.ts'
import { countLines } from './preference-count.ts'
import { cameTo, resultSentence } from './result-sentence.ts'
import { sumsApart } from './result-sums.ts'

type Counted = Pick<PollFile, 'question' | 'result'>
type Lines = readonly string[]

const sums = ({ verdicts }: PollResult, lang: Language): Lines =>
  verdicts.flatMap(({ lines }) => lines.map((line) => line[lang]))

/** Whether enough took part: the same of everybody who stands. */
const quorum = ({ verdicts }: PollResult, lang: Language): Lines =>
  (verdicts[0]?.lines ?? []).filter(({ test }) => test === 'quorum').map((line) => line[lang])

/** Each option as if it had been asked alone, under its own words; what holds of all of them once. */
const byOption = ({ question }: Counted, { verdicts }: PollResult, lang: Language): Lines => {
  const { alike, own } = sumsApart(verdicts, lang)
  const each = verdicts.flatMap(({ choice }, index) => [
    pollWords[lang].arithmeticOf(choiceText(question, choice, lang)),
    ...own[index]!,
  ])
  return [...alike, ...each]
}

const linesOf = (counted: Counted, result: PollResult, lang: Language): Lines =>
  byKind(counted.question, {
    proposal: () => sums(result, lang),
    options: () => byOption(counted, result, lang),
    preference: (question: PreferenceQuestion) => [...sums(result, lang), ...countLines({ question, lang }, result)],
    names: () => [...quorum(result, lang), ...(result.allocation?.ranking ?? []).map((each) => each[lang])],
  })

/** The sentence first, and then how it came about. */
export const resultTold = (counted: Counted, lang: Language): Lines => {
  const { question, result } = counted
  if (!result) return []
  const words = consoleAssemblyWords[lang]
  const said = resultSentence(cameTo(question, result), lang)
  const came = question.type === 'for-against' ? words.resultOf(result.passed) : words.resultSaid(said)
  return [came, ...linesOf(counted, result, lang)]
}

/** All questions of an agenda one after the other, and that anybody may object. */
export const agendaTold = (questions: readonly (Counted & { readonly number: number })[], lang: Language): string => {
  const parts = questions.map(({ number, ...counted }) =>
    [consoleAgendaWords[lang].item(number, counted.question.text), ...resultTold(counted, lang)].join('\n'),
  )
  return [...parts, consoleAssemblyWords[lang].resultObjections].join('\n\n')
}
