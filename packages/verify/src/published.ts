// Checks what was published against the log: it is what was committed to, the log holds that, and the community signed the log.
import { type Published, checkPublished } from '@yishi/domain/ledger'
import { fileAndKeys } from './file-and-keys.ts'
import { type Command, badInput, isOutcome } from './outcome.ts'

const isText = (value: unknown): value is string => typeof value === 'string'

const isClaim = (value: unknown): value is Published['inclusion'] => {
  if (value === null) return true
  if (typeof value !== 'object') return false
  const { leafIdx, treeSize, root, leafHash, proof } = value as Readonly<Record<string, unknown>>
  const texts = [root, leafHash, ...(Array.isArray(proof) ? (proof as unknown[]) : [null])]
  return typeof leafIdx === 'number' && typeof treeSize === 'number' && texts.every(isText)
}

/** Null for what is no such file; what does not fit together in it is found by checking it. */
const publishedIn = (text: string, name: string): Published | null => {
  try {
    const fields = JSON.parse(text) as Readonly<Record<string, unknown>>
    const { [name]: value, salt, leaf, inclusion = null, checkpoint = null } = fields
    const readable = isText(salt) && isText(leaf) && isClaim(inclusion) && (checkpoint === null || isText(checkpoint))
    return readable ? { name, value, salt, leaf, inclusion, checkpoint } : null
  } catch {
    return null // no JSON, or not even an object
  }
}

/** `name` is under which the leaf commits to it, and under which the file gives it. */
const publishedCommand = (usage: string, name: string): Command => ({
  usage,
  run: (args, read) => {
    const asked = fileAndKeys(args, usage)
    if (isOutcome(asked)) return asked
    const text = read(asked.path)
    if (text === null) return badInput('unreadable-file', asked.path)
    const published = publishedIn(text, name)
    if (!published) return badInput('unreadable-claim', asked.path)
    const checks = checkPublished(published, asked.keys)
    const holds = checks.opened && checks.included === true && checks.signed !== false
    return { exit: holds ? 0 : 1, answer: { holds, ...checks } }
  },
})

export const notice = publishedCommand('yishi verify notice FILE [--key KEY …]', 'wording')
export const announcement = publishedCommand('yishi verify announcement FILE [--key KEY …]', 'announcement')
