// The code on a plate: seven characters and a check character of Crockford's base32, which has no I, L, O and U to confuse.

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 7

/** As many codes as there are. */
export const PLACE_CODES = 32 ** LENGTH

// Odd, so that multiplying by it modulo a power of two only reorders: neighbours get codes that look nothing alike.
const STRIDE = 21_358_170_313n
const SHIFT = 7_919_000_111n

/** Multiplies by x in GF(32) over x⁵ + x² + 1. */
const timesX = (value: number): number => ((value << 1) ^ (value & 16 ? 0b100101 : 0)) & 31

/** Each position has another power of x as its weight, so any one wrong character and any two exchanged ones are noticed. */
const checkOf = (digits: readonly number[]): number => digits.reduce((sum, digit) => timesX(sum ^ digit), 0)

/** The code of the n-th place of an installation; different numbers have different codes. */
export const placeCodeOf = (number: number): string => {
  if (!Number.isSafeInteger(number) || number < 0 || number >= PLACE_CODES)
    throw new RangeError(`there is no place number ${number}`)
  let rest = (BigInt(number) * STRIDE + SHIFT) % BigInt(PLACE_CODES)
  const digits: number[] = []
  for (let at = 0; at < LENGTH; at += 1) {
    digits.unshift(Number(rest % 32n))
    rest /= 32n
  }
  return [...digits, checkOf(digits)].map((digit) => LETTERS.charAt(digit)).join('')
}

export const isPlaceCode = (code: string): boolean => {
  const digits = Array.from(code, (letter) => LETTERS.indexOf(letter))
  return digits.length === LENGTH + 1 && !digits.includes(-1) && checkOf(digits.slice(0, -1)) === digits.at(-1)
}

/** A code as people type it, O for 0 and I or L for 1 included; null where a character is wrong. */
export const readPlaceCode = (text: string): string | null => {
  const code = text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s-]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/gu, '1')
  return isPlaceCode(code) ? code : null
}
