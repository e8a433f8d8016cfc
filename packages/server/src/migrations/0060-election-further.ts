// What secret elections did not know before (votes added downwards, a last day, lapsing proxies, recalls): what hangs or was counted keeps the rules it began with, drafts follow those of today.
import { type Kysely, sql } from 'kysely'

const STANDS = {
  zh: '通行做法：候选人不得接受委托；民政部规程（民发〔2013〕76号）的原文未经核对，以本地选举办法为准',
  en: 'By common practice nobody who stands may be a proxy; the ministry’s guideline (2013, no. 76) was not checked',
}

type Json = Readonly<Record<string, unknown>>
type Candidate = Json & { readonly written: boolean; readonly woman: boolean }
type Result = Json & {
  readonly woman: string | null
  readonly sections: readonly (Json & { readonly candidates: readonly Candidate[] })[]
}
type Kept = Json & {
  readonly status: string
  readonly law: Json & { readonly proxies: Json | null }
  readonly results?: readonly Result[]
}

const lawOf = ({ law, status }: Kept): Json => ({
  ...law,
  recall: null,
  proxies: law.proxies && { ...law.proxies, candidates: status === 'draft' ? STANDS : null },
})

/** Where a written name left it open, it still does; elsewhere the count was made without it and stays as it was. */
const resultOf = (result: Result): Json => ({
  ...result,
  addsDown: false,
  sections: result.sections.map((section) => ({
    ...section,
    candidates: section.candidates.map((each) => ({
      ...each,
      woman: each.written && result.woman === 'unclear' ? null : each.woman,
      added: [],
    })),
  })),
})

const stateOf = (kept: Kept): Json => ({
  ...kept,
  law: lawOf(kept),
  addsDown: false,
  furtherWithin: null,
  recall: null,
  ...(kept.results ? { results: kept.results.map(resultOf), furtherBy: null } : {}),
  ...(kept.status === 'short' || kept.status === 'draft' ? { rung: 'none' } : {}),
})

const STATUSES = sql`alter table app.election drop constraint election_status_check,
  add constraint election_status_check check (status in
    ('draft', 'published', 'voting', 'counting', 'doubled', 'unclear', 'short', 'decided', 'withdrawn'))`

/** Who voted for them until that one came to stand. */
const LAPSED = sql`alter table app.election_voter add column lapsed_id text,
  add foreign key (community_id, election_id, lapsed_id) references app.election_voter,
  add check (lapsed_id is null or proxy_id is null)`

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await STATUSES.execute(db)
  await LAPSED.execute(db)
  // To change rows of all communities their owner must see them.
  await sql`alter table app.election no force row level security`.execute(db)
  const { rows } = await sql<{ community: string; election: string; state: Kept }>`
    select community_id as community, election_id as election, state from app.election`.execute(db)
  for (const { community, election, state } of rows)
    await sql`update app.election set state = ${JSON.stringify(stateOf(state))}::jsonb
      where community_id = ${community} and election_id = ${election}`.execute(db)
  await sql`alter table app.election force row level security`.execute(db)
}
