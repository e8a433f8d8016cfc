// Masks a name as is customary in notices: the surname stays, a star for each character after it.
import { COMPOUND_SURNAMES } from './surnames.ts'

const DOTS = /[·•‧∙⋅・･]/u
const LATIN = /\p{Script=Latin}|\p{Script=Cyrillic}/u

const starred = (text: string, kept: number): string => {
  const letters = Array.from(text)
  return letters.slice(0, kept).join('') + '*'.repeat(Math.max(0, letters.length - kept))
}

const maskHan = (name: string): string => {
  const letters = Array.from(name)
  if (letters.length === 1) return '*'
  const compound = letters.length > 2 && COMPOUND_SURNAMES.has(letters.slice(0, 2).join(''))
  return starred(name, compound ? 2 : 1)
}

/** `阿卜杜拉·买买提` has no surname: only its first character stays, and the dots tell that it is one name. */
const maskParts = (name: string): string =>
  name
    .split(DOTS)
    .map((part, index) => starred(part, index === 0 && Array.from(part).length > 1 ? 1 : 0))
    .join('·')

const maskWords = (name: string): string =>
  name
    .split(/\s+/u)
    .map((word) => (Array.from(word).length === 1 ? '*' : starred(word, 1)))
    .join(' ')

export const maskName = (name: string): string => {
  const whole = name.normalize('NFC').trim()
  if (whole === '') return ''
  if (DOTS.test(whole)) return maskParts(whole.replaceAll(/\s+/gu, ''))
  return LATIN.test(whole) ? maskWords(whole) : maskHan(whole.replaceAll(/\s+/gu, ''))
}
