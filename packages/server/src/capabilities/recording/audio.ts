// Reads what somebody sent as sound beside the server, within limits of time and memory: a spoilt file can keep its reader busy for ever.
import { Worker } from 'node:worker_threads'
import { type Refused, refuse } from '@yishi/domain/kernel'
import type { Sound, SoundRefusal } from './sound.ts'

type Answer = Sound | Refused<SoundRefusal>

/** For reading alone, of which two minutes of speech take a hundredth; a busy machine may be slow to begin. */
const PATIENCE = 5000
const MEMORY = { maxOldGenerationSizeMb: 192 }
const AT_ONCE = 2

const inThread = (content: Uint8Array): Promise<Answer> =>
  new Promise((settle) => {
    const thread = new Worker(new URL('sound-thread.ts', import.meta.url), {
      workerData: content,
      resourceLimits: MEMORY,
      stdout: true,
      stderr: true,
    })
    let timer: NodeJS.Timeout | undefined
    const end = (answer: Answer): void => {
      clearTimeout(timer)
      settle(answer)
      void thread.terminate()
    }
    const giveUp = () => end(refuse('not-a-recording'))
    thread.on('message', (said: Answer | 'begun') => {
      if (said === 'begun') timer = setTimeout(giveUp, PATIENCE)
      else end(said)
    })
    thread.once('error', giveUp)
  })

const lanes: Promise<unknown>[] = Array.from({ length: AT_ONCE }, () => Promise.resolve())
let next = 0

/** A few at once, the others in turn: many bad files must not take the whole machine. */
export const renewSound = (content: Uint8Array): Promise<Answer> => {
  const lane = (next += 1) % AT_ONCE
  const answer = lanes[lane]!.then(() => inThread(content))
  lanes[lane] = answer
  return answer
}
