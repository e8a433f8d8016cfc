// The arithmetic of a vote cites its law and the number of our own rule; on paper for others the law alone stands.
import type { PollRule } from '@yishi/domain/poll'
import type { Language } from './dictionary.ts'

const OUR_NUMBERS = /R\d+\.\d+(?:[–、,]\s?R?\d+\.\d+)*\s?/gu

export const inLaw = (text: string): string => text.replaceAll(OUR_NUMBERS, '').replaceAll(/\s?[(（][)）]/gu, '')

/** The articles that a rule rests on, each once. */
export const articlesInLaw = ({ quorum, majority }: PollRule, lang: Language): string =>
  [...new Set([...quorum, ...majority].map(({ article }) => inLaw(article[lang])))].join(lang === 'zh' ? '；' : '; ')
