import { axeFindings, reflowFindings } from '@yishi/web/pages/look-over.ts'
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { DESK, PHONE } from './browser.ts'
import { openHall } from './hall.ts'
import { opened } from './opened.ts'
import { openFile, raise } from './steps.ts'

const { hall, open } = opened(openHall)

const HEAD = '工单号码,来电时间,来电人姓名,联系电话,诉求内容,事发地,办理时限,办理结果'
const LIST = [
  HEAD,
  'JA2026-01,2026/3/1 9:03,诸葛来电,13877776666,3号楼的路灯不亮，晚上摸黑,翠鑫苑3号楼,3个工作日,',
  'JA2026-02,2026/3/1 10:20,欧阳来电,13877776667,地下车库积水没过脚面,翠鑫苑,5个工作日,',
].join('\r\n')
const asFile = (text: string) => ({ name: '三月工单.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })

test('a 12345 list is explained once, joined to what is open, handled, and goes back with its answers', async () => {
  const phone = await open(`/p/${hall().lamp}`, PHONE)
  await raise(phone, '3号楼的路灯不亮，晚上摸黑看不清路')

  const desk = await open('/console/hotline', { ...DESK, session: hall().sessions.staff })
  await desk.getByText('还没有工单').waitFor()
  await desk.getByLabel('选择工单表（.xlsx 或 .csv）').setInputFiles(asFile(LIST))
  await desk.getByText('还没有指定哪一列是“工单编号”').waitFor()
  await desk.getByRole('combobox', { name: '工单号码' }).click()
  await desk.getByTitle('工单编号', { exact: true }).click()
  await desk.getByRole('button', { name: '按新的对应关系再看一遍' }).click()

  await desk.getByRole('button', { name: '像在办的事 1' }).waitFor()
  expect([...(await axeFindings(desk)), ...(await reflowFindings(desk))]).toEqual([])
  const confirm = desk.getByRole('button', { name: '确认带入' })
  expect(await confirm.isDisabled()).toBe(true)
  await desk.getByRole('radio', { name: /^并入/u }).first().check()
  await confirm.click()
  await desk.getByText('已带入：新立 1 件，并入 1 件，更新 0 件。').waitFor()

  await openFile(desk, '地下车库积水没过脚面')
  await desk.getByText('12345 工单 JA2026-02').waitFor()
  expect(await desk.getByText('欧阳来电 13877776667').count()).toBeGreaterThan(0)
  await desk.goto('/console/hotline')
  await desk.getByText('在办 2 件，超时 0 件').waitFor()
  const coming = desk.waitForEvent('download')
  await desk.getByRole('button', { name: '把“三月工单.csv”连同答复导出为 CSV' }).click()
  const text = await readFile((await (await coming).path()) ?? '', 'utf8')
  const [head, first] = text.slice(1).split('\r\n')
  expect(head).toBe(`${HEAD},答复内容,办结时间,是否满意`)
  expect(first).toMatch(/^JA2026-01,.*,3个工作日,待受理,,,$/u)
  await desk.getByText('已导出，并已记入台账。').waitFor()

  await desk.getByLabel('选择工单表（.xlsx 或 .csv）').setInputFiles(asFile(LIST))
  await desk.getByRole('button', { name: '没变化 2' }).waitFor()
})
