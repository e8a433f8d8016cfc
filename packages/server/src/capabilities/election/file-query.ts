// A secret election as the console shows it, and what the reader may do; what tellers came to stays hidden until a box is settled.
import type { ElectionAct, ElectionLawView, ElectionLine } from '@yishi/contract/election'
import type { ElectionFileView } from '@yishi/contract/election-file'
import { localDateOf } from '@yishi/domain/calendar'
import { type Actor, type CommunityId, type ElectionId, type Instant, isRefused } from '@yishi/domain/kernel'
import {
  type Box,
  type CandidateCautions,
  type ElectionCommand,
  type ElectionLaw,
  type Notable,
  type StandingElection,
  candidateCautions,
  demandLine,
  electionRules,
  recallBy,
  takesNames,
  unsureProxies,
  writtenToNote,
} from '@yishi/domain/secret-election'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'
import { communityTitle } from '../territory/index.ts'
import { lapsedIn, principalsOf, proxiesIn } from './proxy-query.ts'
import { writtenOnRoll } from './roll-query.ts'
import { rowOfElection } from './store.ts'

const VOTER = {
  voter: 'vtr_example',
  name: '-',
  namesakes: 1,
  struck: false,
  taken: false,
  proxy: null,
  holds: 0,
} as const
const SOMEBODY = { voter: 'vtr_other', person: null, name: '-', group: '' } as const

/** The first of those who wait for it. */
const doubleIn = (state: StandingElection): ElectionCommand => {
  const double = 'results' in state ? state.results.at(-1)?.doubles[0] : undefined
  return { type: 'SettleDouble', name: double?.name ?? '', post: double?.posts[0] ?? '', reason: '-' }
}

const notableIn = (state: StandingElection): readonly Notable[] =>
  state.status === 'unclear' || state.status === 'short' ? writtenToNote(state.results.at(-1)!) : []

const examples = (state: StandingElection, now: Instant): readonly (readonly [ElectionAct, ElectionCommand])[] => [
  ['redraft', { type: 'RedraftElection', plan: state }],
  ['hear', { type: 'HearMember', name: state.recall?.members[0]?.name ?? '', statement: '-' }],
  ['publish', { type: 'PublishRoll', voters: [SOMEBODY], strangers: 0 }],
  ['object', { type: 'ObjectToRoll', objection: 'obj_example', text: '-', name: '-' }],
  [
    'rule',
    { type: 'RuleOnObjection', objection: { id: 'obj_example', at: now, ruled: false }, upheld: true, reason: '-' },
  ],
  ['correct', { type: 'CorrectRoll', add: [SOMEBODY], strike: [], reason: '-' }],
  ['proxy', { type: 'ArrangeProxy', principal: VOTER, holder: { ...VOTER, voter: 'vtr_other' }, relation: '-' }],
  ['lapse', { type: 'LapseProxy', principal: { ...VOTER, proxy: 'vtr_other' }, reason: '-' }],
  ['open', { type: 'OpenVoting', unruled: 0 }],
  ['give', { type: 'GiveBallot', voter: VOTER, to: 'self' }],
  ['close', { type: 'CloseVoting' }],
  ['box', { type: 'EnterBox', box: -1, count: { collected: 0, spoiled: 0, posts: {} } }],
  ['double', doubleIn(state)],
  ['woman', { type: 'NoteWoman', name: notableIn(state)[0]?.name ?? '', woman: true }],
  ['fix', { type: 'FixNextVote', day: localDateOf(now), place: '-', proxies: [] }],
  ['next', { type: 'OpenNextTurn', proxies: [] }],
  ['end', { type: 'EndShort', reason: '-' }],
  ['withdraw', { type: 'WithdrawElection', reason: '-' }],
]
/** About what was filled in, or about the day: the button says so when it is pressed. */
const ABOUT_CONTENTS: ReadonlySet<string> = new Set([
  'box-unknown',
  'roll-too-late',
  'too-few-candidates',
  'recall-too-few-signed',
  'recall-too-late',
  'election-too-early',
])

type Asking = { readonly actor: Actor; readonly now: Instant }

const mayOn = (state: StandingElection, { actor, now }: Asking): ElectionAct[] => {
  const meta = { actor, now, ids: <P extends string>(prefix: P) => `${prefix}_example` as const }
  return examples(state, now).flatMap(([name, command]) => {
    const answer = electionRules.decide(state, command, meta)
    return isRefused(answer) && !ABOUT_CONTENTS.has(answer.refused) ? [] : [name]
  })
}

export const lawView = (law: ElectionLaw): ElectionLawView => {
  const { key, names, caution, rollDays, rulingDays, effectiveTo, writeIns, recall } = law
  return { key, names, caution, rollDays, rulingDays, effectiveTo, writeIns, recall: recall !== null }
}

type Objections = ElectionFileView['objections']
const objectionsOf = async (trx: Transaction, state: StandingElection): Promise<Objections> => {
  const { community, id } = state
  const { rows } = await sql<Omit<Objections[number], 'due'>>`
    select objection_id as objection, text, name, at, case when ruled_at is null then null else
      jsonb_build_object('upheld', upheld, 'reason', reason, 'late', late) end as ruling
    from app.election_objection where community_id = ${community} and election_id = ${id} order by at, objection_id`.execute(
    trx,
  )
  const waiting = state.status === 'published' ? state.waiting : []
  return rows.map((row) => ({ ...row, due: waiting.find(({ objection }) => objection === row.objection)?.due ?? null }))
}

const namesOf = async (trx: Transaction, community: CommunityId, boxes: readonly Box[]) => {
  const people = [...new Set(boxes.flatMap(({ counts }) => counts.map(({ by }) => by)))]
  if (people.length === 0) return new Map<string, string>()
  const rows = await trx
    .selectFrom('person')
    .select(['person_id', 'name'])
    .where('community_id', '=', community)
    .where('person_id', 'in', people)
    .execute()
  return new Map(rows.map(({ person_id: person, name }) => [person as string, name]))
}

const countedOf = async (
  trx: Transaction,
  state: StandingElection,
  actor: Actor,
): Promise<ElectionFileView['counted']> => {
  if (state.status !== 'counting') return []
  const names = await namesOf(trx, state.community, state.counted)
  return state.counted.map(({ name, counts, recounts, settled }) => ({
    name,
    by: counts.map(({ by }) => names.get(by) ?? ''),
    differs: counts.length === 2 && settled === null,
    recounts,
    settled,
    mine: actor.kind === 'person' && counts.some(({ by }) => by === actor.person),
  }))
}

/** Of a draft alone: later nobody can change who stands. */
const cautionsIn = (
  status: StandingElection['status'],
  { short, noWoman }: CandidateCautions,
): ElectionFileView['cautions'] => (status === 'draft' ? { short: [...short], noWoman } : { short: [], noWoman: false })

/** What was drawn up, as it stands. */
const planIn = ({
  law,
  title,
  purpose,
  posts,
  day,
  place,
  boxes,
  status,
  addsDown,
  furtherWithin,
}: StandingElection) => ({
  law: lawView(law),
  title,
  purpose,
  posts: posts.map((post) => ({ ...post, candidates: [...post.candidates] })),
  day,
  place,
  boxes: [...boxes],
  addsDown,
  furtherWithin,
  status,
  cautions: cautionsIn(status, candidateCautions(law, posts)),
})

const rollIn = (state: StandingElection): ElectionFileView['roll'] => {
  if (!('registered' in state)) return null
  const { publishedOn, objectionsUntil, registered, digest } = state
  return { publishedOn, objectionsUntil, registered, digest }
}

const turnIn = (state: StandingElection): ElectionFileView['turn'] => {
  if (!('turn' in state)) return null
  const { turn } = state
  const sections = turn.sections.map((each) => ({ ...each, standing: [...each.standing] }))
  return { ...turn, sections, writeIns: takesNames(state) }
}

export const nextVoteIn = (state: StandingElection): ElectionFileView['nextVote'] => {
  if (state.status !== 'short' || !state.nextVote) return null
  const { day, place } = state.nextVote
  return { day, place }
}

export const recallIn = (state: StandingElection): ElectionFileView['recall'] => {
  const { law, recall } = state
  const line = demandLine(law, recall)
  if (!recall || !line) return null
  return { ...recall, members: recall.members.map((each) => ({ ...each })), line, until: recallBy(state) }
}

/** Proxies that lapsed, and those of whom their desk has to find out whether they stand. */
const proxiesToSee = async (
  trx: Transaction,
  state: StandingElection,
): Promise<Pick<ElectionFileView, 'lapsed' | 'unsure'>> => {
  const subject = { community: state.community, id: state.id }
  if (!('registered' in state)) return { lapsed: [], unsure: [] }
  const unsure = unsureProxies(state, await proxiesIn(trx, subject))
  return { lapsed: await lapsedIn(trx, subject), unsure: await principalsOf(trx, subject, unsure) }
}

export const readElectionFile = async (
  trx: Transaction,
  subject: Subject<ElectionId>,
  asking: Asking,
): Promise<ElectionFileView | null> => {
  const row = await rowOfElection(trx, subject).executeTakeFirst()
  if (!row) return null
  const { state, community_id: community } = row
  const { name } = await communityTitle(trx, community)
  return {
    election: state.id,
    community: { id: community, name },
    ...planIn(state),
    roll: rollIn(state),
    objections: await objectionsOf(trx, state),
    turn: turnIn(state),
    counted: await countedOf(trx, state, asking.actor),
    results: ('results' in state ? state.results : []) as ElectionFileView['results'],
    recall: recallIn(state),
    nextVote: nextVoteIn(state),
    furtherBy: state.status === 'short' ? state.furtherBy : null,
    notable: [...notableIn(state)],
    ...(await proxiesToSee(trx, state)),
    writtenIn: 'results' in state ? await writtenOnRoll(trx, subject, state.results) : [],
    elected: 'elected' in state ? [...state.elected] : [],
    may: mayOn(state, asking),
  }
}

/** What is not over comes first, then the newest. */
export const electionsOf = async (trx: Transaction, community: CommunityId): Promise<ElectionLine[]> => {
  const { rows } = await sql<ElectionLine>`
    select election_id as election, state ->> 'title' as title, status,
      coalesce(state -> 'nextVote' ->> 'day', state -> 'turn' ->> 'day', state ->> 'day') as day from app.election
    where community_id = ${community} order by status in ('decided', 'withdrawn'), drafted_at desc limit 100`.execute(
    trx,
  )
  return rows
}
