import { RECORDING_BYTES } from '@yishi/domain/recording'
import { isRefused } from '@yishi/domain/kernel'
import { Mp3OutputFormat, Mp4OutputFormat, OggOutputFormat, WebMOutputFormat } from 'mediabunny'
import { describe, expect, test } from 'vitest'
import { recordedAs, wavOf } from '../../testing/sound.ts'
import { renewSound } from './audio.ts'
import { copySound } from './sound.ts'

const webm = (seconds: number, live = true) =>
  recordedAs({ codec: 'opus', format: new WebMOutputFormat({ appendOnly: live }), seconds })
const sure = async (content: Uint8Array) => {
  const sound = await copySound(content)
  if (isRefused(sound)) throw new Error(sound.refused)
  return sound
}

describe('what browsers and phones record', () => {
  test.each([
    ['WebM as Chromium streams it', () => webm(9), 'audio/webm', 9],
    [
      'MP4 in fragments as Safari writes it',
      () => recordedAs({ codec: 'aac', format: new Mp4OutputFormat({ fastStart: 'fragmented' }), seconds: 9 }),
      'audio/mp4',
      9,
    ],
    [
      'M4A of a telephone',
      () => recordedAs({ codec: 'aac', format: new Mp4OutputFormat(), seconds: 9 }),
      'audio/mp4',
      9,
    ],
    ['MP4 with Opus', () => recordedAs({ codec: 'opus', format: new Mp4OutputFormat(), seconds: 9 }), 'audio/webm', 9],
    ['Ogg', () => recordedAs({ codec: 'opus', format: new OggOutputFormat(), seconds: 9 }), 'audio/webm', 9],
    ['MP3', () => recordedAs({ codec: 'mp3', format: new Mp3OutputFormat(), seconds: 9 }), 'audio/mpeg', 9],
    ['WAV', () => Promise.resolve(wavOf(9)), 'audio/wav', 9],
  ] as const)('%s is known by its own bytes, with its length', async (_, make, type, seconds) => {
    const sound = await sure(await make())
    expect(sound.type).toBe(type)
    expect(Math.abs(sound.seconds - seconds)).toBeLessThanOrEqual(1)
    expect(Math.abs((await sure(sound.content)).seconds - sound.seconds)).toBeLessThanOrEqual(1)
  })

  test('keeps nothing of whose telephone it was, and where', async () => {
    const tags = { title: '暗号会议室', artist: '皇甫静姝的手机', comment: '31.13,121.22' }
    for (const format of [new Mp4OutputFormat(), new WebMOutputFormat(), new OggOutputFormat()]) {
      const told = await recordedAs({ codec: 'opus', format, seconds: 3, tags })
      const kept = Buffer.from((await sure(told)).content)
      expect(['暗号', '皇甫', '31.13'].map((trace) => [told.includes(trace), kept.includes(trace)])).toEqual([
        [true, false],
        [true, false],
        [true, false],
      ])
    }
  })

  test('may be two minutes long and a little more, not longer', async () => {
    expect((await sure(await webm(124))).seconds).toBeLessThanOrEqual(125)
    expect(await copySound(await webm(130))).toEqual({ refused: 'recording-too-long' })
    expect((await webm(130)).length).toBeLessThan(RECORDING_BYTES)
  })
})

describe('what is no recording', () => {
  const AMR = Buffer.concat([Buffer.from('#!AMR\n'), Buffer.alloc(3200, 0x3c)])
  const whole = wavOf(3)
  test.each([
    ['nothing', Buffer.alloc(0)],
    ['a text called one', Buffer.from('这不是录音')],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(4000, 7)])],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['the head of a WAV alone', whole.subarray(0, 44)],
    ['AMR, which no browser at a desk plays', AMR],
    ['a video’s head', Buffer.concat([Buffer.from('000000186674797069736f6d', 'hex'), Buffer.alloc(400, 1)])],
  ])('%s is told so', async (_, content) => {
    expect(await copySound(content)).toEqual({ refused: 'not-a-recording' })
  })

  test('a recording that breaks off, or is cut anywhere, is taken as far as it goes or refused, and never a fault', async () => {
    for (const sound of [await webm(5), await recordedAs({ codec: 'aac', format: new Mp4OutputFormat(), seconds: 5 })])
      for (let cut = 1; cut < sound.length; cut += Math.ceil(sound.length / 60)) {
        const answer = await copySound(sound.subarray(0, cut))
        expect(isRefused(answer) ? answer.refused : 'taken').toMatch(/^(?:taken|not-a-recording)$/u)
      }
  })

  test('a table that promises samples without end is given up, and the next file is read', async () => {
    const sound = await recordedAs({ codec: 'aac', format: new Mp4OutputFormat(), seconds: 5 })
    const samplesInChunk = sound.indexOf('stsc') + 16
    const endless = Buffer.from(sound)
    endless.writeUInt32BE(0xffffffff, samplesInChunk)
    const [answer, after] = await Promise.all([renewSound(endless), renewSound(sound)])
    expect(answer).toEqual({ refused: 'not-a-recording' })
    expect(after).toMatchObject({ type: 'audio/mp4' })
  }, 30_000)
})
