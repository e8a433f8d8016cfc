// Drafts of secret elections follow the rules on who stands as every later one does; what hangs, is voted on or was counted keeps the rules it began with.
import { type Kysely, sql } from 'kysely'

const VILLAGE = {
  moreCandidates: {
    more: 1,
    article: {
      zh: '《村民委员会组织法》第十五条：候选人多于应选名额',
      en: 'Villagers’ Committees Law 15: more candidates than seats',
    },
  },
  women: {
    seat: 'reserved',
    article: {
      zh: '《村民委员会组织法》第六条：应当有妇女成员',
      en: 'Villagers’ Committees Law 6: women among the members',
    },
  },
}
const NONE = { moreCandidates: null, women: null }

type Json = Readonly<Record<string, unknown>>
type Candidates = { readonly candidates: readonly Json[] }
type Kept = Json & {
  readonly status: string
  readonly law: Json
  readonly posts: readonly (Json & Candidates)[]
  readonly turn?: Json & { readonly sections: readonly (Json & { readonly standing: readonly Json[] })[] }
  readonly results?: readonly (Json & { readonly sections: readonly (Json & Candidates)[] })[]
}

/** Nobody has noted it of them yet. */
const unnoted = (all: readonly Json[]): readonly Json[] => all.map((each) => ({ ...each, woman: false }))
const noted = <Section extends Candidates>(all: readonly Section[]) =>
  all.map((each) => ({ ...each, candidates: unnoted(each.candidates) }))

const lawOf = ({ status, law }: Kept): Json => ({
  ...law,
  ...(status === 'draft' && law['key'] !== 'house-secret-election' ? VILLAGE : NONE),
})

const stateOf = (kept: Kept): Json => ({
  ...kept,
  law: lawOf(kept),
  posts: noted(kept.posts),
  ...(kept.turn
    ? {
        turn: {
          ...kept.turn,
          sections: kept.turn.sections.map((each) => ({ ...each, standing: unnoted(each.standing) })),
        },
      }
    : {}),
  ...(kept.results
    ? {
        results: kept.results.map((each) => ({ ...each, sections: noted(each.sections), reserved: null, woman: null })),
      }
    : {}),
})

export const up = async (db: Kysely<unknown>): Promise<void> => {
  // To change rows of all communities their owner must see them.
  await sql`alter table app.election no force row level security`.execute(db)
  const { rows } = await sql<{ community: string; election: string; state: Kept }>`
    select community_id as community, election_id as election, state from app.election`.execute(db)
  for (const { community, election, state } of rows)
    await sql`update app.election set state = ${JSON.stringify(stateOf(state))}::jsonb
      where community_id = ${community} and election_id = ${election}`.execute(db)
  await sql`alter table app.election force row level security`.execute(db)
}
