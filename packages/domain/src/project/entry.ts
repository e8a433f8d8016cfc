// What the ledger keeps of each event of a project: days, places in the plan and ids in the open; names, words and photos sealed.
import type { EntriesOf } from '../ledger/index.ts'
import type { ProjectEvent } from './project.ts'

export const projectEntry: EntriesOf<ProjectEvent> = {
  ProjectStarted: ({ matter, party, milestones, title, photos, figures }) => ({
    facts: { matter, party, days: milestones.map(({ by }) => by) },
    sealed: { title, milestones: milestones.map(({ name }) => name), photos, figures },
  }),
  MilestoneReported: ({ milestone, text, photos, figures }) => ({
    facts: { milestone },
    sealed: { text, photos, figures },
  }),
  MilestoneClaimed: ({ milestone, text, photos, figures }) => ({
    facts: { milestone },
    sealed: { text, photos, figures },
  }),
  MilestoneAccepted: ({ milestone, note }) => ({ facts: { milestone }, sealed: { note } }),
  MilestoneFaulted: ({ milestone, reason, photos }) => ({ facts: { milestone }, sealed: { reason, photos } }),
  MilestoneMoved: ({ milestone, from, by, reason }) => ({ facts: { milestone, from, by }, sealed: { reason } }),
  MilestoneOverdue: ({ milestone, party, by }) => ({ facts: { milestone, party, by }, sealed: {} }),
  ProjectEnded: () => ({ facts: {}, sealed: {} }),
  ProjectStopped: ({ reason }) => ({ facts: {}, sealed: { reason } }),
}
