// What a verifying command says: JSON for a program to read, and an exit code for a script.
import type { Json } from '@yishi/domain/ledger'

/** 0: it holds. 1: it does not. 2: the question could not be read. */
export type Outcome = { readonly exit: 0 | 1 | 2; readonly answer: { readonly [key: string]: Json } }

/** Gives the text of a file, or null where there is none. */
export type ReadFile = (path: string) => string | null

export type Command = { readonly usage: string; readonly run: (args: readonly string[], read: ReadFile) => Outcome }

export const badInput = (error: string, detail: string): Outcome => ({ exit: 2, answer: { error, detail } })

export const isOutcome = <T extends object>(value: T | Outcome): value is Outcome => 'exit' in value
