// What people typed, made safe for a spreadsheet: a cell that begins like a formula is one in many programs (OWASP, CSV injection).

const LIKE_A_FORMULA = /^[\s\u200B\uFEFF]*[=+\-@＝＋－＠]|^[\t\r\n]/u

/** The apostrophe is what spreadsheets themselves put before a text that must stay one. */
export const harmless = (text: string): string => (LIKE_A_FORMULA.test(text) ? `'${text}` : text)
