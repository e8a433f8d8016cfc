// Reads the cookies that better-auth set, by the names it gave them.
import type { Context } from '../../kernel/context.ts'
import { cookiePrefix } from './auth.ts'

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

const find = (header: string, name: string): string | null =>
  header
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`))
    ?.slice(name.length + 1) ?? null

/** The session's token, 190 bits of chance; the signature behind it adds nothing to that. */
export const sessionTokenOf = ({ settings }: Context, header: string): string | null => {
  const value = find(header, `${cookiePrefix(settings.publicUrl)}.session_token`)
  return value === null ? null : (/^[\w-]+(?=\.|$)/u.exec(decoded(value))?.[0] ?? null)
}

/** Only what says that the password was right: a session sent along would take the second factor for another purpose. */
export const challengeCookie = ({ settings }: Context, header: string): string => {
  const name = `${cookiePrefix(settings.publicUrl)}.two_factor`
  const value = find(header, name)
  return value === null ? '' : `${name}=${value}`
}

/** What a browser would send next, having got these. */
export const cookieHeader = (setCookies: readonly string[]): string =>
  setCookies.map((cookie) => cookie.split(';')[0] ?? '').join('; ')
