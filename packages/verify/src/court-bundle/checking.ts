// Checks a court bundle without asking anybody: every file against the list, the list against the log, the list of voters, every ballot and the result against what the log has of them.
import { createHash } from 'node:crypto'
import {
  ANCHOR,
  BUNDLE_DATA,
  type BundleAnchor,
  type BundleManifest,
  type BundledLedger,
  type BundledResult,
  MANIFEST,
  anchorSchema,
  bundledLedgerSchema,
  bundledResultSchema,
  manifestSchema,
} from '@yishi/domain/court-bundle'
import { type Json, type NoteKey, canonicalText, checkExtract, openReceipt, opens } from '@yishi/domain/ledger'
import { isRefused } from '@yishi/domain/kernel'
import {
  type ExportedPoll,
  type LeafRead,
  type Recount,
  ballotsIn,
  exportedPollSchema,
  isRecorded,
  readLeaf,
  recountPoll,
} from '@yishi/domain/poll'
import type { z } from 'zod'
import type { OpenBundle } from './opening.ts'

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

export type Bundle = {
  readonly manifest: BundleManifest
  readonly anchor: BundleAnchor
  readonly poll: ExportedPoll
  readonly list: { readonly poll: string; readonly voters: readonly ListedVoter[] }
  readonly result: BundledResult
  readonly ledger: BundledLedger
}
type ListedVoter = { readonly voter: string; readonly ballot: string; readonly [field: string]: Json }

const listIn = (value: unknown): Bundle['list'] | null => {
  const { poll, voters } = (value ?? {}) as Partial<Bundle['list']>
  const named = Array.isArray(voters) && voters.every(({ voter, ballot }) => Boolean(voter && ballot))
  return typeof poll === 'string' && named ? { poll, voters } : null
}

/** Undefined for what is no JSON, or not there. */
const jsonIn = (bundle: OpenBundle, path: string): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bundle.read(path) ?? new Uint8Array()))
  } catch {
    return undefined
  }
}

/** Everything that is recomputed, or the name of the first file that could not be read. */
export const readBundle = (bundle: OpenBundle): Bundle | string => {
  const parsed = <T>(path: string, schema: z.ZodType<T>): T | null =>
    schema.safeParse(jsonIn(bundle, path)).data ?? null
  const manifest = parsed(MANIFEST, manifestSchema)
  if (!manifest) return MANIFEST
  const anchor = parsed(ANCHOR, anchorSchema)
  if (!anchor) return ANCHOR
  const poll = parsed(BUNDLE_DATA.poll, exportedPollSchema)
  if (!poll) return BUNDLE_DATA.poll
  const list = listIn(jsonIn(bundle, BUNDLE_DATA.list))
  if (!list) return BUNDLE_DATA.list
  const result = parsed(BUNDLE_DATA.result, bundledResultSchema)
  if (!result) return BUNDLE_DATA.result
  const ledger = parsed(BUNDLE_DATA.ledger, bundledLedgerSchema)
  return ledger ? { manifest, anchor, poll, list, result, ledger } : BUNDLE_DATA.ledger
}

/** Files that differ from the list, are missing, or that it does not know. */
export const wrongFiles = (bundle: OpenBundle, { files }: BundleManifest): readonly string[] => {
  const known = new Set([MANIFEST, ANCHOR, ...files.map(({ path }) => path)])
  const changed = files.filter(({ path, bytes, sha256: digest }) => {
    const content = bundle.read(path)
    return content?.length !== bytes || sha256(content) !== digest
  })
  return [...changed.map(({ path }) => path), ...bundle.paths.filter((path) => !known.has(path))]
}

const NOBODY: Pick<LeafRead, 'subject' | 'type' | 'facts'> = { subject: '', type: '', facts: {} }

/** The entry of its making; of a bundle from before bundles were made by a job, the one of its taking. */
const ANCHORING: ReadonlySet<string> = new Set(['CourtBundleMade', 'CourtBundleTaken'])

/** The log has the digest of the list of files: proved, promised by a receipt, or neither. */
export const anchoring = ({ anchor, manifest }: Bundle, list: Uint8Array, keys: readonly NoteKey[]) => {
  const { leaf, log, receipt } = anchor
  const { subject, type, facts } = readLeaf(leaf) ?? NOBODY
  const named = subject === manifest.bundle && ANCHORING.has(type) && facts['poll'] === manifest.poll
  if (!named || facts['manifest'] !== sha256(list)) return 'no' as const
  if (log) {
    const { included, signed } = checkExtract(log, keys)
    return included && signed && log.leaves.includes(leaf) ? ('proved' as const) : ('no' as const)
  }
  const promised = openReceipt(receipt, keys)
  const own = sha256(Buffer.concat([Buffer.of(0), Buffer.from(leaf)]))
  return !isRefused(promised) && promised.leafHash === own ? ('promised' as const) : ('no' as const)
}

/** As it was frozen: its digest is the one of the votes, and the same voters stand in both. */
export const listHolds = ({ list, poll }: Bundle): boolean => {
  const votes = new Map(poll.voters.map((each) => [each.voter, each]))
  const alike = list.voters.every(({ voter, head, zone, amounts }) => {
    const other = votes.get(voter)
    return (
      other &&
      canonicalText({ head, zone, amounts }) ===
        canonicalText({ head: other.head, zone: other.zone, amounts: other.amounts })
    )
  })
  return (
    list.poll === poll.poll && sha256(canonicalText(list)) === poll.digest && alike && list.voters.length === votes.size
  )
}

type Read = { readonly leaves: readonly (LeafRead | null)[]; readonly recount: Recount }

export const resultHolds = ({ poll, result }: Bundle, { leaves, recount }: Read): boolean => {
  const { figures, passed, chosen, countSalt } = result
  const { electorate: totals, outcome, reconciliation } = recount
  const same = canonicalText(recount.figures) === canonicalText(figures)
  const alike = outcome.passed === passed && outcome.chosen.join() === chosen.join()
  const { poll: id, rule, regime, question, digest, lots } = poll
  const electorate = { named: poll.voters.length, totals, digest }
  const claimed = { poll: id, rule, regime, question, electorate, lots, figures, countSalt, passed, chosen }
  return same && alike && reconciliation.balanced && isRecorded(claimed, leaves)
}

type Sealed = { readonly leaf: LeafRead; readonly openings: BundledLedger['openings'][number] }

/** The commitments of a leaf open to what the bundle says; of one that is shut nothing is known. */
const openedAs = ({ leaf, openings }: Sealed, name: string): Json | undefined => {
  const [commitment, opening] = [leaf.sealed[name], openings[name]]
  return commitment !== undefined && opening && opens(commitment, opening) ? opening.value : undefined
}

/** Every ballot of the votes is one that the log committed to, in its order, and the log has no other. */
export const ballotsHold = ({ poll, list, ledger }: Bundle, { leaves }: Read): boolean => {
  const { cast, late } = ballotsIn(poll.poll, leaves)
  const openingsOf = new Map(leaves.map((leaf, place) => [leaf, ledger.openings[place] ?? {}]))
  const votes = new Map(poll.voters.map(({ voter, ballots }) => [voter, ballots]))
  const same = list.voters.every(({ voter, ballot }) => {
    const kept = votes.get(voter) ?? []
    const sealed = (cast.get(ballot) ?? []).map((leaf) => ({ leaf, openings: openingsOf.get(leaf) ?? {} }))
    return (
      kept.length === sealed.length &&
      sealed.every(
        (each, index) =>
          openedAs(each, 'voter') === voter &&
          canonicalText(openedAs(each, 'choice') ?? null) === canonicalText(kept[index]!.choice),
      )
    )
  })
  const known = new Set(list.voters.map(({ ballot }) => ballot))
  return same && !late && [...cast.keys()].every((ballot) => known.has(ballot))
}

/** Every sealed value that the bundle shows is what the log committed to. */
export const openingsHold = ({ ledger }: Bundle, { leaves }: Read): boolean =>
  ledger.openings.length === leaves.length &&
  ledger.openings.every((openings, place) =>
    Object.keys(openings).every(
      (name) => leaves[place] && openedAs({ leaf: leaves[place], openings }, name) !== undefined,
    ),
  )

export const leavesIn = ({ ledger }: Bundle): readonly (LeafRead | null)[] => ledger.log.leaves.map(readLeaf)

export const countAgain = ({ poll }: Bundle) => recountPoll(poll)
