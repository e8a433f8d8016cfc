// Files that want to break their reader: pictures of too many points, archives that unpack to gigabytes, forms that break off.
import { deflateRawSync, deflateSync, crc32 } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { multipart } from './ground.ts'
import { type Town, openTown } from './town.ts'

let town: Town
beforeAll(async () => void (town = await openTown()))
afterAll(() => town.close())

const upload = (content: Buffer) =>
  town.as('staff', { method: 'POST', url: '/api/photos', ...multipart('photos', content) })

const chunk = (type: string, content: Buffer) => {
  const body = Buffer.concat([Buffer.from(type), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** A grey PNG that says it has so many points, in a few kilobytes. */
const hugePng = (width: number, height: number, rows: number) => {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 0, 0, 0, 0], 8)
  const lines = deflateSync(Buffer.alloc((width + 1) * rows))
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', lines), chunk('IEND', Buffer.alloc(0))])
}

test.each([
  ['a picture of 900 million points', hugePng(30_000, 30_000, 300)],
  ['a picture that is one line of two billion', hugePng(2_000_000_000, 1, 0)],
  ['a picture of no points', hugePng(0, 0, 0)],
  ['half a picture', hugePng(4000, 4000, 10)],
  ['a drawing with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
  ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
  [
    'a drawing that reads a file',
    Buffer.from(
      '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg"><text>&b;</text></svg>',
    ),
  ],
  ['a picture list of many files', Buffer.from('%!PS-Adobe-3.0\n(r) run')],
])('%s is no photo, and is told so in a moment', async (_, content) => {
  const begun = performance.now()
  const answer = await upload(content)
  expect(answer.status, answer.text).toBe(422)
  expect(performance.now() - begun).toBeLessThan(5000)
})

test('a photo keeps nothing of where it was taken', async () => {
  const exif = { IFD0: { Copyright: '暗号版权' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 0/1 0/1' } }
  const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#345' } })
    .withExif(exif)
    .jpeg()
    .toBuffer()
  const { photos } = (await upload(photo)).json() as { photos: { full: string }[] }
  const shown = await town.app.inject({ method: 'GET', url: photos[0]!.full })
  expect(shown.headers['content-type']).toBe('image/webp')
  expect(shown.headers['x-content-type-options']).toBe('nosniff')
  expect((await sharp(shown.rawPayload).metadata()).exif).toBeUndefined()
})

const zip = (name: string, content: Buffer, size: number) => {
  const [path, packed] = [Buffer.from(name), deflateRawSync(content)]
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt32LE(size, 22)
  local.writeUInt16LE(path.length, 26)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50, 0)
  central.writeUInt16LE(8, 10)
  central.writeUInt32LE(packed.length, 20)
  central.writeUInt32LE(size, 24)
  central.writeUInt16LE(path.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(46 + path.length, 12)
  end.writeUInt32LE(30 + path.length + packed.length, 16)
  return Buffer.concat([local, path, packed, central, path, end])
}

test.each([
  ['that says how large it is', 400_000_000],
  ['that lies about its size', 1],
])('a workbook of four hundred megabytes %s is refused before it is unpacked', async (_, size) => {
  const before = process.memoryUsage().rss
  const bomb = zip('xl/workbook.xml', Buffer.alloc(400_000_000, 0x20), size)
  expect(bomb.length).toBeLessThan(1_000_000)
  const answer = await town.as('staff', { method: 'POST', url: '/api/import/preview', ...multipart('workbook', bomb) })
  expect(answer.json()).toMatchObject({ code: 'workbook-too-large' })
  expect(process.memoryUsage().rss - before).toBeLessThan(1_000_000_000)
})

test.each([
  ['breaks off', '--b\r\ncontent-disposition: form-data; name="photos"; filename="a.png"\r\n\r\nabc'],
  ['has no parts', ''],
  ['is no form', 'hello'],
  ['has a head without an end', `--b\r\n${'x: y\r\n'.repeat(5000)}`],
])('a form that %s is told, and is nobody’s bug', async (_, payload) => {
  town.lines.splice(0)
  const headers = { 'content-type': 'multipart/form-data; boundary=b' }
  for (const url of ['/api/photos', '/api/import/preview', `/p/${town.plate}`, '/prefs', '/found'])
    expect((await town.as('staff', { method: 'POST', url, payload, headers })).status, url).toBeLessThan(500)
  expect(town.lines.filter((line) => line.startsWith('unexpected'))).toEqual([])
})

test('too many photos, fields and names are refused', async () => {
  const part = (name: string, file: boolean) =>
    `--b\r\ncontent-disposition: form-data; name="${name}"${file ? '; filename="a.png"' : ''}\r\n\r\nx\r\n`
  const headers = { 'content-type': 'multipart/form-data; boundary=b' }
  for (const parts of [
    part('photos', true).repeat(20),
    part('a', false).repeat(500),
    part('__proto__', false),
    part('constructor', false),
  ]) {
    const answer = await town.as('visitor', {
      method: 'POST',
      url: `/p/${town.plate}`,
      payload: `${parts}--b--\r\n`,
      headers,
    })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status, answer.text).toBeLessThan(500)
  }
})
