// Agendas: further questions of an assembly, beside the first one; and sheets of paper that ask all of them (RULES R1.15, R1.16).
import { type Kysely, sql } from 'kysely'

const polls = [
  sql`alter table app.poll
    add column agenda_first text,
    add column agenda_item integer check (agenda_item > 1),
    add check ((agenda_first is null) = (agenda_item is null)),
    add check (agenda_first <> poll_id),
    add unique (community_id, agenda_first, agenda_item),
    add foreign key (community_id, agenda_first) references app.poll`,
]

/** A reading names what is marked beside each question, by its poll; in the register each question has a row. */
const papers = [
  sql`update app.paper_ballot set
    first_reading = jsonb_build_object('by', first_reading -> 'by', 'marks', jsonb_build_object(poll_id, first_reading -> 'choice')),
    second_reading = case when second_reading is not null then
      jsonb_build_object('by', second_reading -> 'by', 'marks', jsonb_build_object(poll_id, second_reading -> 'choice')) end
    where first_reading is not null`,
  sql`alter table app.paper_register add column asked text`,
  sql`update app.paper_register set asked = poll_id where choice is not null`,
  sql`alter table app.paper_register add check ((asked is null) = (choice is null))`,
  sql`create index paper_register_of_question on app.paper_register (community_id, asked) where asked is not null`,
]

const CHANGED = ['paper_ballot', 'paper_register'] as const

export const up = async (db: Kysely<unknown>): Promise<void> => {
  // To change rows of all communities their owner must see them.
  const forcing = async (how: 'force' | 'no force') => {
    for (const table of CHANGED)
      await sql`alter table ${sql.table(`app.${table}`)} ${sql.raw(how)} row level security`.execute(db)
  }
  for (const statement of polls) await statement.execute(db)
  await forcing('no force')
  for (const statement of papers) await statement.execute(db)
  await forcing('force')
}
