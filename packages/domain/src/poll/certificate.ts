// The certificate of a decided poll (结果证书): totals, participation and the log's own leaves, from which anybody recomputes the result without a name or a choice. RULES R1.63, R3.10.
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { z } from 'zod'
import {
  type Json,
  type Leaf,
  type NoteKey,
  canonicalText,
  checkExtract,
  extractSchema,
  opens,
} from '../ledger/index.ts'
import { pollEntry } from './entry.ts'
import { countsFor, figuresSchema } from './figures.ts'
import { impossible } from './counts.ts'
import { lotsHold, lotsSchema } from './lots.ts'
import { amountsSchema } from './measure.ts'
import { outcomeOf } from './outcome.ts'
import { choicesOf } from './marking.ts'
import { questionSchema } from './question.ts'
import { REGIMES, pollRuleSchema } from './rule.ts'

export const certificateSchema = z.strictObject({
  format: z.literal('yishi-certificate/1'),
  poll: z.string().max(60),
  community: z.string().max(100),
  rule: pollRuleSchema,
  regime: z.enum(REGIMES),
  question: questionSchema,
  electorate: z.strictObject({ named: z.int().min(0).nullable(), totals: amountsSchema, digest: z.string().max(64) }),
  /** Drawn at the opening, where equal votes fall to them. */
  lots: lotsSchema.nullable().default(null),
  figures: figuresSchema,
  /** What opens the figures that the last of the tellers entered into the log. */
  countSalt: z.string().max(64),
  passed: z.boolean(),
  chosen: z.array(z.string().max(20)),
  /** How many voters or units a ballot came in from; null where hands were counted. */
  cast: z.int().min(0).nullable(),
  openedAt: z.string().max(40),
  closesAt: z.string().max(40).nullable(),
  decidedAt: z.string().max(40),
  /** The leaves of the poll and of every ballot, and the way from them to the signed root. */
  log: extractSchema,
})
export type Certificate = z.infer<typeof certificateSchema>

export type CertificateChecks = {
  /** Totals and figures lead to this result, under the rule and as silence was declared. */
  readonly counted: boolean
  /** At the opening the log named this rule and this list, and at the end this result. */
  readonly recorded: boolean
  /** The log has a ballot from as many as it says, and none that came after the count began. */
  readonly ballots: boolean
  readonly included: boolean
  readonly signed: boolean
}

/** Of a leaf what a check needs; null for a text that is no leaf. */
export type LeafRead = Pick<Leaf, 'subject' | 'type' | 'facts' | 'sealed'>
export const readLeaf = (text: string): LeafRead | null => {
  try {
    const { subject, type, facts, sealed } = JSON.parse(text) as Partial<Leaf>
    return subject !== undefined && type !== undefined && facts && sealed ? { subject, type, facts, sealed } : null
  } catch {
    return null // the log holds texts of leaves only: another text is nobody's leaf
  }
}

type Claimed = Pick<
  Certificate,
  'poll' | 'rule' | 'regime' | 'question' | 'electorate' | 'figures' | 'countSalt' | 'passed' | 'chosen' | 'lots'
>

/** Whether a poll's totals and figures lead to the result that is claimed. */
export const leadsTo = ({ rule, regime, question, electorate, lots, figures, passed, chosen }: Claimed): boolean => {
  const { totals } = electorate
  if (choicesOf(question).some((choice) => impossible(totals, countsFor(rule, figures, choice)))) return false
  if (lots && !lotsHold(question, lots)) return false
  const outcome = outcomeOf({ rule, question, electorate: totals, regime, lots: lots?.order ?? null }, figures)
  return outcome.passed === passed && outcome.chosen.join() === chosen.join()
}

const same = (facts: object, more: object): boolean => canonicalText(facts) === canonicalText(more)

/** Whether the log says of a poll what is claimed of it: rule and list at its opening, figures and result at its end. */
export const isRecorded = (claimed: Claimed, leaves: readonly (LeafRead | null)[]): boolean => {
  const { poll, rule, electorate, lots, figures, countSalt: salt, passed, chosen } = claimed
  const own = leaves.filter((leaf) => leaf?.subject === poll)
  const entered = own.findLast((leaf) => leaf!.type === 'CountEntered')?.sealed['figures'] ?? ''
  const opened = own.find((leaf) => leaf!.type === 'PollOpened')?.facts
  const decided = own.findLast((leaf) => leaf!.type === 'PollDecided' || leaf!.type === 'ResultFound')?.facts
  if (!opened || !decided) return false
  const { facts } = pollEntry.PollDecided({ type: 'PollDecided', figures, outcome: { passed, chosen, verdicts: [] } })
  const digest = bytesToHex(sha256(utf8ToBytes(canonicalText(rule))))
  const drawn = canonicalText(opened['lots'] ?? null) === canonicalText(lots?.order ?? null)
  const known = opened['electorate'] === electorate.digest && opened['ruleDigest'] === digest && drawn
  return known && same(decided, facts) && opens(entered, { salt, value: figures as Json })
}

/** The ballots of a poll in the log, by the id of each, and whether one came in after counting began. */
export const ballotsIn = (poll: string, leaves: readonly (LeafRead | null)[]) => {
  const counting = leaves.findIndex((leaf) => leaf?.type === 'CountingBegun' && leaf.subject === poll)
  const cast = new Map<string, LeafRead[]>()
  let late = false
  for (const [place, leaf] of leaves.entries()) {
    if (leaf?.type !== 'BallotCast' || leaf.facts['poll'] !== poll) continue
    cast.set(leaf.subject, [...(cast.get(leaf.subject) ?? []), leaf])
    late ||= counting >= 0 && place > counting
  }
  return { cast, late }
}

export const checkCertificate = (certificate: Certificate, keys: readonly NoteKey[]): CertificateChecks => {
  const { poll, log, cast } = certificate
  const leaves = log.leaves.map(readLeaf)
  const ballots = ballotsIn(poll, leaves)
  return {
    counted: leadsTo(certificate),
    recorded: isRecorded(certificate, leaves),
    ballots: !ballots.late && ballots.cast.size === (cast ?? 0),
    ...checkExtract(log, keys),
  }
}
