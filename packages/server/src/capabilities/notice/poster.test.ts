// The poster as a file: on how many sheets, with which characters, whatever people typed; and nothing of the press in the server's own process.
import { toString as qrText } from 'qrcode'
import { expect, test } from 'vitest'
import { printPdf } from '../../kernel/paper/press.ts'

const TEMPLATE = new URL('poster.typ', import.meta.url)
const LINE = '拟把两棵树移到中心花园东侧，费用由物业承担。'.repeat(4)

const sheet = async (more: object) => ({
  paper: 'a3',
  head: '公示',
  title: '北侧香樟移栽方案',
  number: '阳光公示〔2026〕11 号',
  period: '公示期：2026 年 11 月 20 日至 11 月 30 日 24:00',
  paragraphs: [LINE],
  columns: ['wide', 'narrow'],
  figuresHead: ['项目', '数值'],
  figures: [['移栽', '2 棵']],
  after: [],
  box: { head: '有不同意见：', text: '请扫码提出。' },
  caption: '扫码看原文',
  signed: ['阳光居委会', '2026 年 11 月 20 日'],
  proof: ['台账记录 8f3a 91c2', '扫码可核对'],
  page: ['第 ', ' 页 共 ', ' 页'],
  qr: await qrText('https://yishi.example/n/ntc_1', { type: 'svg' }),
  ...more,
})

const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b/gu)?.length ?? 0

/** Every character that stands on the sheet with a glyph of its own, from the tables by which readers copy text out of it. */
const charactersOf = (pdf: Buffer): ReadonlySet<string> => {
  const tables = pdf.toString('latin1').match(/beginbfchar[\s\S]*?endbfchar/gu) ?? []
  const pairs = tables.flatMap((table) => [...table.matchAll(/<([0-9A-F]+)>\s*<([0-9A-F]+)>/giu)])
  const named = pairs.filter(([, glyph]) => Number.parseInt(glyph!, 16) !== 0)
  return new Set(named.flatMap(([, , code]) => [...Buffer.from(code!, 'hex').swap16().toString('utf16le')]))
}

const loaded = () =>
  (process.report.getReport() as unknown as { sharedObjects: readonly string[] }).sharedObjects.some((each) =>
    each.includes('typst'),
  )

test('the press works in a process of its own: the server never holds the typesetter and its fonts', async () => {
  await printPdf(TEMPLATE, await sheet({}))
  expect(loaded()).toBe(false)
})

test.each(['a3', 'a4'])('one sheet of %s holds the usual notice', async (paper) => {
  const pdf = await printPdf(TEMPLATE, await sheet({ paper }))
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  expect(pagesOf(pdf)).toBe(1)
  expect(pdf.toString('latin1')).toMatch(
    paper === 'a3' ? /\[0 0 841\.8\d* 1190\.5\d*\]/u : /\[0 0 595\.2\d* 841\.8\d*\]/u,
  )
})

test('a long one shrinks to stay on its sheet, and only a longer one goes on with a head on each', async () => {
  const pages = async (lines: number, paper = 'a3') =>
    pagesOf(await printPdf(TEMPLATE, await sheet({ paper, paragraphs: Array(lines).fill(LINE) })))
  expect([await pages(5), await pages(11), await pages(14)]).toEqual([1, 1, 2])
  expect([await pages(9, 'a4'), await pages(40, 'a4')]).toEqual([1, 3])
})

test('what people typed is text: rare characters have their glyphs, and what looks like the language of the template runs nowhere', async () => {
  const typed = '#panic("x") $1+1$ *粗* 亖䶮囍㙓 🏮 \\ @here `#read("/etc/passwd")` <label>'
  const pdf = await printPdf(TEMPLATE, await sheet({ title: typed, paragraphs: [typed], figures: [[typed, typed]] }))
  const characters = charactersOf(pdf)
  expect([...new Set(typed.replaceAll(' ', ''))].filter((each) => !characters.has(each))).toEqual([])
  expect(pagesOf(pdf)).toBe(1)
})

test('the longest title and text that may be hung can be printed', async () => {
  const paragraphs = Array(60).fill('字'.repeat(100)) as string[]
  const pdf = await printPdf(TEMPLATE, await sheet({ title: '𠮷'.repeat(80), paragraphs, paper: 'a4' }))
  expect(pagesOf(pdf)).toBeGreaterThan(1)
})
