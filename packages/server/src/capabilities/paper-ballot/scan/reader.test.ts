// A picture that cannot even be handed to its reader holds up none of those that come after it.
import { toBuffer } from 'qrcode'
import { expect, test } from 'vitest'
import { readCodes } from './reader.ts'

test('after a picture that cannot be handed over, others are read in every lane', async () => {
  const gone = new Uint8Array(8)
  structuredClone(gone, { transfer: [gone.buffer] })
  const before = await Promise.allSettled([readCodes(gone), readCodes(gone)])
  expect(before.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  const picture = await toBuffer('https://example.com/menu', { width: 400, margin: 4 })
  expect(await Promise.all([readCodes(picture), readCodes(picture)])).toEqual([
    ['https://example.com/menu'],
    ['https://example.com/menu'],
  ])
})
