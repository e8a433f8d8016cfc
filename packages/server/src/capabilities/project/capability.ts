// The project as the kernel knows it: its rules, its row, its matter, and when the clock has something to say.
import {
  type Project,
  type ProjectCommand,
  type ProjectEvent,
  type ProjectRefusal,
  projectEntry,
  projectRules,
  projectWake,
} from '@yishi/domain/project'
import type { Capability } from '../../kernel/capability.ts'
import { projectStore, rowOf } from './store.ts'

export const project: Capability<Project, ProjectCommand, ProjectEvent, ProjectRefusal> = {
  name: 'project',
  rulebook: projectRules,
  store: projectStore,
  toEntry: projectEntry,
  wakes: projectWake,
  async parent(trx, subject) {
    const row = await rowOf(trx, subject).executeTakeFirst()
    return row ? { capability: 'matter', community: subject.community, id: row.matter_id } : null
  },
}
