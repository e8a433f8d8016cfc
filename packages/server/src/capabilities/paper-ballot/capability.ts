// What the kernel has to know about paper ballots. They lock nothing before themselves: thousands may come back in a week.
import {
  type PaperBallot,
  type PaperCommand,
  type PaperEvent,
  type PaperRefusal,
  paperEntry,
  paperRules,
} from '@yishi/domain/paper-ballot'
import type { Capability } from '../../kernel/capability.ts'
import { paperStore } from './store.ts'

export const paperBallot: Capability<PaperBallot, PaperCommand, PaperEvent, PaperRefusal> = {
  name: 'paper-ballot',
  rulebook: paperRules,
  store: paperStore,
  toEntry: paperEntry,
}
