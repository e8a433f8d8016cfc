import { axeFindings, reflowFindings } from '@yishi/web/pages/look-over.ts'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { DESK, PHONE } from './browser.ts'
import { openHall } from './hall.ts'
import { opened } from './opened.ts'

const { hall, open } = opened(openHall)

const LIGHT = '楼道灯不亮了'
const SCREENS = [
  'hotline',
  'matters',
  'matters?view=columns',
  'people',
  'matters/new',
  'inbox',
  'polls',
  'meetings',
  'notices',
  'procedures',
  'procedures/daily-matter',
  'territory',
  'parties',
  'groups',
  'cards',
  'tips',
  'classes',
]
const FORMS = { zh: ['分流', '答复居民', '补充说明', '更正'], en: ['Sort', 'Answer the resident', 'Correct'] } as const

beforeAll(async () => {
  const body = JSON.stringify({ text: LIGHT, place: hall().lamp, publicity: 'open', channel: 'code', photos: [] })
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${hall().url}/api/matters`, { method: 'POST', headers, body })
  expect(answer.status).toBe(201)
})

const lookAt = async (desk: Page, name: string): Promise<string[]> =>
  [...(await axeFindings(desk)), ...(await reflowFindings(desk))].map((line) => `${name}: ${line}`)

const lookAtFile = async (desk: Page, forms: readonly string[]): Promise<string[]> => {
  await desk.goto('/console/matters')
  await desk.getByRole('link', { name: LIGHT }).click()
  await desk.getByRole('heading', { level: 1, name: LIGHT }).waitFor()
  const found = await lookAt(desk, 'file')
  for (const form of forms) {
    await desk.getByRole('main').getByRole('button', { name: form, exact: true }).click()
    await desk.getByRole('dialog').getByRole('button', { name: form, exact: true }).waitFor()
    found.push(...(await lookAt(desk, form)))
    await desk.keyboard.press('Escape')
    await desk.getByRole('dialog').waitFor({ state: 'hidden' })
  }
  return found
}

const walk = async (desk: Page, forms: readonly string[]): Promise<string[]> => {
  const found: string[] = []
  for (const screen of [...SCREENS, 'import', 'nowhere']) {
    await desk.goto(`/console/${screen}`)
    await desk.getByRole('heading', { level: 1 }).waitFor()
    await desk.getByRole('main').locator('[aria-busy=true], .waiting').waitFor({ state: 'detached' })
    found.push(...(await lookAt(desk, screen)))
  }
  return [...found, ...(await lookAtFile(desk, forms))]
}

test('every screen of the console is clean for axe at a desk, and fits a narrow phone', async () => {
  const desk = await open('/console/', { ...DESK, session: hall().sessions.staff })
  expect(await walk(desk, FORMS.zh)).toEqual([])
})

test('so it is in English on a phone', async () => {
  const phone = await open('/console/', { ...PHONE, session: hall().sessions.staff })
  await phone.getByRole('button', { name: 'English' }).click()
  expect(await walk(phone, FORMS.en)).toEqual([])
})
