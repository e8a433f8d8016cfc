// The result of an owners' vote as files: what is posted, and the certificate, checked by the verifier that an outsider runs, on real PostgreSQL.
import type { PollFile } from '@yishi/contract/poll'
import { noteKeyText } from '@yishi/domain/ledger'
import type { Certificate } from '@yishi/domain/poll'
import { createHash } from 'node:crypto'
import { answerTo } from '../../../../verify/src/commands.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SUN } from '../../fences/building.ts'
import { type Town, openTown } from '../../fences/town.ts'
import { keptSheets } from '../../kernel/paper/kept-paper.ts'
import { sequenceAll } from '../../kernel/sequencer.ts'
import { pdfText } from '../../testing/pdf-text.ts'
import { keptFiles } from './certificate-file.ts'
import { votesIn } from './testing/decided.ts'

let town: Town
let votes: ReturnType<typeof votesIn>
let decided: PollFile
beforeAll(async () => {
  town = await openTown()
  votes = votesIn(town)
  await votes.settle()
  const opened = await votes.open()
  for (const [who, choice] of [
    ['raiser', 'for'],
    ['neighbour', 'against'],
    ['police', 'against'],
    ['police', 'for'],
  ] as const)
    await votes.cast(who, opened.poll, choice)
  decided = await votes.settleResult(await votes.count(opened))
  await sequenceAll(town.ctx)
})
afterAll(() => town.close())

const get = (path: string) => town.as('visitor', { method: 'GET', url: `/polls/${decided.poll}/${path}` })
const key = () => noteKeyText(town.ctx.signer(SUN))
const verified = (certificate: unknown, keys = [key()]) => {
  const words = ['verify', 'certificate', 'FILE', ...keys.flatMap((each) => ['--key', each])]
  return answerTo(words, () => (typeof certificate === 'string' ? certificate : JSON.stringify(certificate)))
}

test('anybody takes the certificate and recomputes result, ballots and log from it alone', async () => {
  const { status, text } = await get('certificate.json')
  expect(status).toBe(200)
  expect(verified(text)).toMatchObject({
    exit: 0,
    answer: {
      holds: true,
      counted: true,
      recorded: true,
      ballots: true,
      included: true,
      signed: true,
      passed: true,
      cast: 4,
    },
  })
  expect(text).not.toMatch(/per_|V20|皇甫|"against"\],"at"/u)
})

test.each([
  ['another result', { passed: false, chosen: [] }, 'counted'],
  ['a hundredth of a square metre', { figures: { votes: { for: { heads: 2, area: '230.01' } } } }, 'recorded'],
  ['another list', { electorate: { digest: '0'.repeat(64) } }, 'recorded'],
  ['one ballot less', { cast: 3 }, 'ballots'],
])('%s is found', async (_, change, check) => {
  const certificate = (await get('certificate.json')).json() as Certificate
  const figures =
    'figures' in change
      ? { ...certificate.figures, votes: { ...certificate.figures.votes, ...change.figures!.votes } }
      : certificate.figures
  const electorate = { ...certificate.electorate, ...('electorate' in change ? change.electorate : {}) }
  const found = verified({ ...certificate, ...change, figures, electorate })
  expect(found).toMatchObject({ exit: 1, answer: { holds: false, [check]: false } })
})

test('a leaf left out, another key, and what is no certificate', async () => {
  const certificate = (await get('certificate.json')).json() as Certificate
  const { log } = certificate
  const shorter = { ...log, leaves: log.leaves.slice(1), places: log.places.slice(1) }
  expect(verified({ ...certificate, log: shorter })).toMatchObject({ exit: 1, answer: { included: false } })
  const other = noteKeyText(town.ctx.signer('com_moon'))
  expect(verified(certificate, [other])).toMatchObject({ exit: 1, answer: { signed: false } })
  expect(verified(certificate, [])).toMatchObject({ exit: 2 })
  expect(verified({ format: 'yishi-certificate/1' })).toMatchObject({ exit: 2 })
})

test('on paper it is text that can be selected: figures, sums, the article, and the fingerprint of the very file', async () => {
  const file = (await get('certificate.json')).text
  const paper = await get('certificate.pdf')
  expect(paper.headers['content-type']).toBe('application/pdf')
  expect(String(paper.headers['content-disposition'])).toContain(`certificate-${decided.poll}.pdf`)
  const text = await pdfText(paper.bytes)
  for (const said of [
    '表决结果证书',
    '更换物业公司',
    '330.00平方米',
    '82.50%',
    '《民法典》第二百七十八条',
    '3×330.00=990.00',
    createHash('sha256').update(file).digest('hex'),
  ])
    expect(text, said).toContain(said)
  expect(text).not.toMatch(/R1\.\d/u)
  const posted = await pdfText((await get('result.pdf')).bytes)
  for (const said of ['表决结果公布单', '表决人总数', '计票人(签名)']) expect(posted).toContain(said)
  expect(posted).not.toContain('证书文件指纹')
})

test('whoever asks, and however many at once, each paper is set once for each language and the file written once', async () => {
  const since = keptSheets.makings()
  const ask = (path: string, lang = 'en') =>
    town.as('visitor', { method: 'GET', url: `/polls/${decided.poll}/${path}`, headers: { 'accept-language': lang } })
  const all = await Promise.all(
    Array.from({ length: 60 }, (_, index) => ask(index % 2 === 0 ? 'result.pdf' : 'certificate.pdf')),
  )
  expect(new Set(all.map(({ status }) => status))).toEqual(new Set([200]))
  expect(new Set(all.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex'))).size).toBe(2)
  expect(keptSheets.makings() - since).toBe(2)
  await Promise.all(Array.from({ length: 20 }, () => ask('certificate.json')))
  expect(keptFiles.makings()).toBe(1)

  const { etag } = all[0]!.headers
  const again = (path: string, known: string) =>
    town.as('visitor', {
      method: 'GET',
      url: `/polls/${decided.poll}/${path}`,
      headers: { 'if-none-match': known, 'accept-language': 'en' },
    })
  const same = await again('result.pdf', String(etag))
  expect([same.status, same.bytes.length, same.headers.etag]).toEqual([304, 0, etag])
  expect((await again('certificate.pdf', String(etag))).status).toBe(200)
  expect((await get('result.pdf')).headers.etag).not.toBe(etag)
  const file = await get('certificate.json')
  expect(file.headers.etag).toBe(`"${createHash('sha256').update(file.bytes).digest('hex')}"`)
  expect((await again('certificate.json', String(file.headers.etag))).status).toBe(304)
})

test('another name of the community stands on the paper that is asked for next, and in the file', async () => {
  const before = await get('certificate.json')
  await town.database.owner.updateTable('community').set({ name: '阳光新村' }).where('id', '=', SUN).execute()
  const [file, paper] = [await get('certificate.json'), await get('certificate.pdf')]
  expect((file.json() as Certificate).community).toBe('阳光新村')
  expect(file.headers.etag).not.toBe(before.headers.etag)
  expect(await pdfText(paper.bytes)).toContain('阳光新村')
})

test('there is no certificate before the result stands, and no paper before there is a result', async () => {
  const opened = await votes.open('续聘物业公司，好不好？')
  const at = async (path: string) =>
    (await town.as('visitor', { method: 'GET', url: `/polls/${opened.poll}/${path}` })).status
  expect([await at('result.pdf'), await at('certificate.json'), await at('certificate.pdf')]).toEqual([404, 404, 404])
  await votes.count(opened)
  expect([await at('result.pdf'), await at('certificate.json'), await at('certificate.pdf')]).toEqual([200, 404, 404])
})
