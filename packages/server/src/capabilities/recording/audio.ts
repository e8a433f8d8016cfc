// Sound as browsers and phones record it: told by its own bytes, and written anew so that nothing remains but the sound.
import { LONGEST_RECORDING } from '@yishi/domain/recording'
import { type Refused, refuse } from '@yishi/domain/kernel'
import type { AudioCodec, InputAudioTrack, OutputFormat } from 'mediabunny'

export type Sound = { readonly content: Uint8Array; readonly type: string; readonly seconds: number }
export type SoundRefusal = 'not-a-recording' | 'recording-too-long'

/** The reader of sound is large; a house in which nobody records never loads it. */
const load = () => import('mediabunny')
type Library = Awaited<ReturnType<typeof load>>

/** What every browser at a desk plays; AMR, which old telephones make, none does. */
const TYPES: Readonly<
  Partial<Record<AudioCodec, { readonly type: string; format: (library: Library) => OutputFormat }>>
> = {
  opus: { type: 'audio/webm', format: ({ WebMOutputFormat }) => new WebMOutputFormat() },
  vorbis: { type: 'audio/webm', format: ({ WebMOutputFormat }) => new WebMOutputFormat() },
  aac: { type: 'audio/mp4', format: ({ Mp4OutputFormat }) => new Mp4OutputFormat({ fastStart: 'in-memory' }) },
  mp3: { type: 'audio/mpeg', format: ({ Mp3OutputFormat }) => new Mp3OutputFormat() },
  'pcm-s16': { type: 'audio/wav', format: ({ WavOutputFormat }) => new WavOutputFormat() },
}

const trackOf = async (library: Library, content: Uint8Array): Promise<InputAudioTrack | null> => {
  const { BufferSource, Input, ADTS, MP3, MP4, OGG, QTFF, WAVE, WEBM } = library
  const input = new Input({ source: new BufferSource(content), formats: [WEBM, MP4, QTFF, OGG, WAVE, MP3, ADTS] })
  const [track, ...others] = await input.getTracks()
  return track?.isAudioTrack() && others.length === 0 ? track : null
}

/** Packets are copied as they are: whose telephone it was, where, and with what is left behind with the old container. */
const copy = async (library: Library, track: InputAudioTrack): Promise<Sound | Refused<SoundRefusal>> => {
  const { BufferTarget, EncodedAudioPacketSource, EncodedPacketSink, Output } = library
  const codec = track.codec
  const kept = codec && TYPES[codec]
  const decoderConfig = await track.getDecoderConfig()
  if (!kept || !decoderConfig) return refuse('not-a-recording')
  const target = new BufferTarget()
  const output = new Output({ format: kept.format(library), target })
  const source = new EncodedAudioPacketSource(codec)
  output.addAudioTrack(source)
  await output.start()
  let ends = 0
  for await (const packet of new EncodedPacketSink(track).packets()) {
    ends = Math.max(ends, packet.timestamp + packet.duration)
    if (ends > LONGEST_RECORDING) return refuse('recording-too-long')
    await source.add(packet, { decoderConfig })
  }
  await output.finalize()
  const seconds = Math.ceil(ends)
  if (!target.buffer || seconds === 0) return refuse('not-a-recording')
  return { content: new Uint8Array(target.buffer), type: kept.type, seconds }
}

export const renewSound = async (content: Uint8Array): Promise<Sound | Refused<SoundRefusal>> => {
  const library = await load()
  try {
    const track = await trackOf(library, content)
    return track ? await copy(library, track) : refuse('not-a-recording')
  } catch {
    return refuse('not-a-recording') // the reader says in many ways that this is no sound, or half of one
  }
}
