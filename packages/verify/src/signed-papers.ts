// Checks what the ledger signed: a receipt from a QR code, and a checkpoint of the log.
import { parseArgs } from 'node:util'
import { isRefused } from '@yishi/domain/kernel'
import { type NoteKey, openCheckpoint, openReceipt, parseNoteKey, promisedBy, toBase64 } from '@yishi/domain/ledger'
import { type Command, type Outcome, badInput, isOutcome } from './outcome.ts'

type Question = { readonly paper: string; readonly keys: readonly NoteKey[] }

const words = (args: readonly string[]): { paper: string | undefined; key: readonly string[] } | null => {
  try {
    const options = { key: { type: 'string', multiple: true } } as const
    const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true })
    return positionals.length === 1 ? { paper: positionals[0], key: values.key ?? [] } : null
  } catch {
    return null // an option that nobody knows
  }
}

const question = (args: readonly string[], usage: string): Question | Outcome => {
  const read = words(args)
  if (read?.paper === undefined || read.key.length === 0) return badInput('usage', usage)
  const keys: NoteKey[] = []
  for (const text of read.key) {
    const key = parseNoteKey(text)
    if (isRefused(key)) return badInput(key.refused, text)
    keys.push(key)
  }
  return { paper: read.paper, keys }
}

const denied = (reason: string): Outcome =>
  reason.startsWith('malformed-')
    ? badInput(reason, 'it cannot be read')
    : { exit: 1, answer: { holds: false, reason } }

const RECEIPT_USAGE = 'yishi verify receipt FILE|TEXT --key KEY [--key KEY …]'

export const receipt: Command = {
  usage: RECEIPT_USAGE,
  run: (args, read) => {
    const asked = question(args, RECEIPT_USAGE)
    if (isOutcome(asked)) return asked
    const text = asked.paper.startsWith('YISHI1.') ? asked.paper : read(asked.paper)
    if (text === null) return badInput('unreadable-file', asked.paper)
    const opened = openReceipt(text.trim(), asked.keys)
    if (isRefused(opened)) return denied(opened.refused)
    return { exit: 0, answer: { holds: true, ...opened, promisedBy: promisedBy(opened) } }
  },
}

const CHECKPOINT_USAGE = 'yishi verify checkpoint FILE --key KEY [--key KEY …]'

export const checkpoint: Command = {
  usage: CHECKPOINT_USAGE,
  run: (args, read) => {
    const asked = question(args, CHECKPOINT_USAGE)
    if (isOutcome(asked)) return asked
    const note = read(asked.paper)
    if (note === null) return badInput('unreadable-file', asked.paper)
    const opened = openCheckpoint(note, asked.keys)
    if (isRefused(opened)) return denied(opened.refused)
    return { exit: 0, answer: { holds: true, origin: opened.origin, size: opened.size, root: toBase64(opened.root) } }
  },
}
