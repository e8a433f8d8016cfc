// Owners' votes: units on the list with their owners and heads, the ballot that holds beside all that were handed in, and the proofs of silent ones (R1.7, R1.8, R1.31, R1.65).
import { type Kysely, sql } from 'kysely'
import { tenantTable } from '../kernel/database/tenant-table.ts'

/** What every rule says since; a poll keeps the rule that it was begun under. */
const RULE = {
  ballotOf: 'person',
  contradiction: 'reject',
  topics: [],
  scopes: [],
  noticeDays: 0,
  objectionDays: 0,
  extension: null,
  zones: null,
}

const polls = [
  sql`alter table app.poll drop constraint poll_status_check`,
  sql`alter table app.poll add constraint poll_status_check check (status in
    ('draft', 'announced', 'open', 'closed', 'counting', 'preliminary', 'decided', 'withdrawn'))`,
  sql`alter table app.poll drop constraint poll_check`,
  sql`alter table app.poll add constraint poll_result_check check (
    (status = 'decided') = (passed is not null)
    and (status in ('decided', 'preliminary')) = (outcome is not null and figures is not null))`,
  sql`alter table app.poll add column assembly jsonb`,
  sql`update app.poll set rule = ${JSON.stringify(RULE)}::jsonb || rule`,
]

const voters = [
  sql`alter table app.poll_voter
    add column head integer,
    add column zone text not null default '',
    add column unit_id text,
    add column unit_use text,
    add column undelivered boolean not null default false,
    add column holding integer not null default 0,
    add column channel text check (channel in ('online', 'hall', 'paper', 'phone', 'door')),
    drop constraint poll_voter_community_id_poll_id_person_id_key`,
  sql`update app.poll_voter voter set head = position + 1, holding = ballots, channel = (
    select coalesce(noted_in, 'online') from app.poll_ballot ballot where ballot.community_id = voter.community_id
      and ballot.ballot_id = voter.ballot_id and ballot.number = voter.ballots)`,
  sql`alter table app.poll_voter
    alter column head set not null,
    drop column last_noted,
    add check (holding <= ballots),
    add check ((holding = 0) = (channel is null))`,
  sql`create unique index poll_voter_person on app.poll_voter (community_id, poll_id, person_id) where unit_id is null`,
  sql`create unique index poll_voter_unit on app.poll_voter (community_id, poll_id, unit_id)`,
  sql`create table app.poll_owner (
    community_id text not null references app.community,
    poll_id text not null,
    ballot_id text not null,
    person_id text not null,
    name text not null,
    share text not null,
    primary key (community_id, ballot_id, person_id),
    foreign key (community_id, ballot_id) references app.poll_voter on delete cascade
  )`,
  sql`create index poll_owner_person on app.poll_owner (community_id, person_id, poll_id)`,
]

const ballots = [
  sql`alter table app.poll_ballot drop constraint poll_ballot_noted_in_check`,
  sql`alter table app.poll_ballot
    add check (noted_in in ('hall', 'paper', 'phone', 'door')),
    add column holds boolean not null default true`,
  sql`create table app.poll_proof (
    community_id text not null references app.community,
    poll_id text not null,
    ballot_id text not null,
    proof text not null check (proof in ('delivered', 'told', 'warned')),
    evidence text not null check (evidence <> ''),
    recorded_by text not null,
    at timestamptz not null,
    primary key (community_id, ballot_id, proof),
    foreign key (community_id, ballot_id) references app.poll_voter
  )`,
  sql`create index poll_proof_of_poll on app.poll_proof (community_id, poll_id)`,
]

/** Not sold, or sold and not handed over: of the developer's one head. */
const roster = [sql`alter table app.unit add column undelivered boolean not null default false`]

const CHANGED = ['poll', 'poll_voter', 'poll_ballot'] as const

export const up = async (db: Kysely<unknown>): Promise<void> => {
  // To change rows of all communities their owner must see them.
  const forcing = async (how: 'force' | 'no force') => {
    for (const table of CHANGED)
      await sql`alter table ${sql.table(`app.${table}`)} ${sql.raw(how)} row level security`.execute(db)
  }
  await forcing('no force')
  for (const statement of [...polls, ...voters, ...ballots, ...roster]) await statement.execute(db)
  await forcing('force')
  await tenantTable(db, 'poll_owner')
  await tenantTable(db, 'poll_proof', ['select', 'insert'])
}
