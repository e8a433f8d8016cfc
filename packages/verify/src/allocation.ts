// Allocates a shared budget again from its `.pb` file: the same computation that decided it, on anybody's own machine.
import { parseArgs } from 'node:util'
import {
  type Allocation,
  COMPLETIONS,
  type Election,
  STOPS,
  TIE_RULES,
  type Terms,
  allocate as allocateElection,
  asDecimal,
  decimal,
  electionIn,
  isTie,
  plainShare,
  readPb,
} from '@yishi/domain/budget'
import { isRefused } from '@yishi/domain/kernel'
import { type Command, type Outcome, badInput, isOutcome } from './outcome.ts'
import { PB_ADVICE } from './pb-advice.ts'

const USAGE =
  'yishi allocate FILE.pb [--completion none|add1|add1u|utilitarian] [--stop exhaustive|first] [--ties cost,votes,listed] [--increment AMOUNT]'

type Question = { readonly path: string; readonly terms: Terms }

const OPTIONS = {
  completion: { type: 'string', default: 'none' },
  stop: { type: 'string', default: 'exhaustive' },
  ties: { type: 'string', default: '' },
  increment: { type: 'string', default: '1' },
} as const

const oneOf = <Word extends string>(known: readonly Word[], word: string): Word | undefined =>
  known.find((each) => each === word)

const termsOf = (asked: Readonly<Record<keyof typeof OPTIONS, string>>): Terms | null => {
  const completion = oneOf(COMPLETIONS, asked.completion)
  const stop = oneOf(STOPS, asked.stop)
  const words = asked.ties === '' ? [] : asked.ties.split(',')
  const ties = words.flatMap((word) => oneOf(TIE_RULES, word) ?? [])
  const increment = decimal(asked.increment)
  const readable = completion && stop && ties.length === words.length && increment && increment.numerator > 0n
  return readable ? { completion, stop, ties, increment } : null
}

const question = (args: readonly string[]): Question | Outcome => {
  try {
    const { positionals, values } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
    const [path, ...more] = positionals
    const terms = termsOf(values)
    return path === undefined || more.length > 0 || !terms ? badInput('usage', USAGE) : { path, terms }
  } catch {
    return badInput('usage', USAGE) // an option that nobody knows
  }
}

const electionOf = (text: string): Election | Outcome => {
  const file = readPb(text)
  const election = isRefused(file) ? file : electionIn(file)
  if (!isRefused(election)) return election
  const { refused, detail = {} } = election
  return { exit: 2, answer: { error: refused, detail: { ...detail }, advice: PB_ADVICE[refused] } }
}

const plain = (election: Election, { winners, cost, share }: Allocation): Outcome => ({
  exit: 0,
  answer: {
    winners: winners.map(({ project }) => project.id),
    cost: Number(asDecimal(cost)),
    share: plainShare(election, share),
  },
})

const run: Command['run'] = (args, read) => {
  const asked = question(args)
  if (isOutcome(asked)) return asked
  const text = read(asked.path)
  if (text === null) return badInput('unreadable-file', asked.path)
  const election = electionOf(text)
  if (isOutcome(election)) return election
  const found = allocateElection(election, asked.terms)
  if (!isTie(found)) return plain(election, found)
  const detail = `nothing decides between ${found.tied.join(', ')}: declare an order with --ties`
  return { exit: 2, answer: { error: 'tie', tied: found.tied, detail } }
}

export const allocate: Command = { usage: USAGE, run }
