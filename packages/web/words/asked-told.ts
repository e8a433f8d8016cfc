// What is asked as the text of a notice: every question with what stands behind it, and what may be marked, as its kind of question has it.
import { type PollRule, type Question, byKind } from '@yishi/domain/poll'
import { candidatesText } from './candidates.ts'
import { consoleAgendaWords } from './console-agenda.ts'
import type { Language } from './dictionary.ts'
import { pollWords } from './poll.ts'
import { preferenceSheetWords } from './preference-sheet.ts'
import { legendOf, preferenceSentences } from './preference.ts'

type Asked = { readonly number: number; readonly question: Question; readonly rule: PollRule }

type Optioned = { readonly options: readonly { readonly text: string }[] }

const numbered = ({ options }: Optioned): readonly string[] => options.map(({ text }, index) => `${index + 1}. ${text}`)

/** How most votes win is told before anybody votes: no law says it. */
const decided = (rule: PollRule, lang: Language): readonly string[] => {
  const told = preferenceSentences(rule, lang).join(lang === 'zh' ? '；' : '. ')
  return [`${preferenceSheetWords[lang].deciding}${lang === 'zh' ? `：${told}。` : `: ${told}.`}`]
}

/** Who stands is announced with the question that elects them (R1.60); other options by their words. `brief`: candidates by their names alone. */
const offered = ({ question, rule }: Asked, lang: Language, brief: boolean): readonly string[] =>
  byKind(question, {
    proposal: () => [],
    options: (each) => [
      each.type === 'choose-some' ? pollWords[lang].chooseSome(each.most) : pollWords[lang].chooseOne,
      ...numbered(each),
    ],
    preference: (each) => [legendOf(each, lang), ...numbered(each), ...decided(rule, lang)],
    names: (each) => [candidatesText(each, lang, brief)],
  })

/** The one question of a poll that stands alone needs no number. */
export const askedTold = (asked: readonly Asked[], lang: Language, brief: boolean): string =>
  asked
    .flatMap((each) => {
      const { number, question } = each
      const { text, explanation } = question
      const head = asked.length > 1 ? ['', consoleAgendaWords[lang].item(number, text)] : [text]
      return [...head, ...(explanation ? [explanation] : []), ...offered(each, lang, brief)]
    })
    .join('\n')
