// A matter's story, read from the ledger: the entries of the matter, its orders and its proceedings, with what has not been erased beside them.
import type { StoryItem } from '@yishi/contract/matter'
import { type Figure, figuresSchema } from '@yishi/domain/matter'
import type { CommunityId, Instant, PersonId } from '@yishi/domain/kernel'
import type { Leaf } from '@yishi/domain/ledger'
import { type Procedure, stageOfProcedure } from '@yishi/domain/procedure'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Names } from './names.ts'
import { photoView } from './views.ts'

export type StoryRow = {
  readonly at: Instant
  readonly subject: string
  readonly type: string
  readonly leaf: string
  readonly person: PersonId | null
  readonly opened: Readonly<Record<string, unknown>> | null
}

/** With the entries of what the matter says that its stages opened. */
export const storyRows = async (
  trx: Transaction,
  community: CommunityId,
  subjects: readonly string[],
): Promise<readonly StoryRow[]> => {
  const { rows } = await sql<StoryRow>`
    select entry.at, entry.subject, entry.type, entry.leaf, actor.person_id as person, (
      select jsonb_object_agg(name, opening -> 'value')
      from app.ledger_opening, jsonb_each(openings) as each (name, opening)
      where community_id = entry.community_id and entry_id = entry.entry_id
    ) as opened
    from app.ledger_entry entry left join app.ledger_actor actor using (community_id, entry_id)
    where entry.community_id = ${community} and (entry.subject = any(${[...subjects]}::text[]) or entry.subject in (
      select leaf::jsonb #>> '{facts,proceeding}' from app.ledger_entry
      where community_id = ${community} and subject = any(${[...subjects]}::text[]) and type = 'ProceedingNoted'
    ))
    order by entry.entry_id`.execute(trx)
  return rows
}

/** `handler` reads everything; `raiser` what moves their matter, without other people's private words. */
export type Audience = 'handler' | 'raiser'

const FOR_NOBODY: ReadonlySet<string> = new Set([
  'OrderNoted',
  'ProceedingNoted',
  'ClocksStopped',
  'OrderPlaced',
  'OrderWithdrawn',
  'PollRedrafted',
  'PollClosed',
  'ProofsRecorded',
  'CountEntered',
  'SourceEntered',
  'SourceEntriesDiffered',
  'SourceKnown',
  'PeopleInvited',
  'SignedIn',
  'SignInStruck',
  'MeetingOpened',
  'ItemBegun',
  'RemarkNoted',
  'OptionOffered',
  'VoteCalled',
  'VoteNoted',
  'LineStruck',
  'MinutesWritten',
  'ResolutionsHandedOut',
  'NoticeResultTold',
])
const NOT_FOR_RAISER: ReadonlySet<string> = new Set([
  'ClockReminded',
  'MatterUnlisted',
  'MatterLinked',
  'OrderTransferred',
  'MatterSigned',
  'PollDrafted',
  'CountsDiffered',
  'ResolutionRecorded',
  'NoticeProvedHung',
  'NoticeProvedTakenDown',
])

/** What handlers say among themselves: the raiser reads that it happened, not the words. */
const WORDS_OF_HANDLERS: ReadonlySet<string> = new Set([
  'TalkRecorded',
  'OrderDeclined',
  'MatterListed',
  'MatterCorrected',
  'PollWithdrawn',
  'ObjectionLodged',
  'DrawObjected',
])

/** Who objected is for those who answer. */
const BY_NOBODY_NAMED: ReadonlySet<string> = new Set(['ObjectionLodged', 'ObjectionTakenBack', 'DrawObjected'])

const isHandlersRemark = ({ type, leaf }: StoryRow): boolean =>
  type === 'RemarkAdded' && (JSON.parse(leaf) as Leaf).facts['byRaiser'] === false

/** A single signature is nothing yet. */
const isHalfSigned = ({ type, leaf }: StoryRow): boolean =>
  type === 'MinutesSigned' && (JSON.parse(leaf) as Leaf).facts['complete'] === false

export const isTold = (row: StoryRow, audience: Audience): boolean => {
  if (FOR_NOBODY.has(row.type) || isHalfSigned(row)) return false
  return audience === 'handler' || !(NOT_FOR_RAISER.has(row.type) || isHandlersRemark(row))
}

export type Telling = {
  readonly community: CommunityId
  readonly procedure: Procedure
  readonly names: Names
  readonly audience: Audience
  readonly raiser: PersonId | null
  /** Who acted for the raiser, even if that is over. */
  readonly helper: PersonId | null
  readonly partyOfOrder: (order: string) => string | null
}

const WORDS = ['text', 'summary', 'note', 'reason', 'value', 'answer'] as const

const wordsOf = (opened: Readonly<Record<string, unknown>>): string | null => {
  for (const name of WORDS) if (typeof opened[name] === 'string' && opened[name] !== '') return opened[name]
  return null
}

const figuresOf = (opened: Readonly<Record<string, unknown>>): Figure[] =>
  figuresSchema.catch([]).parse(opened['figures'] ?? [])

const stageNames = (procedure: Procedure, leaf: Leaf) => {
  const key = leaf.facts['stage']
  const stage = procedure.stages.find((each) => each.key === key)
  return stage ? stage.names : null
}

const whoDid = (row: StoryRow, { names, audience, raiser }: Telling): StoryItem['by'] => {
  if (row.person === null) return null
  if (audience === 'raiser' && (row.person === raiser || BY_NOBODY_NAMED.has(row.type))) return null
  const name = names.person(row.person)
  return name === null ? null : { name, party: names.partyOf(row.person) }
}

const partyIn = (leaf: Leaf, row: StoryRow, { names, partyOfOrder }: Telling): string | null => {
  if (row.subject.startsWith('ord_')) return names.party(partyOfOrder(row.subject))
  const parties = leaf.facts['parties']
  if (Array.isArray(parties))
    return parties
      .map((id) => names.party(String(id)) ?? '')
      .filter(Boolean)
      .join('、')
  const to = leaf.facts['to']
  return typeof to === 'string' && to.startsWith('pty_') ? names.party(to) : null
}

const factsOf = (leaf: Leaf, row: StoryRow, telling: Telling): StoryItem['facts'] => {
  const scalar = Object.entries(leaf.facts).filter(
    (fact): fact is [string, string | number | boolean | null] => !Array.isArray(fact[1]),
  )
  const title = row.opened?.['title'] ?? (row.opened?.['wording'] as { title?: string } | undefined)?.title
  const party = partyIn(leaf, row, telling)
  return {
    ...Object.fromEntries(scalar),
    ...(party ? { party } : {}),
    ...(typeof title === 'string' ? { title } : {}),
    ...(row.person !== null && row.person === telling.helper ? { byHelper: true } : {}),
  }
}

const sealedRecording = z.object({ recording: z.string(), seconds: z.number() })

const recordingOf = (opened: Readonly<Record<string, unknown>>): Pick<StoryItem, 'recording'> => {
  const { data } = sealedRecording.safeParse(opened['recording'])
  return data ? { recording: { id: data.recording, seconds: data.seconds } } : {}
}

/** The paper on which somebody consented is for those who handle the matter. */
const photosOf = ({ photos, paper }: Readonly<Record<string, unknown>>, audience: Audience): readonly string[] => [
  ...(Array.isArray(photos) ? photos.map(String) : []),
  ...(audience === 'handler' && typeof paper === 'string' ? [paper] : []),
]

/** Consent is given by whoever acts with it. */
export const helperIn = (rows: readonly StoryRow[]): PersonId | null =>
  rows.find(({ type }) => type === 'ConsentGiven')?.person ?? null

/** What was typed last for each recording. */
export const transcriptsIn = (rows: readonly StoryRow[]): ReadonlyMap<string, string> =>
  new Map(
    rows
      .filter(({ type }) => type === 'RecordingTranscribed')
      .flatMap(({ opened }) => {
        const [recording, text] = [opened?.['recording'], opened?.['text']]
        return typeof recording === 'string' && typeof text === 'string' ? [[recording, text] as const] : []
      }),
  )

export const storyItem = (row: StoryRow, telling: Telling): StoryItem => {
  const leaf = JSON.parse(row.leaf) as Leaf
  const opened = row.opened ?? {}
  const photos = photosOf(opened, telling.audience)
  const outcome = leaf.facts['outcome']
  return {
    at: row.at,
    type: row.type,
    by: whoDid(row, telling),
    text: telling.audience === 'raiser' && WORDS_OF_HANDLERS.has(row.type) ? null : wordsOf(opened),
    stage: stageNames(telling.procedure, leaf),
    outcome: outcomeNames(telling.procedure, String(outcome ?? '')),
    photos: photos.map((id) => photoView(telling.community, id)),
    ...recordingOf(opened),
    figures: figuresOf(opened),
    facts: factsOf(leaf, row, telling),
  }
}

const outcomeNames = (procedure: Procedure, key: string) =>
  procedure.stages.flatMap(({ outcomes }) => outcomes).find((outcome) => outcome.key === key)?.names ?? null

export const stageNamesOf = (procedure: Procedure, key: string) => stageOfProcedure(procedure, key).names
