// Numbers that a code can be sent to, and that staff sign in with.
import { readPhone } from '@yishi/domain/privacy'

export const readMobile = (text: string): string | null => {
  const phone = readPhone(text)
  return phone !== null && /^1[3-9]\d{9}$/u.test(phone) ? phone : null
}
