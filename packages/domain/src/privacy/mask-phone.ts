// Masks a telephone number: three and four digits of a mobile stay, of any other number only its end; hotlines are nobody's secret.

const HOTLINE = 5

const MOBILE = /^(?:(?:\+|00)?86[\s-]?)?(1[3-9]\d)[\s-]?\d{4}[\s-]?(\d{4})$/
const LANDLINE = /^(0(?:10|2\d|[3-9]\d{2}))[\s-]?(\d{7,8})(?:-\d{1,5})?$/
const LOCAL = /^(\d{7,8})(?:-\d{1,5})?$/

const tail = (digits: string): string => '*'.repeat(Math.max(0, digits.length - 4)) + digits.slice(-4)

export const maskPhone = (phone: string): string => {
  const text = phone.normalize('NFKC').trim()
  const mobile = MOBILE.exec(text)
  if (mobile) return `${mobile[1]}****${mobile[2]}`
  const landline = LANDLINE.exec(text)
  if (landline) return `${landline[1]}-${tail(landline[2]!)}`
  const local = LOCAL.exec(text)
  if (local) return tail(local[1]!)
  const digits = text.replaceAll(/\D/gu, '')
  if (digits.length <= HOTLINE && digits === text) return text
  return digits.length >= 9 ? tail(digits) : '*'.repeat(Math.max(digits.length, HOTLINE))
}
