import { describe, expect, test } from 'vitest'
import { isUnheardTitle, unheardTitle } from '../recording/index.ts'
import { CLOSED } from '../reactions/testing/places.ts'
import { RAISE, asks, given, raised, refusal, told, when } from '../reactions/testing/story.ts'
import type { World } from '../reactions/testing/world.ts'
import { type MatterCommand, matterEntry } from './index.ts'
import { RAISER, STAFF } from './testing/community.ts'

const VOICE = { recording: 'rec_1', sha256: 'ab'.repeat(32), seconds: 41 } as const
const MORE = { recording: 'rec_2', sha256: 'cd'.repeat(32), seconds: 9 } as const
const SAID_ALOUD = given(asks(RAISER, { ...RAISE, text: '', title: unheardTitle('3号楼'), recording: VOICE }))
const SAID_BOTH = given(asks(RAISER, { ...RAISE, recording: VOICE }))

const typing = (text: string, more: object = {}): MatterCommand =>
  ({ type: 'TranscribeRecording', recording: VOICE.recording, text, title: '电梯异响', ...more }) as MatterCommand
const held = ({ matter }: World) => (matter.status === 'absent' ? [] : matter.recordings)

describe('a recording', () => {
  test('is held by the matter with its digest, unheard', () => {
    expect(held(SAID_ALOUD)).toEqual([{ ...VOICE, isText: true, transcribed: false }])
    expect(held(given(raised))).toEqual([])
  })

  test('said in place of words becomes the matter’s text and gives it a name', () => {
    const typed = when(SAID_ALOUD, asks(STAFF, typing('电梯异响，关门卡住')))
    expect(told(typed, SAID_ALOUD)).toEqual([
      {
        type: 'RecordingTranscribed',
        recording: 'rec_1',
        text: '电梯异响，关门卡住',
        title: '电梯异响',
        isText: true,
        again: false,
      },
    ])
    expect(held(typed)).toEqual([{ ...VOICE, isText: true, transcribed: true }])
  })

  test('said beside words adds to them, and names nothing', () => {
    const [event] = told(when(SAID_BOTH, asks(STAFF, typing('还有三楼'))), SAID_BOTH)
    expect(event).toMatchObject({ isText: false, title: null })
  })

  test('is transcribed again where a transcript was wrong', () => {
    const once = when(SAID_ALOUD, asks(STAFF, typing('电梯异想')))
    expect(told(when(once, asks(STAFF, typing('电梯异响'))), once)).toMatchObject([{ again: true }])
  })

  test('of a remark is held too, also after the end', () => {
    const remark: MatterCommand = { type: 'AddRemark', text: '', photos: [], recording: MORE }
    const world = when(CLOSED, asks(RAISER, remark), asks(STAFF, typing('又响了', { recording: 'rec_2' })))
    expect(held(world)).toEqual([{ ...MORE, isText: false, transcribed: true }])
  })

  test('of another matter is unknown here', () => {
    expect(refusal(SAID_ALOUD, STAFF, typing('听错了', { recording: 'rec_2' }))).toBe('recording-unknown')
  })

  test('leaves neither id nor word in the leaf', () => {
    const [event] = told(SAID_ALOUD)
    if (event?.type !== 'MatterRaised') throw new Error('nothing was raised')
    const { facts, sealed } = matterEntry.MatterRaised(event)
    expect(JSON.stringify(facts)).not.toMatch(/rec_|abab/u)
    expect(sealed['recording']).toEqual(VOICE)
    const typed = { recording: 'rec_1', text: '电梯', title: null, isText: true, again: false } as const
    expect(matterEntry.RecordingTranscribed({ type: 'RecordingTranscribed', ...typed }).facts).toEqual({
      isText: true,
      again: false,
    })
  })
})

test('what nobody has heard is named after its place', () => {
  expect(unheardTitle('3号楼二单元')).toBe('语音上报 · 3号楼二单元（待转写）')
  expect(unheardTitle('')).toBe('语音上报（待转写）')
  expect([unheardTitle(''), unheardTitle('北门'), '语音上报 · 北门', '电梯（待转写）'].map(isUnheardTitle)).toEqual([
    true,
    true,
    false,
    false,
  ])
})
