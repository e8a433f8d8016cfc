// Reads JSON without rounding: whole numbers beyond what a number holds stay exact, as text of their digits.

const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g
const LONG_WHOLE = /^\d{16,}$/

/** Undefined for what is not JSON. */
export const exactJson = (text: string): unknown => {
  try {
    JSON.parse(text)
  } catch {
    return undefined
  }
  return JSON.parse(text.replaceAll(TOKEN, (token) => (LONG_WHOLE.test(token) ? `"${token}"` : token)))
}
