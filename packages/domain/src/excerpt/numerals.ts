// Numbers of houses as people write them: 3, ３, 三, 十二, 二十一, 一百零五.

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100 }

/** One number in a pattern. */
export const NUMERAL = '(?:[0-9０-９]{1,4}|[零〇一二两三四五六七八九十百]{1,6})'

/** Null where the characters make no number. */
export const readNumeral = (text: string): number | null => {
  const plain = text.normalize('NFKC')
  if (/^\d+$/u.test(plain)) return Number(plain)
  let [sum, digit] = [0, 0]
  for (const letter of plain) {
    const [unit, value] = [UNITS[letter], DIGITS[letter]]
    if (unit !== undefined) {
      sum += (digit || 1) * unit
      digit = 0
    } else if (value === undefined) return null
    else digit = value
  }
  return sum + digit
}
