// What the stages of a matter opened ends with them: a meeting that was called, a poll, a notice, a project.
import { proceedingsLeftBy } from '@yishi/domain/reactions'
import { matter } from '../capabilities/matter/index.ts'
import type { Capability, Status } from '../kernel/capability.ts'
import { type Reaction, follow, on } from '../kernel/react.ts'
import type { Tagged } from '../kernel/store.ts'

/** `prefix` tells the proceedings of this capability from the others. */
export const endsWithStage = <
  State extends Status,
  Command extends Tagged,
  Event extends Tagged,
  Refusal extends string,
>(
  prefix: string,
  capability: Capability<State, Command, Event, Refusal>,
  command: NoInfer<Command>,
): Reaction =>
  on(matter, ({ subject: { community }, state, event }) =>
    state.status === 'absent'
      ? []
      : proceedingsLeftBy(state, event)
          .filter((id) => id.startsWith(prefix))
          .map((id) => follow(capability, { community, id }, command)),
  )
