// What lies in an inbox is read in the language of whoever opens it, on real PostgreSQL.
import type { Message } from '@yishi/contract/account'
import { HOUR, later } from '@yishi/domain/kernel'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SUN } from '../../fences/building.ts'
import { raise } from '../../fences/ground.ts'
import { personId } from '../../fences/people.ts'
import { type Town, openTown } from '../../fences/town.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { MessageRow } from './tables.ts'

let town: Town
beforeAll(async () => void (town = await openTown()))
afterAll(() => town.close())

const inbox = async (query: string, headers: Readonly<Record<string, string>> = {}): Promise<readonly Message[]> => {
  const answer = await town.as('staff', { method: 'GET', url: `/api/inbox${query}`, headers })
  expect(answer.status, answer.text).toBe(200)
  return answer.json() as Message[]
}

test('the sentence is the reader’s, the title is what people gave it', async () => {
  const { matter } = await raise(town)
  for (const { kind, data } of town.jobs.splice(0)) await town.handlers[kind]!(town.ctx, [data])
  const told = async (query: string, headers?: Readonly<Record<string, string>>) =>
    (await inbox(query, headers)).find(({ link }) => link === `/console/matters/${matter}`)
  const [chinese, english] = [await told('?lang=zh'), await told('?lang=en')]
  expect(chinese!.text).toMatch(/。$/u)
  expect(english!.text).toMatch(/^[\x20-\x7E]+\.$/u)
  expect(english!.title).toBe(chinese!.title)
  expect(await told('', { 'accept-language': 'en' })).toEqual(english)
  expect(await told('', { 'accept-language': 'zh-CN' })).toEqual(chinese)
  expect(await told('?lang=tlh', { 'accept-language': 'zh-CN' })).toEqual(chinese)
})

const keep = (...messages: readonly Partial<MessageRow>[]) =>
  inCommunities(town.ctx.db, [SUN], (trx) =>
    trx
      .insertInto('message')
      .values(
        messages.map((more, index) => ({
          community_id: SUN,
          message_id: `msg_${index}`,
          person_id: personId('staff'),
          matter_id: null,
          channel: 'inbox',
          address: null,
          title: '房屋已核对',
          body: '您家已经核对好了。',
          title_en: null,
          body_en: null,
          link: null,
          at: town.ctx.clock.now(),
          sent_at: null,
          read_at: null,
          ...more,
        })),
      )
      .execute(),
  )

test('a title that is ours is in both languages, and what was told before there was English stays as it was said', async () => {
  await keep(
    { message_id: 'msg_before' },
    { message_id: 'msg_now', title_en: 'Your home is confirmed', body_en: 'We have confirmed it.' },
  )
  const english = new Map((await inbox('?lang=en')).map(({ id, title, text }) => [id, [title, text]]))
  expect(english.get('msg_before')).toEqual(['房屋已核对', '您家已经核对好了。'])
  expect(english.get('msg_now')).toEqual(['Your home is confirmed', 'We have confirmed it.'])
})

test('what left by a channel lies in the inbox too, and once where it was told there as well', async () => {
  const [code, body] = ['13800138000', '有人接单了。']
  await keep(
    { message_id: 'msg_sent', channel: 'sms', address: code, body, link: '/m/alone' },
    { message_id: 'msg_both', channel: 'sms', address: code, body, link: '/m/both' },
    { message_id: 'msg_inbox', body, link: '/m/both' },
    {
      message_id: 'msg_later',
      channel: 'sms',
      address: code,
      body,
      link: '/m/both',
      at: later(town.ctx.clock.now(), 2 * HOUR),
    },
  )
  const shown = (await inbox('')).filter(({ text }) => text === body).map(({ id }) => id)
  expect(shown.toSorted()).toEqual(['msg_inbox', 'msg_later', 'msg_sent'])
})
