// Pictures of sheets on real PostgreSQL through their own doors: matched by their code, kept without a trace of the camera, shown to those who count and to nobody else, and none lost.
import type { PaperSheet } from '@yishi/contract/paper-ballot'
import type { PaperScan, PaperScans, TakenScans } from '@yishi/contract/paper-scan'
import { PHOTO_BYTES } from '@yishi/domain/photo'
import { type RawBuilder, sql } from 'kysely'
import { toBuffer } from 'qrcode'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { multipart } from '../../../fences/ground.ts'
import { type Caller, personId } from '../../../fences/people.ts'
import { rowsIn } from '../../../fences/steps.ts'
import { type Town, openTown } from '../../../fences/town.ts'
import { openOwnersPoll } from '../testing/owners.ts'
import { scannedPdf } from '../testing/scanned-pdf.ts'
import { MOST_PAGES } from './pdf.ts'

let town: Town
let poll: string
let voters: readonly { readonly voter: string }[]
let codes: readonly string[]

const rows = <T>(query: RawBuilder<T>) => rowsIn(town, query)
const printed = async (): Promise<readonly string[]> => {
  const page = await town.as('staff', { method: 'GET', url: `/polls/${poll}/paper` })
  return [...page.text.matchAll(/data-code="([^"]+)"/gu)].map(([, code]) => code!)
}
beforeAll(async () => {
  town = await openTown()
  const homes = (['raiser', 'neighbour', 'volunteer'] as const).map((owner) => ({ owners: [owner] }))
  ;({ poll, voters } = await openOwnersPoll(town, homes))
  codes = await printed()
})
afterAll(() => town.close())

const addressOf = (code: string, of = poll) => `http://127.0.0.1:3000/polls/${of}#${code}`

/** A sheet of A4 photographed askew on a table, with these codes on it and a camera that tells of itself. */
const photographed = async (addresses: readonly string[], seed = 3): Promise<Buffer> => {
  const marks = await Promise.all(addresses.map((text) => toBuffer(text, { width: 250, margin: 2 })))
  const page = await sharp({ create: { width: 1654, height: 2339, channels: 3, background: '#fdfdfa' } })
    .composite(marks.map((input, index) => ({ input, left: 1300, top: 100 + index * 900 })))
    .png()
    .toBuffer()
  return sharp(page)
    .rotate(seed, { background: '#7a6a55' })
    .jpeg({ quality: 70 })
    .withExif({ IFD0: { Model: 'SecretPhone' }, IFD3: { GPSLatitude: '31/1 13/1 0/1' } })
    .toBuffer()
}

const send = async (who: Caller, picture: Buffer, of = poll) => {
  const { payload, headers } = multipart('photos', picture)
  const answer = await town.as(who, { method: 'POST', url: `/api/polls/${of}/scans`, payload, headers })
  const body = answer.json() as TakenScans & { code: string }
  return { status: answer.status, body: { ...body, ...body.scans?.[0] } as TakenScans & PaperScan & { code: string } }
}
const listed = async (): Promise<PaperScans> =>
  (await town.as('staff', { method: 'GET', url: `/api/polls/${poll}/scans` })).json()
const look = (who: Caller, scan: string) => town.as(who, { method: 'GET', url: `/api/polls/${poll}/scans/${scan}` })
const find = async (code: string): Promise<PaperSheet> =>
  (await town.as('staff', { method: 'POST', url: `/api/polls/${poll}/paper/find`, json: { code } })).json()

describe('a picture', () => {
  test('is matched by its code, and lies beside its sheet; sent again it is the same one', async () => {
    const picture = await photographed([addressOf(codes[0]!)])
    const sent = await send('staff', picture)
    expect(sent.status, JSON.stringify(sent.body)).toBe(201)
    expect(sent.body).toMatchObject({ outcome: 'matched', number: 1, issue: 1 })
    expect((await find(codes[0]!)).scans).toEqual([{ scan: sent.body.scan, issue: 1 }])
    expect((await find(codes[1]!)).scans).toEqual([])
    const twice = await Promise.all([send('branch', picture), send('staff', picture)])
    expect(twice.map(({ body }) => body.scan)).toEqual([sent.body.scan, sent.body.scan])
    expect(await rows(sql`select from app.paper_scan where poll_id = ${poll}`)).toHaveLength(1)
  })

  test('of two who send the same at once, one lays it there', async () => {
    const picture = await photographed([addressOf(codes[1]!)], 5)
    const both = await Promise.all([send('staff', picture), send('branch', picture)])
    expect(both.map(({ status }) => status)).toEqual([201, 201])
    expect(both[0].body.scan).toBe(both[1].body.scan)
    expect((await find(codes[1]!)).scans).toHaveLength(1)
  })

  test('changes nothing of what is read, and is in the ledger without a name', async () => {
    expect(await find(codes[0]!)).toMatchObject({ status: 'out', steps: [] })
    const kept = await rows<{ type: string }>(sql`select type from app.ledger_entry where type = 'PictureKept'`)
    expect(kept.length).toBeGreaterThan(0)
  })

  test('tells nothing of the camera and the place', async () => {
    const { body } = await send('staff', await photographed([addressOf(codes[2]!)], 2))
    const answer = await look('staff', body.scan)
    expect([answer.status, answer.type, answer.headers['cache-control']]).toEqual([200, 'image/webp', 'no-store'])
    expect(answer.text).not.toContain('SecretPhone')
    expect(answer.text).not.toContain('Exif')
  })

  test('is opened by those who count alone, and it is noted who did', async () => {
    const { scan } = (await find(codes[1]!)).scans[0]!
    for (const [who, status] of [
      ['visitor', 401],
      ['raiser', 403],
      ['property-with-order', 403],
      ['staff-elsewhere', 404],
      ['branch', 200],
    ] as const)
      expect((await look(who, scan)).status, who).toBe(status)
    expect((await send('raiser', await photographed([]))).status).toBe(403)
    const seen = await rows<{ person_id: string }>(
      sql`select distinct person_id from app.sensitive_read where subject = ${scan}`,
    )
    expect(seen).toEqual([{ person_id: personId('branch') }])
  })
})

test('a void sheet is told so, and lies beside the new one', async () => {
  const { voter } = voters[2]!
  const replaced = {
    method: 'POST',
    url: `/api/polls/${poll}/paper/replace`,
    json: { voter, reason: '遗失' },
  } as const
  expect((await town.as('staff', replaced)).status).toBe(200)
  const sent = await send('staff', await photographed([addressOf(codes[2]!)], 6))
  expect(sent.body).toMatchObject({ outcome: 'replaced', number: 3, issue: 1 })
})

describe('what cannot be matched', () => {
  test('is kept and told, each in its own words: no code, a foreign one, two at once', async () => {
    const other = await openOwnersPoll(town, [{ owners: ['police'] }])
    const forged = `${codes[0]!.slice(0, -1)}${codes[0]!.endsWith('7') ? '8' : '7'}`
    const cases = [
      [[], 'unreadable'],
      [[addressOf(codes[0]!, other.poll)], 'foreign'],
      [[addressOf(forged)], 'foreign'],
      [['https://example.com/menu'], 'foreign'],
      [[addressOf(codes[0]!), addressOf(codes[1]!)], 'several'],
    ] as const
    const before = (await listed()).all
    for (const [index, [addresses, outcome]] of cases.entries()) {
      const sent = await send('staff', await photographed(addresses, 1 + index))
      expect([sent.status, sent.body.outcome, sent.body.number], outcome).toEqual([201, outcome, null])
      expect((await look('staff', sent.body.scan)).status).toBe(200)
    }
    const { all, scans } = await listed()
    expect(all).toBe(before + cases.length)
    expect(scans.slice(0, cases.length).every(({ outcome }) => outcome !== 'matched')).toBe(true)
  })

  test('a code of something else on the same table does not matter', async () => {
    const sent = await send('staff', await photographed(['https://example.com/menu', addressOf(codes[1]!)], 8))
    expect(sent.body).toMatchObject({ outcome: 'matched', number: 2 })
  })

  test('what is no picture is refused, and nothing is kept', async () => {
    const before = (await listed()).all
    const sent = await send('staff', Buffer.from('not a picture'))
    expect([sent.status, sent.body.code]).toEqual([422, 'not-a-photo'])
    const large = await send('staff', Buffer.alloc(PHOTO_BYTES + 1, 'x'))
    expect([large.status, large.body.code]).toEqual([413, 'photo-too-large'])
    expect((await listed()).all).toBe(before)
  })
})

describe('a scanned PDF', () => {
  const pageOf = async (addresses: readonly string[], seed: number, rotate = 0) => {
    const { data, info } = await sharp(await photographed(addresses, seed)).toBuffer({ resolveWithObject: true })
    return { jpeg: data, width: info.width, height: info.height, rotate }
  }

  test('is as many pictures as it has pages, each matched or told; sent again nothing is added', async () => {
    const pages = await Promise.all([
      pageOf([addressOf(codes[1]!)], 11),
      pageOf([], 12),
      pageOf([addressOf(codes[0]!)], 13),
      // Turned by the scanner: it is drawn as a reader would see it.
      pageOf([addressOf(codes[1]!)], 14, 180),
    ])
    const before = (await listed()).all
    const pdf = scannedPdf(pages)
    const sent = await send('staff', pdf)
    expect([sent.status, sent.body.scans.map(({ outcome, number }) => [outcome, number])]).toEqual([
      201,
      [
        ['matched', 2],
        ['unreadable', null],
        ['matched', 1],
        ['matched', 2],
      ],
    ])
    const sizeOf = async ({ scan }: PaperScan) => {
      const { format, width, height } = await sharp((await look('staff', scan)).bytes).metadata()
      return [format, Math.max(width, height)]
    }
    expect(await sizeOf(sent.body.scans[0]!)).toEqual(['webp', Math.max(pages[0]!.width, pages[0]!.height)])
    expect(await sizeOf(sent.body.scans[3]!)).toEqual(['webp', 2800])
    const again = await send('branch', pdf)
    expect(again.body.scans.map(({ scan }) => scan)).toEqual(sent.body.scans.map(({ scan }) => scan))
    expect((await listed()).all).toBe(before + pages.length)
  })

  test('that is damaged, locked or too long is refused in its own words', async () => {
    const page = await pageOf([], 14)
    const before = (await listed()).all
    const cases = [
      [Buffer.from('%PDF-1.7 and nothing more'), 'pdf-unreadable'],
      [scannedPdf([page], { locked: true }), 'pdf-locked'],
      [scannedPdf(Array.from({ length: MOST_PAGES + 1 }, () => ({ ...page, jpeg: Buffer.alloc(0) }))), 'pdf-too-long'],
    ] as const
    for (const [pdf, code] of cases) {
      const sent = await send('staff', pdf)
      expect([sent.status, sent.body.code]).toEqual([422, code])
    }
    expect((await listed()).all).toBe(before)
  })
})

test('pictures are only ever added', async () => {
  for (const change of [sql`update app.paper_scan set outcome = 'matched'`, sql`delete from app.paper_scan`])
    await expect(rows(change as never)).rejects.toThrow(/permission denied/u)
})
