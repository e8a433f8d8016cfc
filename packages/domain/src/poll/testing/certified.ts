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
import { type Certificate, type PollEvent, ballotEntry, outcomeOf, pollEntry, pollRuleByKey } from '../index.ts'

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

export const certified = (units: number, signer: NoteSigner): Certificate => {
  const rule = pollRuleByKey('cn-civil-code-278-ordinary')!
  const against = Math.floor(units / 3)
  const none = amounts(0)
  const figures = {
    present: amounts(units),
    votes: { for: amounts(units - against), against: amounts(against) },
    abstain: none,
    invalid: none,
  }
  const outcome = outcomeOf({ rule, question: QUESTION, electorate: amounts(units) }, figures)
  const digest = 'ab'.repeat(32)
  const poll = <T extends keyof typeof pollEntry>(type: T, event: object) =>
    sealed(POLL, type, pollEntry[type]({ type, ...event } as Extract<PollEvent, { type: T }> as never))
  const ballots = Array.from({ length: units }, (_, index) => {
    const cast = {
      poll: POLL,
      voter: `vtr_${index}`,
      number: 1,
      choice: [index % 3 === 2 ? 'against' : 'for'],
      noted: null,
      holds: true,
    } as const
    return sealed(`bal_${index}`, 'BallotCast', ballotEntry.BallotCast({ type: 'BallotCast', ...cast } as never))
  })
  const count = poll('CountEntered', { by: 'per_1', figures })
  const entries = [
    poll('PollOpened', { digest, named: units, rule }),
    ...ballots,
    poll('CountingBegun', {}),
    count,
    poll('PollDecided', { figures, outcome }),
  ]
  const texts = entries.map(({ leaf }) => leafText(leaf))
  // Other people's entries lie between, as in any log.
  const places = entries.map((_, index) => index * 2 + 1)
  const between = sealed('mat_1', 'MatterRaised', { facts: {}, sealed: {} })
  const all = entries.flatMap(({ leaf }) => [leafHashOf(between.leaf), leafHashOf(leaf)])
  const { tree, completed } = growAll(EMPTY_TREE, all)
  const nodes = new Map(completed.map(({ level, index, hash }) => [`${level}/${index}`, hash]))
  const root = rootOf(tree)
  return {
    format: 'yishi-certificate/1',
    poll: POLL,
    community: '翠鑫苑',
    rule,
    regime: 'strict',
    question: QUESTION,
    electorate: { named: units, totals: amounts(units), digest },
    figures,
    countSalt: count.openings['figures']!.salt,
    passed: outcome.passed,
    chosen: [...outcome.chosen],
    cast: units,
    openedAt: AT,
    closesAt: null,
    decidedAt: AT,
    log: {
      size: tree.size,
      places,
      leaves: texts,
      nodes: extractNodes(places, tree.size, (level, index) => nodes.get(`${level}/${index}`)!).map(toBase64),
      checkpoint: signCheckpoint({ origin: signer.name, size: tree.size, root }, signer),
    },
  }
}
