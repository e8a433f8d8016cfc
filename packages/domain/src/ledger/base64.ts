// Bytes as base64 text and back (RFC 4648), strict: one spelling per value, because signatures travel in it.

const STANDARD = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

export const toBase64 = (bytes: Uint8Array): string => {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at
    const word = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    text += STANDARD.charAt(word >> 18) + STANDARD.charAt((word >> 12) & 63)
    text += left > 1 ? STANDARD.charAt((word >> 6) & 63) : '='
    text += left > 2 ? STANDARD.charAt(word & 63) : '='
  }
  return text
}

/** Null for anything but the canonical spelling. */
export const fromBase64 = (text: string): Uint8Array | null => {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  if (text.length % 4 !== 0) return null
  const bytes = new Uint8Array((text.length / 4) * 3 - padding)
  for (let at = 0; at < text.length; at += 4) {
    const word = [0, 1, 2, 3].reduce((sum, step) => sum * 64 + Math.max(STANDARD.indexOf(text.charAt(at + step)), 0), 0)
    bytes.set([word >> 16, (word >> 8) & 255, word & 255].slice(0, bytes.length - (at / 4) * 3), (at / 4) * 3)
  }
  return toBase64(bytes) === text ? bytes : null
}

export const toBase64Url = (bytes: Uint8Array): string =>
  toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

export const fromBase64Url = (text: string): Uint8Array | null => {
  if (!/^[\w-]*$/.test(text)) return null
  const standard = text.replaceAll('-', '+').replaceAll('_', '/')
  return fromBase64(standard + '='.repeat((4 - (standard.length % 4)) % 4))
}
