// Sound as browsers and phones record it: told by its own bytes, and written anew so that nothing remains but the sound.
import { LONGEST_RECORDING, RECORDING_BYTES } from '@yishi/domain/recording'
import { type Refused, refuse } from '@yishi/domain/kernel'
import {
  ADTS,
  type AudioCodec,
  BufferSource,
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacketSink,
  Input,
  type InputAudioTrack,
  MP3,
  MP4,
  Mp3OutputFormat,
  Mp4OutputFormat,
  OGG,
  Output,
  type OutputFormat,
  QTFF,
  WAVE,
  WEBM,
  WavOutputFormat,
  WebMOutputFormat,
} from 'mediabunny'

export type Sound = { readonly content: Uint8Array; readonly type: string; readonly seconds: number }
export type SoundRefusal = 'not-a-recording' | 'recording-too-long'

type Kept = { readonly type: string; readonly format: () => OutputFormat }

/** What every browser at a desk plays; AMR, which old telephones make, none does. */
const KEPT: Readonly<Partial<Record<AudioCodec, Kept>>> = {
  opus: { type: 'audio/webm', format: () => new WebMOutputFormat() },
  vorbis: { type: 'audio/webm', format: () => new WebMOutputFormat() },
  aac: { type: 'audio/mp4', format: () => new Mp4OutputFormat({ fastStart: 'in-memory' }) },
  mp3: { type: 'audio/mpeg', format: () => new Mp3OutputFormat() },
  'pcm-s16': { type: 'audio/wav', format: () => new WavOutputFormat() },
}

const trackOf = async (content: Uint8Array): Promise<InputAudioTrack | null> => {
  const formats = [WEBM, MP4, QTFF, OGG, WAVE, MP3, ADTS]
  const [track, ...others] = await new Input({ source: new BufferSource(content), formats }).getTracks()
  return track?.isAudioTrack() && others.length === 0 ? track : null
}

/** Packets are copied as they are: whose telephone it was, where, and with what is left behind with the old container. */
const copy = async (track: InputAudioTrack): Promise<Sound | Refused<SoundRefusal>> => {
  const { codec } = track
  const kept = codec && KEPT[codec]
  const decoderConfig = await track.getDecoderConfig()
  if (!kept || !decoderConfig) return refuse('not-a-recording')
  const target = new BufferTarget()
  const output = new Output({ format: kept.format(), target })
  const source = new EncodedAudioPacketSource(codec)
  output.addAudioTrack(source)
  await output.start()
  let [ends, bytes] = [0, 0]
  for await (const packet of new EncodedPacketSink(track).packets()) {
    ends = Math.max(ends, packet.timestamp + packet.duration)
    bytes += packet.byteLength
    if (ends > LONGEST_RECORDING) return refuse('recording-too-long')
    // No file holds more sound than bytes: a table that says so repeats itself.
    if (bytes > RECORDING_BYTES) return refuse('not-a-recording')
    await source.add(packet, { decoderConfig })
  }
  await output.finalize()
  const seconds = Math.ceil(ends)
  if (!target.buffer || seconds === 0) return refuse('not-a-recording')
  return { content: new Uint8Array(target.buffer), type: kept.type, seconds }
}

export const copySound = async (content: Uint8Array): Promise<Sound | Refused<SoundRefusal>> => {
  try {
    const track = await trackOf(content)
    return track ? await copy(track) : refuse('not-a-recording')
  } catch {
    return refuse('not-a-recording') // the reader says in many ways that this is no sound, or half of one
  }
}
