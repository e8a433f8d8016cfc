// An objection (异议): lodged by anybody while a notice hangs, to its last moment; answered by the desk, or taken back by its author.
import {
  type CommunityId,
  type MatterId,
  type Meta,
  type NoticeId,
  type ObjectionId,
  type PersonId,
  type Refused,
  during,
  holds,
  refuse,
  rulebook,
} from '../kernel/index.ts'
import { DESK } from '../matter/index.ts'
import type { Notice } from '../notice/index.ts'

type Body = {
  readonly id: ObjectionId
  readonly community: CommunityId
  readonly notice: NoticeId
  readonly matter: MatterId | null
  readonly path: string
  readonly by: PersonId | null
}

export type StandingObjection =
  | ({ readonly status: 'lodged' } & Body)
  | ({ readonly status: 'answered'; readonly upheld: boolean } & Body)
  | ({ readonly status: 'taken-back' } & Body)
export type Objection = { readonly status: 'absent' } | StandingObjection

type Said = {
  readonly text: string
  readonly name: string | null
  readonly phone: string | null
  /** Digest of the secret in the link of its receipt. */
  readonly linkDigest: string
}

export type ObjectionCommand =
  | ({
      readonly type: 'LodgeObjection'
      readonly id: ObjectionId
      /** The notice as it hangs at this moment, and whether this person has objected to it before. */
      readonly to: Notice
      readonly already: boolean
    } & Said)
  | { readonly type: 'AnswerObjection'; readonly answer: string; readonly upheld: boolean }
  /** `byLink`: asked by whoever holds the link of its receipt. */
  | { readonly type: 'TakeBackObjection'; readonly byLink: boolean }

export type ObjectionEvent =
  | ({ readonly type: 'ObjectionLodged' } & Body & Said)
  | { readonly type: 'ObjectionAnswered'; readonly answer: string; readonly upheld: boolean }
  | { readonly type: 'ObjectionTakenBack' }

export type ObjectionRefusal = 'notice-not-hanging' | 'period-over' | 'already-objected' | 'not-yours-to-do'

export const NO_OBJECTION: Objection = { status: 'absent' }
export const LONGEST_OBJECTION = 2000

type CommandOf<Type extends ObjectionCommand['type']> = Extract<ObjectionCommand, { type: Type }>
type Answer = readonly ObjectionEvent[] | Refused<ObjectionRefusal>

const lodge = (_: Objection, command: CommandOf<'LodgeObjection'>, { actor, now }: Meta): Answer => {
  const { type: __, to, already, ...said } = command
  if (to.status === 'absent' || to.status === 'withdrawn') return refuse('notice-not-hanging')
  if (to.status !== 'hanging' || now >= to.endsAt) return refuse('period-over')
  if (already) return refuse('already-objected')
  const { community, id: notice, matter, path } = to
  const by = actor.kind === 'person' ? actor.person : null
  return [{ type: 'ObjectionLodged', ...said, community, notice, matter, path, by }]
}

type Lodged = Extract<Objection, { status: 'lodged' }>

const answer = ({ community, path }: Lodged, command: CommandOf<'AnswerObjection'>, { actor }: Meta): Answer =>
  holds(actor, DESK, community, path) ? [{ ...command, type: 'ObjectionAnswered' }] : refuse('not-yours-to-do')

const takeBack = ({ by }: Lodged, { byLink }: CommandOf<'TakeBackObjection'>, { actor }: Meta): Answer =>
  byLink || (actor.kind === 'person' && actor.person === by)
    ? [{ type: 'ObjectionTakenBack' }]
    : refuse('not-yours-to-do')

const evolve = (objection: Objection, event: ObjectionEvent): Objection => {
  switch (event.type) {
    case 'ObjectionLodged': {
      const { id, community, notice, matter, path, by } = event
      return { status: 'lodged', id, community, notice, matter, path, by }
    }
    case 'ObjectionAnswered':
      return { ...during(objection, 'lodged'), status: 'answered', upheld: event.upheld }
    case 'ObjectionTakenBack':
      return { ...during(objection, 'lodged'), status: 'taken-back' }
  }
}

export const objectionRules = rulebook<Objection, ObjectionCommand, ObjectionEvent, ObjectionRefusal>(
  {
    absent: { LodgeObjection: lodge },
    lodged: { AnswerObjection: answer, TakeBackObjection: takeBack },
    answered: {},
    'taken-back': {},
  },
  evolve,
)
