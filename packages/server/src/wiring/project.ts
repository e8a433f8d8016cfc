// What a project moves: its matter, and the people who should hear that a day has passed.
import { matterMovedByProject } from '@yishi/domain/reactions'
import { matter } from '../capabilities/matter/index.ts'
import { project } from '../capabilities/project/index.ts'
import { type Reaction, enqueue, follow, on } from '../kernel/react.ts'
import { endsWithStage } from './stage.ts'

const matterFollows = on(project, ({ subject: { community }, state, event }) => {
  if (state.status === 'absent') return []
  const command = matterMovedByProject(state, event)
  return command ? [follow(matter, { community, id: state.matter }, command)] : []
})

/** Its party and the committee hear of a day that has passed. */
const tellOfLateness = on(project, ({ subject: { community }, state, event, at }) =>
  event.type !== 'MilestoneOverdue' || state.status === 'absent'
    ? []
    : [...new Set([state.party, state.committee])].map((party) =>
        enqueue('tell-party', { community, matter: state.matter, type: event.type, at, party }),
      ),
)

export const projectReactions: readonly Reaction[] = [
  endsWithStage('prj_', project, { type: 'StopProject', reason: '' }),
  matterFollows,
  tellOfLateness,
]
