// How the owners of the demo vote: by phone, on sheets that two have read, and on one that waits for its second reader.
import { type BallotId, type PollId, isRefused } from '@yishi/domain/kernel'
import type { PaperCommand } from '@yishi/domain/paper-ballot'
import { paperBallot } from '../capabilities/paper-ballot/index.ts'
import { handIn } from '../capabilities/poll/index.ts'
import { inCommunities } from '../kernel/database/tenancy.ts'
import type { Transaction } from '../kernel/database/tables.ts'
import type { Subject } from '../kernel/store.ts'
import { anyOf } from './acts.ts'
import type { Scene } from './scene.ts'

export const must = <T extends object>(answer: T, what: string): Exclude<T, { refused: string }> => {
  if (isRefused(answer)) throw new Error(`${what} is refused: ${answer.refused}`)
  return answer as Exclude<T, { refused: string }>
}

export const acting = (scene: Scene, role: 'staff' | 'branch') => ({
  ctx: scene.ctx,
  performer: scene.performer,
  actor: anyOf({ scene, number: 0 }, role),
  key: undefined,
})

export const read = <T>({ ctx, community }: Scene, question: (trx: Transaction) => Promise<T>): Promise<T> =>
  inCommunities(ctx.db, [community], question)

type Unit = { readonly ballot: BallotId; readonly person: `per_${string}` | null }

export const unitsOn = (scene: Scene, { id }: Subject<PollId>): Promise<readonly Unit[]> =>
  read(scene, (trx) =>
    trx
      .selectFrom('poll_voter')
      .select(['ballot_id as ballot', 'person_id as person'])
      .where('community_id', '=', scene.community)
      .where('poll_id', '=', id)
      .orderBy('position')
      .execute(),
  )

export const byPhone = async (scene: Scene, { ballot, person }: Unit, choice: readonly string[]) => {
  const hats = [{ role: 'resident', community: scene.community, path: '', party: null } as const]
  const owner = { ...acting(scene, 'staff'), actor: { kind: 'person', person: person!, hats } as const }
  must(await handIn(owner, { community: scene.community, id: ballot }, { type: 'CastBallot', choice }), 'a vote')
}

const onPaper = async (scene: Scene, role: 'staff' | 'branch', ballot: BallotId, command: PaperCommand) => {
  const { ctx, performer, community } = scene
  const { actor } = acting(scene, role)
  must(await performer.perform(ctx, paperBallot, { subject: { community, id: ballot }, actor, command }), command.type)
}

const RETURNED = {
  type: 'ReturnPaper',
  issue: 1,
  where: 'paper',
  signed: true,
  photo: null,
  companion: '',
  seenAt: null,
} as const

type Sheet = {
  readonly ballot: BallotId
  readonly choice: readonly string[]
  readonly readers: readonly ('staff' | 'branch')[]
  /** Into whose hand it went. */
  readonly to?: string
}

/** Taken back and read by one, or by both who have to. */
export const bySheet = async (scene: Scene, poll: PollId, { ballot, choice, readers, to = '业主本人' }: Sheet) => {
  const handed = { how: 'handed', to, told: true, warned: true, companion: '', seenAt: null } as const
  await onPaper(scene, 'staff', ballot, { type: 'DeliverPaper', ...handed })
  await onPaper(scene, 'staff', ballot, RETURNED)
  for (const role of readers)
    await onPaper(scene, role, ballot, { type: 'ReadPaper', issue: 1, marks: { [poll]: choice } })
}

/** The visitor's own ballot stays blank while the vote runs. */
export const vote = async (scene: Scene, poll: Subject<PollId>, isOver: boolean) => {
  const visitor = scene.people.byRole.get('resident')![0]!.row.person
  const units = (await unitsOn(scene, poll)).filter(({ person }) => isOver || person !== visitor)
  for (const [index, unit] of units.entries()) {
    const choice = index % 6 === 4 ? 'against' : 'for'
    if (index % 7 === 6) continue
    if (unit.person && index % 3 !== 1) await byPhone(scene, unit, [choice])
    else if (isOver || index % 6 === 1)
      await bySheet(scene, poll.id, { ballot: unit.ballot, choice: [choice], readers: ['staff', 'branch'] })
    else if (index < 6) await bySheet(scene, poll.id, { ballot: unit.ballot, choice: [choice], readers: ['staff'] })
  }
}
