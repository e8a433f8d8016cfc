// What each event makes of a secret election.
import { type ObjectionId, during } from '../kernel/index.ts'
import type { ElectionEvent } from './acts.ts'
import type { Box, Election, StandingElection } from './election.ts'
import { heard } from './recall.ts'
import { type SecretResult, electedIn } from './result.ts'

const bodyOf = (election: StandingElection) => {
  const { id, community, law, title, purpose, posts, day, place, boxes, addsDown, furtherWithin, recall } = election
  return { id, community, law, title, purpose, posts, day, place, boxes, addsDown, furtherWithin, recall }
}
const rollOf = ({ publishedOn, objectionsUntil, registered, digest }: Extract<Election, { registered: number }>) => ({
  publishedOn,
  objectionsUntil,
  registered,
  digest,
})

const emptyBox = (name: string): Box => ({ name, counts: [], recounts: 0, settled: null })

const changeBox = (election: Election, index: number, change: (box: Box) => Box): Election => {
  const counting = during(election, 'counting')
  return { ...counting, counted: counting.counted.with(index, change(counting.counted[index]!)) }
}

type Counting = Extract<ElectionEvent, { type: 'BoxCounted' | 'BoxDiffered' | 'BoxSettled' }>

const counted = (election: Election, event: Counting): Election => {
  switch (event.type) {
    case 'BoxCounted':
      return changeBox(election, event.box, (box) => ({
        ...box,
        counts: [...box.counts, { by: event.by, count: event.count }],
      }))
    case 'BoxDiffered':
      return changeBox(election, event.box, (box) => ({
        ...box,
        counts: event.anew ? [] : box.counts,
        recounts: box.recounts + (event.anew ? 1 : 0),
      }))
    case 'BoxSettled':
      return changeBox(election, event.box, (box) => ({ ...box, settled: event.count }))
  }
}

/** What the last count leaves to be done. */
const heldWith = (
  before: Extract<Election, { status: 'counting' | 'doubled' | 'unclear' | 'short' }>,
  results: readonly SecretResult[],
  furtherBy = before.furtherBy,
): Election => {
  const held = { ...bodyOf(before), ...rollOf(before), results, elected: electedIn(results), furtherBy }
  const { doubles, open, woman } = results.at(-1)!
  if (doubles.length > 0) return { ...held, status: 'doubled' }
  if (woman === 'unclear') return { ...held, status: 'unclear' }
  if (open === 0) return { ...held, status: 'decided' }
  const { nextVote, rung } = before.status === 'short' ? before : UNFIXED
  return { ...held, status: 'short', nextVote, rung }
}

const UNFIXED = { nextVote: null, rung: 'none' } as const

type After = Extract<
  ElectionEvent,
  {
    type: 'ResultAnnounced' | 'DoubleSettled' | 'WomanNoted' | 'NextVoteFixed' | 'FurtherVoteDue' | 'ElectionEndedShort'
  }
>

const afterCount = (election: Election, event: After): Election => {
  switch (event.type) {
    case 'ResultAnnounced': {
      const counting = during(election, 'counting')
      return heldWith(counting, [...counting.results, event.result], event.furtherBy)
    }
    case 'DoubleSettled': {
      const doubled = during(election, 'doubled')
      return heldWith(doubled, [...doubled.results.slice(0, -1), event.result])
    }
    case 'WomanNoted': {
      const before = during(election, 'short', 'unclear')
      return heldWith(before, [...before.results.slice(0, -1), event.result])
    }
    case 'FurtherVoteDue':
      return { ...during(election, 'short'), rung: event.late ? 'late' : 'near' }
    case 'NextVoteFixed': {
      const { type: _, ...nextVote } = event
      return { ...during(election, 'short'), nextVote }
    }
    case 'ElectionEndedShort': {
      const { nextVote: _, rung: __, ...short } = during(election, 'short')
      return { ...short, status: 'decided' }
    }
  }
}

type OnRoll = Extract<
  ElectionEvent,
  {
    type:
      | 'RollPublished'
      | 'RollCorrected'
      | 'RollObjected'
      | 'ObjectionRuled'
      | 'ProxyArranged'
      | 'ProxiesLapsed'
      | 'RulingsOverdue'
      | 'VotingNear'
  }
>

const withoutWaiting = (election: Election, settled: readonly ObjectionId[]): Election => {
  const published = during(election, 'published')
  return { ...published, waiting: published.waiting.filter(({ objection }) => !settled.includes(objection)) }
}

const reminded = (election: Election): Election => {
  const before = during(election, 'published', 'short')
  if (before.status === 'published') return { ...before, reminded: true }
  return { ...before, nextVote: before.nextVote && { ...before.nextVote, remindsAt: null } }
}

const onRoll = (election: Election, event: OnRoll): Election => {
  switch (event.type) {
    case 'RollPublished': {
      const { type: _, voters: __, ...roll } = event
      return { ...bodyOf(during(election, 'draft')), ...roll, status: 'published', waiting: [], reminded: false }
    }
    case 'RollCorrected':
      return { ...during(election, 'published'), registered: event.registered }
    case 'RollObjected': {
      const published = during(election, 'published')
      const { objection, due } = event
      return { ...published, waiting: [...published.waiting, { objection, due }] }
    }
    case 'ObjectionRuled':
      return withoutWaiting(election, [event.objection])
    case 'RulingsOverdue':
      return withoutWaiting(election, event.objections)
    case 'VotingNear':
      return reminded(election)
    case 'ProxyArranged':
    case 'ProxiesLapsed':
      return during(election, 'published', 'short')
  }
}

const NOTHING_YET = { results: [], elected: [], furtherBy: null } as const

type Voting = Extract<ElectionEvent, { type: 'VotingOpened' | 'BallotGiven' | 'VotingClosed' }>

const voting = (election: Election, event: Voting): Election => {
  if (event.type === 'VotingOpened') {
    const before = during(election, 'published', 'short')
    const past =
      before.status === 'short'
        ? { results: before.results, elected: before.elected, furtherBy: before.furtherBy }
        : NOTHING_YET
    return { ...bodyOf(before), ...rollOf(before), ...past, turn: { ...event.turn, given: 0 }, status: 'voting' }
  }
  const open = during(election, 'voting')
  return event.type === 'BallotGiven'
    ? { ...open, turn: { ...open.turn, given: open.turn.given + 1 } }
    : { ...open, status: 'counting', counted: open.boxes.map(emptyBox) }
}

type Planned = Extract<
  ElectionEvent,
  { type: 'ElectionDrafted' | 'ElectionRedrafted' | 'MemberHeard' | 'RecallVoteDue' }
>

const planned = (election: Election, event: Planned): Election => {
  switch (event.type) {
    case 'ElectionDrafted': {
      const { type: _, ...body } = event
      return { ...body, status: 'draft', rung: 'none' }
    }
    case 'ElectionRedrafted':
      return { ...during(election, 'draft'), ...event.plan }
    case 'MemberHeard': {
      const before = during(election, 'draft', 'published')
      return { ...before, recall: heard(before.recall, event.name, event.statement) }
    }
    case 'RecallVoteDue':
      return { ...during(election, 'draft'), rung: event.late ? 'late' : 'near' }
  }
}

export const evolveElection = (election: Election, event: ElectionEvent): Election => {
  switch (event.type) {
    case 'ElectionDrafted':
    case 'ElectionRedrafted':
    case 'MemberHeard':
    case 'RecallVoteDue':
      return planned(election, event)
    case 'RollPublished':
    case 'RollCorrected':
    case 'RollObjected':
    case 'ObjectionRuled':
    case 'ProxyArranged':
    case 'ProxiesLapsed':
    case 'RulingsOverdue':
    case 'VotingNear':
      return onRoll(election, event)
    case 'VotingOpened':
    case 'BallotGiven':
    case 'VotingClosed':
      return voting(election, event)
    case 'BoxCounted':
    case 'BoxDiffered':
    case 'BoxSettled':
      return counted(election, event)
    case 'ResultAnnounced':
    case 'DoubleSettled':
    case 'WomanNoted':
    case 'NextVoteFixed':
    case 'FurtherVoteDue':
    case 'ElectionEndedShort':
      return afterCount(election, event)
    case 'ElectionWithdrawn':
      return { ...bodyOf(during(election, 'draft', 'published')), status: 'withdrawn' }
  }
}
