// What a list that was taken in brings about: each new ticket raises a matter, each other one is told in the story of its matter.
import type { HotlineListEvent, TakenTicket } from '@yishi/domain/hotline'
import { ABSENT, titleOf } from '@yishi/domain/matter'
import { readPhone } from '@yishi/domain/privacy'
import { type Change, type Consequence, follow } from '../../kernel/react.ts'
import { freeCodes, groundOf, linkToken, matter, raiseAs, storedLinkKey } from '../matter/index.ts'

const LONGEST = { title: 60, where: 120 } as const

/** Only handlers read it, and who called: nobody who dials 12345 asks to be published (个人信息保护法 13, 25). */
const originOf = ({ said: { title = '', text = '', place = '', caller, phone }, path }: TakenTicket) => ({
  place: null,
  path,
  where: [...place].slice(0, LONGEST.where).join(''),
  title: [...title].slice(0, LONGEST.title).join('') || titleOf(text),
  text,
  photos: [],
  raiser: null,
  name: caller ?? null,
  phone: phone ? readPhone(phone) : null,
  publicity: 'closed' as const,
  channel: 'hotline' as const,
})

type Taking = Change<unknown, Extract<HotlineListEvent, { type: 'TicketsTaken' }>>

const raising = async ({ trx, subject: { community }, actor }: Taking, tickets: readonly TakenTicket[]) => {
  if (tickets.length === 0) return []
  // The key was made before the list could be confirmed.
  const [ground, secret] = [await groundOf(trx, community), await storedLinkKey(trx, community)]
  const codes = await freeCodes(trx, community, tickets.length)
  return tickets.map((ticket, index): Consequence => {
    const names = { id: ticket.matter, token: linkToken(secret, ticket.matter), code: codes[index]! }
    const subject = { community, id: ticket.matter }
    const command = raiseAs(ground, { ...names, community, ...originOf(ticket) })
    return { step: { capability: matter.name, subject, command, actor, fresh: ABSENT } }
  })
}

/** Without name and number of whoever called. */
const TOLD = {
  title: '标题',
  text: '诉求',
  topic: '诉求类型',
  kind: '工单类型',
  place: '地址',
  due: '办理时限',
} as const
const isTold = (field: string): field is keyof typeof TOLD => Object.hasOwn(TOLD, field)

const remarkOf = (ticket: TakenTicket): string | null => {
  if (ticket.how === 'joined') return `12345 工单 ${ticket.number} 也反映这件事：${ticket.said.text ?? ''}`
  if (ticket.how !== 'changed') return null
  const changes = ticket.changes.flatMap(({ field, to }) => (isTold(field) ? [`${TOLD[field]}改为“${to}”`] : []))
  return `12345 工单 ${ticket.number} 有更新：${changes.join('；') || '来电人或联系方式有变化'}`
}

const remarks = ({ subject: { community }, actor }: Taking, tickets: readonly TakenTicket[]) =>
  tickets.flatMap((ticket): Consequence[] => {
    const text = remarkOf(ticket)
    if (text === null) return []
    return [follow(matter, { community, id: ticket.matter }, { type: 'AddRemark', text, photos: [] }, actor)]
  })

export const mattersAfter = async (change: Change<unknown, HotlineListEvent>): Promise<readonly Consequence[]> => {
  const { event } = change
  if (event.type !== 'TicketsTaken') return []
  const taking = { ...change, event }
  const fresh = event.tickets.filter(({ how }) => how === 'raised')
  return [...(await raising(taking, fresh)), ...remarks(taking, event.tickets)]
}
