// Projects as they are shown: to those who handle the matter with what each may do, to whoever raised it without.
import type { ProjectCommandName, ProjectView, Projects, PublicProject } from '@yishi/contract/project'
import { localDateOf } from '@yishi/domain/calendar'
import { type Actor, type Instant, type MatterId, isRefused } from '@yishi/domain/kernel'
import { mayOpen } from '@yishi/domain/matter'
import { type ProjectCommand, type StandingProject, deadlineOf, projectRules } from '@yishi/domain/project'
import { type Selectable, sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'
import { photoView, readMatter } from '../matter/index.ts'
import { type ProjectRow, stateOf } from './store.ts'

type Row = Selectable<ProjectRow> & { readonly party_name: string | null }

const rowsOf = async (trx: Transaction, { community, id }: Subject): Promise<readonly Row[]> => {
  const { rows } = await sql<Row>`
    select project.*, party.name as party_name
    from app.project left join app.party using (community_id, party_id)
    where project.community_id = ${community} and project.matter_id = ${id} order by started_at`.execute(trx)
  return rows
}

const shown = (row: Row): Omit<PublicProject, 'milestones'> => ({
  title: row.title,
  partyName: row.party_name ?? '',
  status: row.status,
  deadline: deadlineOf(stateOf(row)),
  before: row.photos_before.map((id) => photoView(row.community_id, id)),
  after: row.photos_after.map((id) => photoView(row.community_id, id)),
  figures: [...row.figures],
})

/** One example of each command on a milestone. */
const examples = (
  milestone: number,
  now: Instant,
): Readonly<Record<Exclude<ProjectCommandName, 'stop'>, ProjectCommand>> => ({
  report: { type: 'ReportMilestone', milestone, text: '', photos: [], figures: [] },
  claim: { type: 'ClaimMilestone', milestone, text: '', photos: ['pho_example'], figures: [] },
  accept: { type: 'AcceptMilestone', milestone, note: '' },
  fault: { type: 'FaultMilestone', milestone, reason: '', photos: [] },
  move: { type: 'MoveMilestone', milestone, by: localDateOf(now), reason: '' },
})

const ids = <P extends string>(prefix: P): `${P}_${string}` => `${prefix}_example`

type Asking = { readonly actor: Actor; readonly now: Instant }

const may = (project: StandingProject, command: ProjectCommand, { actor, now }: Asking): boolean =>
  !isRefused(projectRules.decide(project, command, { actor, now, ids }))

const viewOf = (row: Row, asking: Asking): ProjectView => {
  const state = stateOf(row)
  return {
    ...shown(row),
    project: row.project_id,
    party: row.party_id,
    milestones: row.milestones.map((milestone, index) => ({
      ...milestone,
      may: Object.entries(examples(index, asking.now)).flatMap(([name, command]) =>
        may(state, command, asking) ? [name] : [],
      ),
    })),
    may: may(state, { type: 'StopProject', reason: '' }, asking) ? ['stop'] : [],
  }
}

export const readProjects = async (trx: Transaction, subject: Subject<MatterId>, asking: Asking): Promise<Projects> => {
  const matter = await readMatter(trx, subject)
  const rows = await rowsOf(trx, subject)
  return {
    projects: rows.map((row) => viewOf(row, asking)),
    start: matter !== null && mayOpen(matter.state, 'project', asking.actor) === null,
  }
}

/** Without the names of people and without what handlers say among themselves. */
export const publicProjects = async (trx: Transaction, subject: Subject): Promise<PublicProject[]> => {
  const rows = await rowsOf(trx, subject)
  return rows.map((row) => ({ ...shown(row), milestones: [...row.milestones] }))
}
