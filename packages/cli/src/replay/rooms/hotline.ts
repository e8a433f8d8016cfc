// Tickets of a 12345 list as the desk takes them in; read back from the list of tickets and from the answers that go back.
import type { HotlineListView, TicketPreview, Tickets } from '@yishi/contract/hotline'
import { localDateOf, localTimeOf } from '@yishi/domain/calendar'
import { type Course, keyOf } from '../course.ts'
import { ask, send } from '../door.ts'
import { answersOf } from '../expected.ts'
import { type Finding, type Reading, compare } from '../finding.ts'
import { type Ground, playerOf } from '../installation.ts'
import { type Deed, raisedAt } from '../moments.ts'

const HEADERS = ['工单编号', '来电时间', '诉求标题', '诉求内容', '事发地']

const line = (cells: readonly string[]): string => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')

const listOf = ({ told }: Deed, number: string): Blob => {
  const at = raisedAt(told)
  const called = `${localDateOf(at)} ${localTimeOf(at)}`
  const row = [number, called, told.title.zh, told.raise.text, told.raise.where]
  return new Blob([`${line(HEADERS)}\n${line(row)}\n`], { type: 'text/csv' })
}

const ticketsIn = (url: string, ground: Ground): Promise<Tickets> => {
  const query = new URLSearchParams({ community: ground.community })
  return ask<Tickets>(url, { path: `/api/hotline/tickets?${query.toString()}`, by: playerOf(ground, 'committee') })
}

/** What resembles an open matter is raised as a matter of its own: the case tells of one. */
const choicesFor = ({ rows }: TicketPreview): Readonly<Record<string, 'anew'>> =>
  Object.fromEntries(rows.flatMap(({ row, verdict }) => (verdict === 'alike' ? [[row, 'anew' as const]] : [])))

export const takeTicket = async (url: string, ground: Ground, deed: Deed, number: string): Promise<Course> => {
  const by = playerOf(ground, 'committee')
  const form = new FormData()
  form.append('list', listOf(deed, number), '12345.csv')
  const path = `/api/hotline/preview?community=${ground.community}`
  const preview = JSON.parse(await send(url, { path, by }, form)) as TicketPreview
  const body = { community: ground.community, list: preview.list, choices: choicesFor(preview) }
  await ask(url, { method: 'POST', path: '/api/hotline/confirm', by, body, key: keyOf(deed) })
  const { tickets } = await ticketsIn(url, ground)
  const taken = tickets.find((ticket) => ticket.number === number)
  if (!taken) throw new Error(`ticket ${number} was not taken in`)
  return { matter: taken.matter, code: taken.code, token: null, orders: new Map(), opened: [] }
}

const answersSent = async ({ url, ground }: Reading, number: string): Promise<string> => {
  const by = playerOf(ground, 'committee')
  const { community } = ground
  const lists = await ask<HotlineListView[]>(url, { path: `/api/hotline/lists?community=${community}`, by })
  for (const { list } of lists) {
    const path = `/api/hotline/lists/${list}/export`
    const sheet = await ask<string>(url, { method: 'POST', path, by, body: { community, format: 'csv' }, as: 'text' })
    const row = sheet.split('\r\n').find((each) => each.includes(number))
    if (row) return row
  }
  return ''
}

export const readTicket = async (reading: Reading): Promise<readonly Finding[]> => {
  const { told, ground, url } = reading
  const number = told.raise.ticket
  if (!number) return []
  const { tickets } = await ticketsIn(url, ground)
  const ticket = tickets.find((each) => each.number === number)
  const answer = answersOf(told).at(-1)
  const sent = await answersSent(reading, number)
  return [
    ...compare('ticket', [told.title.zh, told.ends.as === 'open'], [ticket?.title, ticket?.phase !== 'closed']),
    ...(answer && !sent.includes(answer) ? [{ what: 'answer to the hotline', expected: answer, found: sent }] : []),
  ]
}
