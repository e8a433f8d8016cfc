// Reads JSON without rounding: numbers with more digits than a number holds stay exact, as text of their digits.

const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g
const PLAIN = /^\d+(?:\.\d+)?$/
const EXACT_DIGITS = 15

const isLong = (token: string): boolean => token.length > EXACT_DIGITS && PLAIN.test(token)

/** Undefined for what is not JSON. */
export const exactJson = (text: string): unknown => {
  try {
    JSON.parse(text)
  } catch {
    return undefined
  }
  return JSON.parse(text.replaceAll(TOKEN, (token) => (isLong(token) ? `"${token}"` : token)))
}
