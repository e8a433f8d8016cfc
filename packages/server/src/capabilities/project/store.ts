// How a project lies in its row: its milestones are folded in and written once at the end.
import type { CommunityId, Instant, MatterId, PartyId, PhotoId, ProjectId } from '@yishi/domain/kernel'
import type { Figure } from '@yishi/domain/matter'
import {
  type Milestone,
  NO_PROJECT,
  type Project,
  type ProjectEvent,
  type StandingProject,
} from '@yishi/domain/project'
import { type JSONColumnType, type Selectable, sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Store, Subject } from '../../kernel/store.ts'
import { insertFigures } from '../figure/index.ts'

export interface ProjectRow {
  community_id: CommunityId
  project_id: ProjectId
  matter_id: MatterId
  party_id: PartyId
  committee_id: PartyId
  path: string
  title: string
  status: StandingProject['status']
  milestones: JSONColumnType<Milestone[]>
  figures: JSONColumnType<Figure[]>
  photos_before: PhotoId[]
  photos_after: PhotoId[]
  started_at: Instant
}

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    project: ProjectRow
  }
}

export const stateOf = (row: Selectable<ProjectRow>): StandingProject => ({
  status: row.status,
  id: row.project_id,
  community: row.community_id,
  matter: row.matter_id,
  path: row.path,
  party: row.party_id,
  committee: row.committee_id,
  milestones: row.milestones,
})

export const rowOf = (trx: Transaction, { community, id }: Subject) =>
  trx
    .selectFrom('project')
    .selectAll()
    .where('community_id', '=', community)
    .where('project_id', '=', id as ProjectId)

const insert = async (trx: Transaction, event: Extract<ProjectEvent, { type: 'ProjectStarted' }>, at: Instant) => {
  const { community, id, matter, party, committee, path, title, photos, figures } = event
  const milestones = event.milestones.map((each) => ({ ...each, status: 'planned' as const, overdue: false }))
  await trx
    .insertInto('project')
    .values({
      community_id: community,
      project_id: id,
      matter_id: matter,
      party_id: party,
      committee_id: committee,
      path,
      title,
      status: 'running',
      milestones: JSON.stringify(milestones),
      figures: JSON.stringify(figures),
      photos_before: [...photos],
      photos_after: [],
      started_at: at,
    })
    .execute()
  await insertFigures(trx, { community, matter, order: null, at }, figures)
}

type Reported = Extract<ProjectEvent, { type: 'MilestoneReported' | 'MilestoneClaimed' }>

const tell = async (trx: Transaction, { community, id }: Subject, { figures }: Reported, at: Instant) => {
  if (figures.length === 0) return
  const { matter_id: matter } = await rowOf(trx, { community, id }).executeTakeFirstOrThrow()
  await insertFigures(trx, { community, matter, order: null, at }, figures)
}

/** The newest photos of finished work are the ones that are compared with those from before. */
const showAfter = async (trx: Transaction, subject: Subject, event: Reported, at: Instant) => {
  await tell(trx, subject, event, at)
  if (event.photos.length === 0) return
  await trx
    .updateTable('project')
    .set({ photos_after: [...event.photos] })
    .where('community_id', '=', subject.community)
    .where('project_id', '=', subject.id as ProjectId)
    .execute()
}

/** The row written at the end says it all. */
const inRow = () => Promise.resolve()

export const projectStore = {
  async lock(trx, subject) {
    const row = await rowOf(trx, subject).forUpdate().executeTakeFirst()
    return row ? stateOf(row) : NO_PROJECT
  },
  async keep(trx, { community, id }, project) {
    if (project.status === 'absent') return
    await trx
      .updateTable('project')
      .set({ status: project.status, milestones: sql`${JSON.stringify(project.milestones)}::jsonb` })
      .where('community_id', '=', community)
      .where('project_id', '=', id as ProjectId)
      .execute()
  },
  write: {
    ProjectStarted: (trx, _, event, at) => insert(trx, event, at),
    MilestoneReported: tell,
    MilestoneClaimed: showAfter,
    MilestoneAccepted: inRow,
    MilestoneFaulted: inRow,
    MilestoneMoved: inRow,
    MilestoneOverdue: inRow,
    ProjectEnded: inRow,
    ProjectStopped: inRow,
  },
} satisfies Store<Project, ProjectEvent>
