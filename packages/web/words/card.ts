// What goes back into a group: a few warm lines, and the words of the picture beside them.
import type { CardFacts } from '@yishi/contract/pages'
import { type Language, dictionary } from './dictionary.ts'
import { nextSentence } from './follow.ts'
import { voicesWords } from './joining.ts'
import { deadlineInWords } from './moments.ts'

export const cardWords = dictionary(
  {
    head: '邻里回音',
    hidden: '您反映的一件事',
    hello: '您好，',
    by: (deadline: string) => `预计${/^\d/u.test(deadline) ? ' ' : ''}${deadline} 前`,
    late: '比说好的时间晚了，我们正在催办，对不住。',
    code: (code: string) => `编号 ${code}`,
    find: (url: string) => `查进度：${url}`,
    foot: '一事一议，事事有回音',
    owed: (group: string) => `有新进展，请把回音卡发到“${group}”。`,
  },
  {
    head: 'Back to the neighbours',
    hidden: 'The matter that you raised',
    hello: '',
    by: (deadline: string) => `Expected by ${deadline}`,
    late: 'It is later than we promised; we are pressing for it. We are sorry.',
    code: (code: string) => `Matter ${code}`,
    find: (url: string) => `See how it goes: ${url}`,
    foot: 'Every matter gets its answer',
    owed: (group: string) => `There is news: please post the reply card in “${group}”.`,
  },
)

/** What whoever keeps a group hears. */
export const cardOwedSentence = (group: string, lang: Language): string => cardWords[lang].owed(group)

/** Nine digits are read out in threes. */
export const codeInThrees = (code: string): string => code.replaceAll(/(\d{3})(?=\d)/gu, '$1 ')

export const dueSentence = ({ clock, phase, asOf }: CardFacts, lang: Language): string | null => {
  if (!clock || phase === 'closed' || phase === 'to-rate' || clock.paused) return null
  return clock.overdue ? cardWords[lang].late : cardWords[lang].by(deadlineInWords(clock.due, asOf, lang))
}

export const titleOfCard = ({ title, place }: CardFacts, lang: Language): string =>
  title === null
    ? cardWords[lang].hidden
    : [place && !title.includes(place) ? place : '', title].filter(Boolean).join(' ')

export const voicesOfCard = ({ voices }: CardFacts, lang: Language): string | null =>
  voices > 1 ? voicesWords[lang].metBy(voices) : null

/** At most a few lines, ready to be copied. */
export const cardText = (facts: CardFacts, lang: Language): string => {
  const words = cardWords[lang]
  const next = `${words.hello}${nextSentence(facts, lang)}`
  return [
    `【${words.head}】${titleOfCard(facts, lang)}`,
    [voicesOfCard(facts, lang), next].filter(Boolean).join(lang === 'zh' ? '。' : '. '),
    dueSentence(facts, lang),
    [words.code(codeInThrees(facts.code)), facts.url && words.find(facts.url)]
      .filter(Boolean)
      .join(lang === 'zh' ? '，' : ', '),
  ]
    .filter(Boolean)
    .join('\n')
}
