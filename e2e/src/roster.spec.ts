import { expect, test } from 'vitest'
import { DESK, PHONE } from './browser.ts'
import { openHall } from './hall.ts'
import { lookAt } from './looking.ts'
import { opened } from './opened.ts'
import { ROSTER, type Rows, rosterWorkbook } from './roster.ts'

const { hall, open } = opened(openHall)

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const asFile = async (rows: Rows) => ({ name: '名册.xlsx', mimeType: XLSX, buffer: await rosterWorkbook(rows) })

const NEW_BUILDING: Rows = {
  nodes: [...ROSTER.nodes!, ['A-5', '5号楼', '楼', 'G1'], ['A-5-1', '1单元', '楼道', 'A-5']],
  units: [['A-5-1', '201', '住宅', '91.20']],
}
const WRONG: Rows = {
  nodes: [
    ['A-6', '6号楼', '楼', 'G1'],
    ['A-7', '7号楼', '楼', 'G9'],
  ],
  units: [['A-6', '101', '住宅', '八十九平']],
}

test('the template is downloaded; a workbook is seen row by row before it is written, and then its places exist', async () => {
  const desk = await open('/console/import', { ...DESK, session: hall().sessions.staff })
  const coming = desk.waitForEvent('download')
  await desk.getByRole('link', { name: '下载模板' }).click()
  expect((await coming).suggestedFilename()).toBe('居民区花名册模板.xlsx')

  await desk.getByLabel('选择工作簿（.xlsx）').setInputFiles(await asFile(NEW_BUILDING))
  await desk.getByRole('button', { name: '新增 3' }).waitFor()
  await desk.getByRole('button', { name: '不变 4' }).waitFor()
  const visitor = await open('/', PHONE)
  expect(await desk.getByText('这时还没有写入任何内容。').isVisible()).toBe(true)
  await desk.getByRole('button', { name: '确认导入' }).click()
  await desk.getByText('已导入：新增 3 行').waitFor()
  const next = desk.getByRole('region', { name: '接下来' }).getByRole('link')
  expect(await next.evaluateAll((all) => all.map((each) => each.getAttribute('href')))).toEqual([
    '/console/people',
    '/console/territory',
    '/console/duty',
  ])
  expect(await lookAt(desk)).toEqual([])
  await desk.getByLabel('选择工作簿（.xlsx）').setInputFiles(await asFile(NEW_BUILDING))
  await desk.getByText('和现有的完全一样，不用导入。').waitFor()
  expect(await desk.getByRole('button', { name: '确认导入' }).count()).toBe(0)

  await desk.goto('/console/territory')
  await desk.getByLabel('搜索名称或码').fill('5号楼')
  const opening = desk.getByRole('link', { name: /5号楼 ?1单元/u }).first()
  await opening.waitFor()
  await visitor.goto(new URL((await opening.getAttribute('href')) ?? '', hall().url).pathname)
  expect(await visitor.getByText('5号楼 1单元').count()).toBeGreaterThan(0)
})

test('a wrong workbook says in which cells, and nothing of it is written', async () => {
  const desk = await open('/console/import', { ...DESK, session: hall().sessions.staff })
  await desk.getByLabel('选择工作簿（.xlsx）').setInputFiles(await asFile(WRONG))
  await desk.getByRole('button', { name: '有错 2' }).waitFor()
  const told = await desk.getByRole('main').innerText()
  expect(told).toContain('D3：找不到上级编号“G9”')
  expect(told).toContain('D2：面积“八十九平”不对')
  expect(await desk.getByRole('button', { name: '确认导入' }).isDisabled()).toBe(true)
  await desk.goto('/console/territory')
  await desk.getByLabel('搜索名称或码').fill('6号楼')
  await desk.getByText('没有找到').waitFor()
})

test('what is no workbook is told so', async () => {
  const desk = await open('/console/import', { ...DESK, session: hall().sessions.staff, expected: /422|415|400/u })
  await desk
    .getByLabel('选择工作簿（.xlsx）')
    .setInputFiles({ name: '名册.xlsx', mimeType: XLSX, buffer: Buffer.from('x') })
  await desk.getByText('请下载模板，用 Excel 或 WPS 填好后保存为 .xlsx 再上传。').waitFor()
})
