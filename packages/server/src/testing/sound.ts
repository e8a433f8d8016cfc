// Sound for tests, made here: a WAV file, and silence in any container that phones and browsers write.
import {
  type AudioCodec,
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  type MetadataTags,
  Output,
  type OutputFormat,
} from 'mediabunny'
import { hum } from '../demo/hum.ts'

/** The hum of the demo, as a browser would send it. */
export const wavOf = hum

const RATE = 8000

type Recorded = {
  readonly codec: AudioCodec
  readonly format: OutputFormat
  readonly seconds: number
  readonly tags?: MetadataTags
}

/** One channel: of AAC-LC as ISO/IEC 14496-3 writes it, of Opus as RFC 7845 does. */
const HEADERS: Partial<Record<AudioCodec, Uint8Array>> = {
  aac: Uint8Array.of(0x15, 0x88),
  opus: Buffer.from('4f707573486561640101380180bb0000000000', 'hex'),
}
/** As the packets below say of themselves. */
const packetSeconds = (codec: AudioCodec): number => (codec === 'mp3' ? 0.072 : codec === 'opus' ? 0.02 : 0.128)
const MP3_FRAME = Buffer.concat([Buffer.from([0xff, 0xe3, 0x18, 0xc4]), Buffer.alloc(68)])

/** Packets of silence in a real container; nothing here decodes them. */
export const recordedAs = async ({ codec, format, seconds, tags }: Recorded): Promise<Buffer> => {
  const target = new BufferTarget()
  const output = new Output({ format, target })
  const source = new EncodedAudioPacketSource(codec)
  output.addAudioTrack(source)
  if (tags) output.setMetadataTags(tags)
  await output.start()
  const decoderConfig = {
    codec: codec === 'aac' ? 'mp4a.40.2' : codec,
    sampleRate: codec === 'opus' ? 48_000 : RATE,
    numberOfChannels: 1,
    ...(HEADERS[codec] ? { description: HEADERS[codec] } : {}),
  }
  const data = codec === 'mp3' ? MP3_FRAME : Uint8Array.of(0xf8, 0xff, 0xfe, 1, 2, 3, 4, 5)
  for (let at = 0; at < seconds; at += packetSeconds(codec))
    await source.add(new EncodedPacket(data, 'key', at, packetSeconds(codec)), { decoderConfig })
  await output.finalize()
  return Buffer.from(target.buffer!)
}
