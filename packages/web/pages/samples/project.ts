// A project under way, invented: one milestone accepted, one that waits to be accepted, one past its day.
import type { PublicProject } from '@yishi/contract/project'
import { DOOR, STAIRS } from './pictures.ts'

export const PROJECT: PublicProject = {
  title: '北门非机动车棚',
  partyName: '阳光物业',
  status: 'running',
  deadline: '2026-12-20',
  before: [STAIRS],
  after: [DOOR],
  figures: [],
  milestones: [
    { name: '清场，定位置', by: '2026-11-10', status: 'accepted', overdue: false },
    { name: '搭好棚架', by: '2026-11-18', status: 'planned', overdue: true },
    { name: '装充电桩，通电', by: '2026-12-20', status: 'claimed', overdue: false },
  ],
}
