// Recall of members of a villagers' committee: asked for by enough with reasons, the member heard, carried by a double majority. RULES R2.5; Organic Law of Villagers’ Committees (2018), art. 16.
import { type LocalDate, addDays, localDateOf, startOfDay } from '../calendar/index.ts'
import { HOUR, type Instant, type Meta, type Refused, later, refuse } from '../kernel/index.ts'
import type { ElectionCommand } from './acts.ts'
import type { Body, Election } from './election.ts'
import type { ElectionLaw } from './law.ts'
import { type ElectionPlan, type Post, type RecallDemand, type RecalledMember, namedTwice } from './plan.ts'
import { type Answer, lastDayOf, mayKeep } from './keeping.ts'
import { type ResultLine, demandedLine } from './sums.ts'

export const MOST_RECALLED = 6
/** The first answer of a section carries the recall. */
export const RECALL_ANSWERS = ['同意罢免', '不同意罢免'] as const

/** A section for each member with the two answers; whoever marks neither is counted among the ballots and carries nothing. */
export const postsOfRecall = (members: readonly RecalledMember[]): readonly Post[] =>
  members.map(({ office, name }, index) => ({
    key: `p${index + 1}`,
    title: `${office} ${name}`.trim(),
    seats: 1,
    candidates: RECALL_ANSWERS.map((answer, at) => ({
      key: `c${2 * index + at + 1}`,
      name: answer,
      profile: '',
      woman: false,
    })),
  }))

type Planned = Pick<ElectionPlan, 'recall' | 'addsDown' | 'furtherWithin'>

/** A recall has a demand and an election none; nobody is asked about twice. */
export const unfitRecall = (law: ElectionLaw, plan: Planned): Refused<'recall-unfit'> | null => {
  const { recall, addsDown, furtherWithin } = plan
  if ((law.recall === null) !== (recall === null)) return refuse('recall-unfit')
  if (!recall) return null
  const fits =
    recall.signed <= recall.of &&
    !namedTwice(recall.members.map(({ name }) => name)) &&
    !addsDown &&
    furtherWithin === null
  return fits ? null : refuse('recall-unfit')
}

/** Whether enough have asked for it; null of an election. */
export const demandLine = (
  { recall: rules }: Pick<ElectionLaw, 'recall'>,
  recall: RecallDemand | null,
): ResultLine | null => (rules && recall ? demandedLine(rules[recall.by], recall) : null)

/** The last day of the vote; null where the rules give no days. */
export const recallBy = ({ law, recall }: Pick<Body, 'law' | 'recall'>): LocalDate | null =>
  law.recall?.within && recall ? lastDayOf(recall.on, law.recall.within.days) : null

/** What keeps a roll from being published: too few have asked, or a day later than the rules give as long as an earlier one is possible. */
export const unfitDemand = (election: Body, today: LocalDate) => {
  if (demandLine(election.law, election.recall)?.holds === false) return refuse('recall-too-few-signed')
  const by = recallBy(election)
  const reachable = by && addDays(today, election.law.rollDays + 1) <= by
  return reachable && election.day > by ? refuse('recall-too-late', { by }) : null
}

export const hearMember = (
  election: Extract<Election, { status: 'draft' | 'published' }>,
  { name, statement }: Extract<ElectionCommand, { type: 'HearMember' }>,
  meta: Meta,
): Answer => {
  if (!mayKeep(election, meta)) return refuse('not-your-election')
  const known = election.recall?.members.some((member) => member.name === name)
  return known ? [{ type: 'MemberHeard', name, statement }] : refuse('recall-member-unknown')
}

export const heard = (demand: RecallDemand | null, name: string, statement: string): RecallDemand | null =>
  demand && {
    ...demand,
    members: demand.members.map((member) => (member.name === name ? { ...member, statement } : member)),
  }

type Draft = Extract<Election, { status: 'draft' }>
const REMINDS_AT = 9 * HOUR
/** Days before the last one on which the roll can still hang in time; ours, no source gives one. */
const NEAR = 3

/** While the roll can still hang in time, and once the vote is late. */
export const recallRing = (election: Draft): { readonly at: Instant; readonly late: boolean } | null => {
  const by = recallBy(election)
  if (!by || election.rung === 'late') return null
  const late = election.rung === 'near'
  const day = late ? addDays(by, 1) : addDays(by, -(election.law.rollDays + 1) - NEAR)
  return { at: later(startOfDay(day), REMINDS_AT), late }
}

export const wakeDraft = (election: Draft, _: ElectionCommand, { actor, now }: Meta): Answer => {
  if (actor.kind !== 'clock') return refuse('not-your-election')
  const ring = recallRing(election)
  const by = recallBy(election)
  return ring && by && ring.at <= now ? [{ type: 'RecallVoteDue', by, late: localDateOf(now) > by }] : []
}
