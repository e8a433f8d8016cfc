// What may stand in public of a sentence that somebody typed: numbers of people and doors in it are starred out (个人信息保护法 6, 25).
import { maskPhone } from './mask-phone.ts'

const DATE = /20\d{2}-\d{1,2}-\d{1,2}(?!\d)/
/** Seven or more digits, however they are grouped; full-width ones too, and the X at the end of an identity number. */
const NUMBER = /[0-9０-９](?:[ -]?[0-9０-９]){6,}[XxＸ]?/gu
const DOOR = /[0-9０-９A-Za-z-]+(?=室)/gu
const LONGEST_PHONE = 13

const masked = (number: string): string => {
  if (DATE.test(number) && number.length <= 10) return number
  const digits = number.replaceAll(/[ -]/gu, '')
  return digits.length > LONGEST_PHONE ? '*'.repeat(digits.length) : maskPhone(number)
}

export const maskText = (text: string): string => text.replaceAll(NUMBER, masked).replaceAll(DOOR, '**')
