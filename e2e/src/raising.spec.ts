import { DAY, MINUTE } from '@yishi/domain/kernel'
import { expect, test } from 'vitest'
import { DESK, PHONE } from './browser.ts'
import { openHall } from './hall.ts'
import { opened } from './opened.ts'
import { choose, command, openFile, photoOf, raise } from './steps.ts'

const { hall, open } = opened(openHall)

const LAMP = '北门的路灯不亮了'
const BENCH = '花园长椅坏了一条腿'

test('a matter goes from a scanned code without JavaScript to a closed file, and its raiser hears every change', async () => {
  const { lamp, sessions, after } = hall()
  const phone = await open(`/p/${lamp}`, { ...PHONE, javaScriptEnabled: false })
  expect(await phone.getByRole('heading', { level: 1 }).innerText()).toBe('说一件事')
  await phone.getByLabel('拍张照片').setInputFiles(await photoOf(phone))
  const link = await raise(phone, LAMP, '13800138000')
  expect(await phone.getByRole('heading', { name: '收到了，编号请记好' }).isVisible()).toBe(true)

  const outbox = await open('/outbox', PHONE)
  const heard = async (sentence: string) => {
    await expect
      .poll(async () => (await outbox.reload(), outbox.getByRole('main').innerText()), { timeout: 30_000 })
      .toContain(sentence)
    await after(MINUTE)
  }
  await heard('翠鑫苑居委会收到了')

  const desk = await open('/console/', { ...DESK, session: sessions.staff })
  await openFile(desk, LAMP)
  expect(await desk.getByRole('img').count()).toBeGreaterThan(0)
  await command(desk, '分流', async (drawer) => {
    expect(await drawer.getByRole('complementary', { name: '系统建议' }).innerText()).toContain('照明')
    expect(await drawer.getByRole('radio', { checked: true }).count()).toBe(0)
    await drawer.getByRole('button', { name: '采用建议' }).click()
    expect(await drawer.getByRole('radio', { checked: true }).count()).toBeGreaterThan(2)
  })
  await heard('翠鑫苑居委会正在安排人来办。')
  await command(desk, '派单', async (drawer) => {
    await choose(drawer, '承办单位', '安居物业')
    await drawer.getByLabel('任务').fill('换灯，恢复照明')
  })

  await heard('安居物业正在办，办好告诉您。')

  const works = await open('/console/', { ...DESK, session: sessions.property })
  await openFile(works, LAMP)
  await command(works, '接单', (drawer) => drawer.getByLabel('留言').fill('下午到'), '接单: 安居物业')
  await phone.goto(link)
  expect(await phone.getByText('安居物业已接单，下午到').count()).toBe(1)
  await command(works, '报进展', (drawer) => drawer.getByLabel('进展').fill('灯具已拆'), '报进展: 安居物业')
  await command(
    works,
    '办完了',
    async (drawer) => {
      await drawer.getByLabel('办理结果').fill('换了一盏灯，已经亮了')
      await drawer.getByLabel('照片', { exact: true }).setInputFiles(await photoOf(works))
      await drawer.getByRole('button', { name: '删去第 1 张照片' }).waitFor()
      await drawer.getByRole('button', { name: '添一个数字' }).click()
      await drawer.getByLabel('什么').fill('换灯')
      await drawer.getByLabel('数值').fill('1')
      await drawer.getByLabel('单位').fill('盏')
    },
    '办完了: 安居物业',
  )
  expect(await works.getByText('换灯 1 盏').count()).toBeGreaterThan(0)
  await heard('满不满意，请您说一声')

  await phone.goto(link)
  await phone.getByRole('radio', { name: '非常满意' }).check()
  await phone.getByRole('button', { name: '送出评价' }).click()
  expect(await phone.getByText('谢谢您的评价。').count()).toBe(1)
  await heard('回头看一次')

  await after(8 * DAY)
  await works.reload()
  await command(works, '回访', async (drawer) => {
    await drawer.getByRole('radio', { name: '确实解决了' }).check()
    await drawer.getByLabel('情况').fill('灯一直亮着')
  })
  await desk.reload()
  await command(desk, '答复居民', (drawer) => drawer.getByLabel('答复内容').fill('北门路灯已换新，谢谢您提醒。'))
  await command(desk, '选择出口', undefined, '走这个出口: 办好了，销号')

  await phone.goto(link)
  expect(await phone.getByText('这件事办好了，已经归档。').count()).toBeGreaterThan(0)
  expect(await phone.getByText('北门路灯已换新，谢谢您提醒。').count()).toBe(1)

  await heard('这件事办好了，已经归档。')
  expect(await outbox.getByText('发给 138****8000').count()).toBeGreaterThan(4)
})

test('with JavaScript the same form shows its photos, keeps the draft, and a double click raises one matter', async () => {
  const phone = await open(`/p/${hall().lamp}`, PHONE)
  await phone.getByLabel('怎么了？').fill(BENCH)
  await phone.reload()
  expect(await phone.getByLabel('怎么了？').inputValue()).toBe(BENCH)
  await phone.getByLabel('拍张照片').setInputFiles([await photoOf(phone), await photoOf(phone, '二.jpg')])
  await phone.getByRole('button', { name: '去掉这张 2' }).click()
  await phone.getByRole('button', { name: '去掉这张 2' }).waitFor({ state: 'detached' })
  await phone.getByRole('button', { name: '提交这件事' }).dblclick()
  await phone.waitForURL(/\?new=1$/u)
  await phone.goto(`/c/${hall().community}`)
  expect(await phone.getByRole('link', { name: BENCH }).count()).toBe(1)
})
