// How a quorum is told: what was due, who came, how many it takes.
import type { Language } from '../kernel/index.ts'
import type { MeetingSeat } from './meeting.ts'
import type { Requirement, Share } from './quorum.ts'

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
const numeral = (number: number): string => DIGITS[number] ?? String(number)

const isHalf = ({ part, whole }: Share): boolean => part * 2 === whole

/** 过半数 excludes the half, 以上 includes the number (Civil Code 1259). */
export const shareInWords = (share: Share, lang: Language): string => {
  const { part, whole, strict } = share
  if (lang === 'en') return `${strict ? 'more than' : 'at least'} ${isHalf(share) ? 'half' : `${part}/${whole}`}`
  if (strict && isHalf(share)) return '过半数'
  const fraction = isHalf(share) ? '半数' : `${numeral(whole)}分之${numeral(part)}`
  return strict ? `超过${fraction}` : `${fraction}以上`
}

type ShareMet = Extract<Requirement, { kind: 'share' }>

const shareSentence = ({ share, due, present, needed }: ShareMet, who: string, lang: Language): string => {
  const wanted = shareInWords(share, lang)
  if (lang === 'en') {
    const of = share.members === null ? 'invited' : 'members'
    return `${who ? `${who}: ` : ''}${due} ${of}, ${present} here; ${wanted} takes ${needed}`
  }
  const all = share.members === null ? `应到 ${due} 人` : `全体 ${due} 人`
  return `${who}${all}，实到 ${present} 人，${wanted}需要 ${needed} 人`
}

/** «应到 9 人，实到 6 人，过半数需要 5 人». */
export const requirementInWords = (requirement: Requirement, seats: readonly MeetingSeat[], lang: Language): string => {
  const nameOf = (seat: string | null) => seats.find(({ key }) => key === seat)?.names[lang] ?? ''
  switch (requirement.kind) {
    case 'people':
      return lang === 'zh'
        ? `到会 ${requirement.present} 人，至少要 ${requirement.needed} 人`
        : `${requirement.present} here, at least ${requirement.needed} needed`
    case 'seat':
      return lang === 'zh'
        ? `${nameOf(requirement.seat)}${requirement.met ? '已到' : '还没到，必须有人到'}`
        : `${nameOf(requirement.seat)}: ${requirement.met ? 'here' : 'nobody here yet, somebody must be'}`
    case 'share':
      return shareSentence(requirement, nameOf(requirement.share.seat), lang)
  }
}

/** «1,200,000»: grouped, so that a sum is not taken for a telephone number where numbers are starred out; whole yuan without cents. */
export const sumInWords = (yuan: string): string => {
  const [whole = '', cents = ''] = yuan.split('.')
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, ',')
  return /^0*$/u.test(cents) ? grouped : `${grouped}.${cents}`
}
