// A certificate of as many units as asked, with a log of its own behind it, for tests and measurements; everybody but each third agrees.
import {
  EMPTY_TREE,
  type EntryDraft,
  type NoteSigner,
  extractNodes,
  growAll,
  leafHashOf,
  leafText,
  rootOf,
  sealEntry,
  signCheckpoint,
  toBase64,
} from '../../ledger/index.ts'
import {
  type AgendaCertificate,
  type Certificate,
  type PollEvent,
  ballotEntry,
  outcomeOf,
  pollEntry,
  pollRuleByKey,
} from '../index.ts'

const AT = '2026-11-20T02:00:00.000Z'
const POLL = 'pol_certified'
const QUESTION = { type: 'for-against', text: '更换物业公司？', explanation: '' } as const
const salt = new Uint8Array(32).fill(7)

const sealed = (subject: string, type: string, draft: EntryDraft) =>
  sealEntry(draft, {
    community: 'com_1',
    at: AT,
    subject,
    type,
    actor: 'visitor',
    salts: Object.fromEntries(Object.keys(draft.sealed).map((name) => [name, salt])),
  })

const area = (units: number): string => `${units * 90}.00`
const amounts = (units: number) => ({ heads: units, area: area(units) })

const entryOf = <T extends keyof typeof pollEntry>(type: T, event: object, poll = POLL) =>
  sealed(poll, type, pollEntry[type]({ type, ...event } as Extract<PollEvent, { type: T }> as never))

const ballotOf = (index: number, poll = POLL) => {
  const choice = [index % 3 === 2 ? 'against' : 'for']
  const cast = { poll, voter: `vtr_${index}`, number: 1, choice, noted: null, holds: true } as const
  return sealed(
    poll === POLL ? `bal_${index}` : `bal_${poll}_${index}`,
    'BallotCast',
    ballotEntry.BallotCast({ type: 'BallotCast', ...cast } as never)!,
  )
}

/** The log of these entries; other people's lie between, as in any. */
const logOf = (entries: readonly ReturnType<typeof sealed>[], signer: NoteSigner): Certificate['log'] => {
  const between = sealed('mat_1', 'MatterRaised', { facts: {}, sealed: {} })
  const hashes = entries.flatMap(({ leaf }) => [leafHashOf(between.leaf), leafHashOf(leaf)])
  const { tree, completed } = growAll(EMPTY_TREE, hashes)
  const stored = new Map(completed.map(({ level, index, hash }) => [`${level}/${index}`, hash]))
  const places = entries.map((_, index) => index * 2 + 1)
  return {
    size: tree.size,
    places,
    leaves: entries.map(({ leaf }) => leafText(leaf)),
    nodes: extractNodes(places, tree.size, (level, index) => stored.get(`${level}/${index}`)!).map(toBase64),
    checkpoint: signCheckpoint({ origin: signer.name, size: tree.size, root: rootOf(tree) }, signer),
  }
}

const figuresOf = (units: number) => {
  const against = Math.floor(units / 3)
  const votes = { for: amounts(units - against), against: amounts(against) }
  return { present: amounts(units), votes, abstain: amounts(0), invalid: amounts(0) }
}

const decidedOf = (units: number, poll = POLL) => {
  const rule = pollRuleByKey('cn-civil-code-278-ordinary')!
  const figures = figuresOf(units)
  const outcome = outcomeOf({ rule, question: QUESTION, electorate: amounts(units) }, figures)
  const digest = 'ab'.repeat(32)
  const count = entryOf('CountEntered', { by: 'per_1', figures }, poll)
  const entries = [
    entryOf('PollOpened', { digest, named: units, rule, lots: null }, poll),
    ...Array.from({ length: units }, (_, index) => ballotOf(index, poll)),
    entryOf('CountingBegun', {}, poll),
    count,
    entryOf('PollDecided', { figures, outcome }, poll),
  ]
  const body: Omit<AgendaCertificate['questions'][number], 'number'> = {
    poll,
    rule,
    regime: 'strict',
    question: QUESTION,
    electorate: { named: units, totals: amounts(units), digest },
    lots: null,
    figures,
    countSalt: count.openings['figures']!.salt,
    passed: outcome.passed,
    chosen: [...outcome.chosen],
    cast: units,
    openedAt: AT,
    closesAt: null,
    decidedAt: AT,
  }
  return { body, entries }
}

export const certified = (units: number, signer: NoteSigner): Certificate => {
  const { body, entries } = decidedOf(units)
  return { format: 'yishi-certificate/1', community: '翠鑫苑', ...body, log: logOf(entries, signer) }
}

const draftedOf = (poll: string, item: number) => {
  const { rule } = decidedOf(1).body
  const agenda = item === 1 ? null : { first: POLL, item }
  const drafted = { matter: 'mat_1', rule, way: 'ballots', question: QUESTION, named: 1, assembly: null, agenda }
  return entryOf('PollDrafted', drafted, poll)
}

/** As many questions as sizes are given, of one agenda in one log. */
export const certifiedAgenda = (sizes: readonly number[], signer: NoteSigner): AgendaCertificate => {
  const polls = sizes.map((units, index) => ({
    units,
    number: index + 1,
    poll: index === 0 ? POLL : `pol_${index + 1}`,
  }))
  const decided = polls.map(({ units, poll }) => decidedOf(units, poll))
  const drafted = polls.map(({ poll, number }) => draftedOf(poll, number))
  return {
    format: 'yishi-agenda-certificate/1',
    agenda: POLL,
    community: '翠鑫苑',
    questions: decided.map(({ body }, index) => ({ number: index + 1, ...body })),
    log: logOf([...drafted, ...decided.flatMap(({ entries }) => entries)], signer),
  }
}
