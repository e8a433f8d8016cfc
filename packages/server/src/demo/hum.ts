// A hummed phrase as a WAV file: it stands for the voices of the demo, which are nobody's.

const RATE = 8000
const HEADER = 44

const header = (samples: number): Buffer => {
  const head = Buffer.alloc(HEADER)
  head.write('RIFF', 0)
  head.writeUInt32LE(HEADER - 8 + samples * 2, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(RATE, 24)
  head.writeUInt32LE(RATE * 2, 28)
  head.writeUInt16LE(2, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36)
  head.writeUInt32LE(samples * 2, 40)
  return head
}

/** Four syllables a second, each a little higher or lower than the one before. */
const loudness = (second: number): number => 6000 * Math.sin(Math.PI * ((second * 4) % 1))
const pitch = (second: number): number => 150 + 30 * Math.sin(Math.floor(second * 4) * 1.7)

export const hum = (seconds: number): Buffer => {
  const samples = RATE * seconds
  const sound = Buffer.alloc(samples * 2)
  for (let at = 0; at < samples; at += 1) {
    const second = at / RATE
    sound.writeInt16LE(Math.round(loudness(second) * Math.sin(2 * Math.PI * pitch(second) * second)), at * 2)
  }
  return Buffer.concat([header(samples), sound])
}
