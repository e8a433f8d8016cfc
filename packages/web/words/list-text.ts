// Several things in one sentence, set apart as each language does: «甲、乙»; `A, B`.
import type { Language } from './dictionary.ts'

export const listText = (things: readonly (string | number)[], lang: Language): string =>
  things.join(lang === 'zh' ? '、' : ', ')
