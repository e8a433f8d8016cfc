// Looks and notes, as the kernel performs them: a look at its stairway, a note as the first word of the matter that it raises.
import {
  type LookCommand,
  type LookEvent,
  type LookRefusal,
  type NoteCommand,
  type NoteEvent,
  type PatrolNote,
  type PatrolRefusal,
  type Stairway,
  lookEntry,
  lookRules,
  noteEntry,
  noteRules,
} from '@yishi/domain/patrol'
import type { MatterId, NodeId } from '@yishi/domain/kernel'
import { ABSENT } from '@yishi/domain/matter'
import { sql } from 'kysely'
import type { Capability } from '../../kernel/capability.ts'
import type { Change, Consequence } from '../../kernel/react.ts'
import { matter } from '../matter/index.ts'
import './tables.ts'

export const patrolLook: Capability<Stairway, LookCommand, LookEvent, LookRefusal> = {
  name: 'patrol-look',
  rulebook: lookRules,
  store: {
    lock: async (trx, { community, id }) => {
      const row = await trx
        .selectFrom('node')
        .leftJoin('patrol_stairway as seen', (join) =>
          join.onRef('seen.community_id', '=', 'node.community_id').onRef('seen.node_id', '=', 'node.node_id'),
        )
        .select('seen.seen_at')
        .where('node.community_id', '=', community)
        .where('node.node_id', '=', id as NodeId)
        .executeTakeFirst()
      return row ? { status: 'known', seenAt: row.seen_at } : { status: 'unknown' }
    },
    write: {
      /** Nothing is locked: whichever look comes in last, the latest one stands. */
      StairwayLookedAt: (trx, { community, id }, { seenAt }) =>
        sql`insert into app.patrol_stairway (community_id, node_id, seen_at) values (${community}, ${id}, ${seenAt})
          on conflict (community_id, node_id) do update set seen_at = greatest(app.patrol_stairway.seen_at, excluded.seen_at)`.execute(
          trx,
        ),
    },
  },
  toEntry: lookEntry,
}

/** Its subject is the matter that it raises. */
export const patrolNote: Capability<PatrolNote, NoteCommand, NoteEvent, PatrolRefusal> = {
  name: 'patrol-note',
  rulebook: noteRules,
  store: {
    lock: () => Promise.resolve({ status: 'absent' }),
    write: {
      PatrolNoted: (trx, { community, id }, { node, by, seenAt, settled, handedOver }) =>
        trx
          .insertInto('patrol_note')
          .values({
            community_id: community,
            matter_id: id as MatterId,
            node_id: node,
            person_id: by,
            seen_at: seenAt,
            settled,
            handed_over: handedOver,
          })
          .execute(),
    },
  },
  toEntry: noteEntry,
}

export const matterOfNote = ({ subject, event, actor }: Change<unknown, NoteEvent>): readonly Consequence[] => [
  { step: { capability: matter.name, subject, command: event.raise, actor, fresh: ABSENT } },
]
