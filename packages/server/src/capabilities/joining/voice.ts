// A voice made ready to join: whose it is, under which id, and by which link its owner comes back.
import { createHmac } from 'node:crypto'
import type { JoiningId, MatterId } from '@yishi/domain/kernel'
import type { NewJoining, Voice } from '@yishi/domain/joining'
import { type LinkKey, linkDigest, linkToken } from '../matter/index.ts'

type Whose = { readonly secret: LinkKey; readonly matter: MatterId; readonly who: string }

/** The same person and matter give the same id, which tells nobody who it is. */
const joiningId = ({ secret, matter, who }: Whose): JoiningId =>
  `joi_${createHmac('sha256', secret).update(`yishi/joining/${matter}\n${who}`).digest('hex').slice(0, 26)}`

export const voiceOf = (whose: Whose, said: Omit<Voice, 'who' | 'linkDigest'>): NewJoining => {
  const joining = joiningId(whose)
  return { ...said, joining, who: whose.who, linkDigest: linkDigest(linkToken(whose.secret, joining)) }
}
