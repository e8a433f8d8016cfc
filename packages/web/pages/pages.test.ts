// Every page in both languages and both modes: a whole document, without missing words, inline code or fields without a label.
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { PageContext, Pages, PagesModule } from '@yishi/contract/pages'
import { type ViteDevServer, createServer } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { HELP_TEXT } from '@yishi/domain/helping'
import { consentTexts } from '../words/helping.ts'
import { samples } from './samples/samples.ts'

let server: ViteDevServer
let pages: PagesModule

beforeAll(async () => {
  server = await createServer({
    configFile: fileURLToPath(new URL('../vite.pages.config.ts', import.meta.url)),
    appType: 'custom',
    logLevel: 'error',
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  })
  pages = (await server.ssrLoadModule('/pages/render.tsx')) as PagesModule
}, 60_000)
afterAll(() => server.close())

const contexts: readonly PageContext[] = (['zh', 'en'] as const).flatMap((lang) =>
  [false, true].map((elder) => ({ lang, elder, path: '/here?a=1', signedIn: elder ? { name: '张桂英' } : null })),
)

const variants = Object.entries(samples).flatMap(([page, each]) =>
  Object.entries(each as Record<string, Pages[keyof Pages]>).flatMap(([variant, props]) =>
    contexts.map((context) => ({
      name: `${page} ${variant} ${context.lang}${context.elder ? ' elder' : ''}`,
      html: () => pages.renderPage(page as keyof Pages, props, context),
      context,
    })),
  ),
)

const attribute = (tag: string, name: string): string | undefined => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]
const wordsOf = (html: string): string =>
  html
    .replace(/<svg[\s\S]*?<\/svg>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')

describe.each(variants)('$name', ({ html, context }) => {
  test('is a whole document in its language and mode', () => {
    const page = html()
    expect(page).toMatch(/^<!doctype html><html /)
    expect(attribute(page, 'lang')).toBe(context.lang === 'zh' ? 'zh-CN' : 'en')
    expect(/^<!doctype html><html [^>]*data-elder/.test(page)).toBe(context.elder)
    expect(page).toMatch(/<title>[^<]{4,}<\/title>/)
    expect(page.match(/<h1[ >]/g)).toHaveLength(1)
  })

  test('has no missing word and no raw key', () => {
    const page = html()
    const words = wordsOf(page)
    for (const trace of ['undefined', 'null', 'NaN', '[object', '=>', 'function']) expect(words).not.toContain(trace)
    expect(words).not.toMatch(
      /\b(to-rate|in-hand|not-a-phone|wrong-code|[a-z]+Words|Matter[A-Z][a-z]+|Order[A-Z][a-z]+)\b/,
    )
    expect(page).not.toMatch(/ (class|id|name|href|action)="[^"]*(undefined|null|\[object)/)
  })

  test('needs no inline script or style', () => {
    const page = html()
    expect(page).not.toMatch(/<style|<script(?![^>]* src=)| style=| on[a-z]+="|javascript:/)
  })

  test('leads within the page only to what stands on it', () => {
    const page = html()
    const ids = new Set([...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id))
    const led = [...page.matchAll(/ href="#([^"]*)"/g)].map(([, id]) => id!)
    expect(led.filter((id) => !ids.has(id))).toEqual([])
  })

  test('comes by Tab to what it offers before what stands below every page', () => {
    const page = html()
    const dock = page.indexOf('<aside class="dock"')
    expect(dock < 0 || dock < page.indexOf('<footer class="foot"')).toBe(true)
  })

  test('labels every field, and names ids once', () => {
    const page = html()
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [tag] of page.matchAll(/<(input|textarea|select)\b[^>]*>/g)) {
      if (['hidden', 'radio'].includes(attribute(tag, 'type') ?? '')) continue
      expect(page, tag).toContain(`<label for="${attribute(tag, 'id')}"`)
      for (const id of attribute(tag, 'aria-describedby')?.split(' ') ?? []) expect(ids).toContain(id)
    }
    expect((page.match(/type="radio"/g) ?? []).length).toBe((page.match(/<label class="choice"/g) ?? []).length)
  })
})

const zh: PageContext = { lang: 'zh', elder: false, path: '/', signedIn: null }

test('a page that comes back with problems still holds what was written', () => {
  const props = samples.place['wrong']!
  const html = pages.renderPage(
    'place',
    { ...props, draft: { ...props.draft, text: '灯<坏>了 & "暗"', name: '欧阳' } },
    zh,
  )
  expect(html).toContain('灯&lt;坏>了 &amp; &quot;暗&quot;</textarea>')
  expect(html).toContain('value="欧阳"')
  expect(html.match(/name="kept"/g)).toHaveLength(2)
  expect(html).toMatch(/aria-invalid="true"/)
})

test('what people wrote never becomes markup', () => {
  const evil = '<img src=x onerror=alert(1)>"\'><script>'
  const { view } = samples.follow['in-hand']!
  const html = pages.renderPage(
    'follow',
    { ...samples.follow['in-hand']!, view: { ...view, title: evil, text: evil, place: evil } },
    zh,
  )
  expect(html).not.toContain('<img src=x')
  expect(html).not.toMatch(/<script(?![^>]* src=)/)
})

test('only the text of a form is marked for keeping in the browser', () => {
  const html = pages.renderPage('place', samples.place['usual']!, zh)
  const kept = [...html.matchAll(/<[^>]*data-draft(?!-)[^>]*>/g)].map(([tag]) => attribute(tag, 'name'))
  expect(kept).toEqual(['text'])
})

test('buttons that are not allowed are not there', () => {
  const html = pages.renderPage('follow', samples.follow['closed']!, zh)
  expect(html).not.toContain('/nudge')
  expect(html).not.toContain('name="score"')
  expect(html).toContain('/reopen')
})

test('what one came for is not pushed off the screen by urgent notices, save by a dangerous one', () => {
  const short = samples.place['alert']!
  const [alert] = short.beside.alerts
  const dangerous = { ...short, beside: { alerts: [{ ...alert!, severity: 'dangerous' as const }] } }
  const html = pages.renderPage('place', { ...short, beside: { alerts: [{ ...alert!, severity: 'serious' }] } }, zh)
  expect(html).toContain('alert-brief')
  expect(html).toContain(`action="/a/${alert!.alert}/known"`)
  expect(pages.renderPage('place', dangerous, zh)).not.toContain('alert-brief')
  const asked = { ...short, similar: samples.place['similar']!.similar }
  expect(pages.renderPage('place', asked, zh)).not.toContain(alert!.title)
  const receipt = { ...samples.follow['receipt']!, beside: { ...samples.follow['receipt']!.beside, alerts: [alert!] } }
  const page = pages.renderPage('follow', receipt, zh)
  expect(page.indexOf(receipt.view.code)).toBeLessThan(page.indexOf(alert!.title))
  expect(page).toContain(alert!.title)
})

test('when something may be rated, that is what the dock offers first', () => {
  const dock = (html: string) => html.slice(html.indexOf('<aside'), html.indexOf('<footer'))
  const html = dock(pages.renderPage('follow', samples.follow['to-rate']!, zh))
  expect(html).toContain('<a class="button button-main" href="#rate">')
  expect(html).not.toContain('button-main" href="#remark"')
})

test('the page of a community leads to where one raises a matter, to notices, meetings and polls', () => {
  const props = samples.community['usual']!
  const html = pages.renderPage('community', props, zh)
  expect(html).toContain(`href="${props.raise}"`)
  for (const { link, title } of props.board.bulletins) {
    expect(html).toContain(`href="${link}"`)
    expect(html).toContain(title)
  }
  expect(html).toContain('正在公示 · 到 11 月 27 日 24:00')
})

test('whoever is sent to sign in because they help a neighbour reads why', () => {
  const login = samples.login['phone'] ?? Object.values(samples.login)[0]!
  const page = (back: string) => pages.renderPage('login', { ...login, step: 'phone', back }, zh)
  expect(page('/p/YG3F2D01/help')).toContain('替邻居办，要先知道您是谁')
  expect(page('/me')).not.toContain('替邻居办')
})

test('once every question of an assembly is over, nothing is said to be left, nor to be cast yet', () => {
  const running = Object.values(samples['poll-agenda']).find(({ lines }) => lines.some(({ mine }) => mine))!
  const [line] = running.lines
  const both = [
    { ...line!, standing: 'has-voted' as const, status: 'decided' as const },
    { ...line!, poll: 'pol_other', standing: 'may-vote' as const, status: 'decided' as const, mine: null },
  ]
  const page = pages.renderPage('poll-agenda', { ...running, lines: both }, zh)
  expect(page).toContain('投票结束了。一共 2 题，您投了 1 题')
  expect(page).toContain('这一题您没有投')
  expect(page).not.toMatch(/还有 1 题没投|>还没投</u)
  const open = both.map((each) => ({ ...each, status: 'open' as const }))
  expect(pages.renderPage('poll-agenda', { ...running, lines: open }, zh)).toContain('还有 1 题没投')
})

describe('a vote of owners', () => {
  const shown = (sample: string, more: object = {}) =>
    pages.renderPage('poll', { ...samples.poll[sample]!, ...more } as never, zh).replaceAll('&nbsp;', ' ')
  const decided = samples.poll['units-decided']!
  const plan = decided.assembly!
  const home = samples.poll['units-preliminary']!

  test('R1.61: says where paper is had while it runs, and no longer once it is over', () => {
    const open = { ...home, status: 'open' as const, result: null, asOf: plan.opensAt, assembly: plan }
    expect(pages.renderPage('poll', open, zh)).toContain(`可到${plan.preparation!.paper}领取`)
    expect(shown('units-decided')).not.toContain('领取、交回纸质票')
  })
  test('R1.21: tells what follows if the company is dismissed, once the result stands, and of no other matter', () => {
    expect(decided.decidedAt).toBe('2026-12-15T02:00:00.000Z')
    expect(shown('units-decided')).toMatch(/提前 60 天书面通知.*2027 ?年 ?2 ?月 ?14 ?日/u)
    expect(shown('units-decided', { assembly: { ...plan, topic: 'fee' } })).not.toContain('书面通知')
    expect(shown('units-decided', { result: { ...decided.result!, passed: false } })).not.toContain('书面通知')
    expect(shown('units-preliminary')).not.toContain('书面通知')
  })
  test('R1.20: says beside its result what owners may ask to see, by the law in words and no number of ours', () => {
    const page = shown('units-decided')
    for (const thing of ['维修资金的筹集和使用', '会议记录', '物业服务合同', '车位、车库'])
      expect(page).toContain(thing)
    expect(page).toContain('第十三条')
    expect(page).not.toMatch(/\bR\d\.\d/u)
    expect(pages.renderPage('poll', { ...home, result: null }, zh)).not.toContain('您还可以查阅什么')
  })
})

test('only older messages that were read are folded away', () => {
  const usual = samples.me['usual']!
  const inbox = Array.from({ length: 9 }, (_, at) => ({
    ...usual.inbox[0]!,
    id: `msg_${at}`,
    title: `第${at}条`,
    read: at !== 6,
  }))
  const [shown, folded] = pages.renderPage('me', { ...usual, inbox }, zh).split('更早的消息，2 条')
  expect(shown).toContain('第6条')
  expect(shown).not.toContain('第7条')
  expect(folded).toContain('第8条')
})

test('a message is shown without the address that its link leads to', () => {
  const usual = samples.me['usual']!
  const [note] = usual.inbox
  const text = '【停水】明天停水。有急事请打物业 021-5765。进展：\nhttps://yishi.example/a/alt_1'
  const html = pages.renderPage('me', { ...usual, inbox: [{ ...note!, text }] }, zh)
  expect(html).toContain('有急事请打物业 021-5765。</p>')
  expect(html).not.toContain('yishi.example')
})

test('what a neighbour agreed to never changes under the same name', () => {
  const texts = Object.entries(consentTexts.zh).map(([version, zh]) => [version, zh, consentTexts.en[version]])
  const digests = texts.map(([version, ...words]) => [
    version,
    createHash('sha256').update(words.join('\n')).digest('hex').slice(0, 16),
  ])
  expect(Object.fromEntries(digests)).toEqual({ 'help-1': 'e26a8f8c19baef94' })
  expect(Object.keys(consentTexts.en)).toEqual(Object.keys(consentTexts.zh))
  expect(consentTexts.zh[HELP_TEXT]).toBeDefined()
})

test('plates that only this machine could open say so before they are printed', () => {
  const printed = (variant: string) => wordsOf(pages.renderPage('plates', samples.plates[variant]!, zh))
  expect(printed('only-here')).toContain('手机扫不开')
  expect(printed('two')).not.toContain('手机扫不开')
})

test('a round that is over is told as over', () => {
  const told = (variant: string) => wordsOf(pages.renderPage('budget', samples.budget[variant]!, zh))
  const over = Object.entries(samples.budget).filter(([, { status }]) => status === 'decided')
  expect(over.length).toBeGreaterThan(0)
  for (const [variant] of over) expect(told(variant)).not.toMatch(/投票到|已有 \d+ 人投票/u)
})

test.each([
  ['poll', 'ranked-twice', /id="choice-problem"[^>]*><span id="answer"/],
  ['poll', 'ranked-confirm', /<section class="card poll-form" id="answer"/],
  ['poll', 'receipt', /<section class="card receipt" id="answer"/],
  ['poll', 'ranked', null],
  ['budget', 'confirm', /<section class="card poll-form" id="answer"/],
] as const)('a vote that was sent opens where its answer is: %s %s', (page, variant, spot) => {
  const html = pages.renderPage(page, (samples[page] as Record<string, never>)[variant]!, zh)
  if (spot) expect(html).toMatch(spot)
  else expect(html).not.toContain('id="answer"')
  if (variant !== 'receipt') expect(html).toMatch(/ action="[^"]+#answer"/)
})

test('sheets are printed once they are laid out', () => {
  const html = (sheets: boolean) => {
    const found = Object.values(samples['budget-paper']).find((props) => props.sheets.length > 0 === sheets)
    return pages.renderPage('budget-paper', found!, zh)
  }
  expect(html(true)).toContain('data-print')
  expect(html(false)).not.toContain('data-print')
})
