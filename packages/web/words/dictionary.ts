// A dictionary holds the words of one topic in both languages; Chinese is the source, and a word missing in English does not compile.
import type { Language } from '@yishi/domain/kernel'

export type { Language }
export type Dictionary<Words> = Readonly<Record<Language, Words>>

/** Values are texts, or functions that make a sentence from names and numbers: `dictionary({ hello: '您好' }, { hello: 'Hello' })`. */
export const dictionary = <Words>(zh: Words, en: NoInfer<Words>): Dictionary<Words> => ({ zh, en })

/** `zh-CN` or `en`, as the `lang` attribute wants it. */
export const languageTag = { zh: 'zh-CN', en: 'en' } as const satisfies Record<Language, string>
