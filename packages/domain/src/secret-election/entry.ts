// What the ledger keeps of a secret election: law, numbers, digest of the roll and every count in the open once it is settled; names, and who took a ballot, sealed. Who voted how stands nowhere.
import type { EntriesOf, EntryDraft } from '../ledger/index.ts'
import type { ElectionEvent } from './acts.ts'
import { reached } from './adding.ts'
import type { BoxCount } from './counting.ts'
import type { ElectionPlan } from './plan.ts'
import { type SecretResult, isRecalled } from './result.ts'

const entry = (facts: EntryDraft['facts'], sealed: EntryDraft['sealed'] = {}): EntryDraft => ({ facts, sealed })

const total = (all: readonly number[]): number => all.reduce((sum, each) => sum + each, 0)

const planned = ({ title, purpose, posts, day, place, boxes, addsDown, furtherWithin, recall }: ElectionPlan) => ({
  facts: {
    posts: posts.length,
    seats: total(posts.map(({ seats }) => seats)),
    candidates: total(posts.map(({ candidates }) => candidates.length)),
    day,
    boxes: boxes.length,
    addsDown,
    furtherWithin,
    ...(recall && {
      demandedBy: recall.by,
      signed: recall.signed,
      of: recall.of,
      demandedOn: recall.on,
    }),
  },
  sealed: {
    title,
    purpose,
    place,
    posts: posts.map((post) => ({ ...post, candidates: post.candidates.map((each) => ({ ...each })) })),
    boxes: [...boxes],
    ...(recall && { members: recall.members.map((each) => ({ ...each })) }),
  },
})

/** Votes of those on the ballot by their key; names that were written in are sealed, and their votes stand in the same order. */
const boxEntry = (box: number, { collected, spoiled, posts }: BoxCount): EntryDraft => {
  const sections = Object.entries(posts)
  const each = (of: (post: string, counted: BoxCount['posts'][string]) => Record<string, number | number[]>) =>
    Object.assign({}, ...sections.map(([post, counted]) => of(post, counted))) as Record<string, number | number[]>
  const facts = each((post, { spoiled: voided, blank, votes, written }) => ({
    [`spoiled-${post}`]: voided,
    [`blank-${post}`]: blank,
    ...Object.fromEntries(Object.entries(votes).map(([key, given]) => [`votes-${key}`, given])),
    ...(written.length > 0 ? { [`written-${post}`]: written.map(({ votes: given }) => given) } : {}),
  }))
  const names = sections.filter(([, { written }]) => written.length > 0)
  return entry(
    { box, collected, spoiled, ...facts },
    Object.fromEntries(names.map(([post, { written }]) => [post, written.map(({ name }) => name)])),
  )
}

const resultEntry = (result: SecretResult, sealed: EntryDraft['sealed'] = {}): EntryDraft => {
  const { round, void: reason, collected, spoiled, sections, open, doubles, woman } = result
  const candidates = sections.flatMap((section) => section.candidates)
  const each = sections.map(({ post, spoiled: voided, blank }) => ({
    [`spoiled-${post}`]: voided,
    [`blank-${post}`]: blank,
  }))
  const facts = {
    round,
    void: reason,
    collected,
    spoiled,
    ...(Object.assign({}, ...each) as Record<string, number>),
    ...Object.fromEntries(candidates.map(({ key, votes }) => [`votes-${key}`, votes])),
    ...Object.fromEntries(
      candidates.filter(({ added }) => added.length > 0).map((each) => [`with-added-${each.key}`, reached(each)]),
    ),
    ...(candidates.some(({ standing }) => standing === 'stays' || standing === 'recalled') && {
      recalled: sections.filter((section) => isRecalled(section)).map(({ post }) => post),
    }),
    elected: sections.flatMap(({ elected }) => elected),
    open,
    doubles: doubles.length,
    woman,
  }
  const written = candidates.filter(({ key }) => key.startsWith('w'))
  return entry(facts, { ...Object.fromEntries(written.map(({ key, name }) => [key, name])), ...sealed })
}

export const electionEntry: EntriesOf<ElectionEvent> = {
  ElectionDrafted: ({ law, ...plan }) => {
    const { facts, sealed } = planned(plan)
    return entry({ law: law.key, ...facts }, sealed)
  },
  ElectionRedrafted: ({ plan }) => planned(plan),
  RollPublished: ({ publishedOn, registered, digest }) => entry({ publishedOn, registered, roll: digest }),
  RollObjected: ({ objection, due, text, name }) => entry({ objection, due }, { text, name }),
  ObjectionRuled: ({ objection, upheld, reason, late }) => entry({ objection, upheld, late }, { reason }),
  RollCorrected: ({ add, strike, registered, reason }) =>
    entry({ added: add.length, struck: strike.length, registered }, { reason, strike: [...strike] }),
  ProxyArranged: ({ principal, holder, relation }) => entry({}, { principal, holder, relation }),
  ProxiesLapsed: ({ lapsed, reason }) =>
    entry({ lapsed: lapsed.length }, { pairs: lapsed.map((each) => ({ ...each })), reason }),
  MemberHeard: ({ name, statement }) => entry({}, { name, statement }),
  RecallVoteDue: ({ by, late }) => entry({ by, late }),
  RulingsOverdue: ({ objections }) => entry({ objections: [...objections] }),
  VotingNear: () => entry({}),
  VotingOpened: ({ turn: { round, number, day, place, sections } }) =>
    entry(
      {
        round,
        turn: number,
        day,
        standing: sections.flatMap(({ standing }) => standing.map(({ key }) => key)),
        open: total(sections.map(({ seats }) => seats)),
      },
      { place },
    ),
  BallotGiven: ({ turn, voter, holder, by }) => entry({ turn }, { voter, holder, by }),
  VotingClosed: ({ given }) => entry({ given }),
  BoxCounted: ({ box, by, count }) => entry({ box }, { by, count }),
  BoxDiffered: ({ box, anew }) => entry({ box, anew }),
  BoxSettled: ({ box, count }) => boxEntry(box, count),
  ResultAnnounced: ({ result, furtherBy }) => {
    const { facts, sealed } = resultEntry(result)
    return entry({ ...facts, furtherBy }, sealed)
  },
  DoubleSettled: ({ name, post, reason, result }) => {
    const { facts, sealed } = resultEntry(result, { name, reason })
    return entry({ ...facts, post }, sealed)
  },
  WomanNoted: ({ name, woman, by, result }) => {
    const { facts, sealed } = resultEntry(result, { name, noted: woman, by })
    return entry(facts, sealed)
  },
  FurtherVoteDue: ({ by, late }) => entry({ by, late }),
  NextVoteFixed: ({ day, place }) => entry({ day }, { place }),
  ElectionEndedShort: ({ reason }) => entry({}, { reason }),
  ElectionWithdrawn: ({ reason }) => entry({}, { reason }),
}
