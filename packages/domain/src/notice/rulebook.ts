// The rulebook of a notice: hung by the desk or who has the stage, elapsed by the clock, withdrawn with a reason or with its matter.
import {
  type Actor,
  type Meta,
  type Refused,
  type Role,
  covers,
  during,
  holds,
  isRefused,
  refuse,
  rulebook,
} from '../kernel/index.ts'
import { DESK, mayOpen, stageOfMatter } from '../matter/index.ts'
import {
  type Ground,
  LONGEST_TITLE,
  type Notice,
  type NoticeCommand,
  type NoticeEvent,
  type NoticeRefusal,
  type StandingNotice,
} from './notice.ts'
import { noticePeriod } from './period.ts'

type CommandOf<Type extends NoticeCommand['type']> = Extract<NoticeCommand, { type: Type }>
type EventOf<Type extends NoticeEvent['type']> = Extract<NoticeEvent, { type: Type }>
type Answer = readonly NoticeEvent[] | Refused<NoticeRefusal>
type Standing = Pick<EventOf<'NoticeHung'>, 'matter' | 'path' | 'kind' | 'resultOf'> & { readonly least: number }

/** What it tells of, of which kind it is, and the fewest days it may hang, from what it is hung for. */
const standing = (
  { community, ground }: { readonly community: CommandOf<'HangNotice'>['community']; readonly ground: Ground },
  actor: Actor,
): Standing | Refused<NoticeRefusal> => {
  switch (ground.for) {
    case 'stage': {
      const { matter } = ground
      const no = mayOpen(matter, 'notice', actor)
      if (no) return no
      if (matter.status !== 'open') return refuse('not-at-this-stage')
      const { settings } = stageOfMatter(matter)
      const { what, days } = settings as { what: Standing['kind']; days: number }
      return { matter: matter.id, path: matter.path, kind: what, resultOf: null, least: days }
    }
    case 'result': {
      const { of } = ground
      if (of.status === 'absent') return refuse('notice-not-over')
      if (!holds(actor, DESK, community, of.path)) return refuse('not-yours-to-do')
      if (of.status === 'told') return refuse('result-told-already')
      if (of.status !== 'elapsed') return refuse('notice-not-over')
      return { matter: of.matter, path: of.path, kind: 'result', resultOf: of.id, least: 1 }
    }
    case 'itself':
      return holds(actor, DESK, community, '')
        ? { matter: null, path: '', kind: ground.kind, resultOf: null, least: 1 }
        : refuse('not-yours-to-do')
  }
}

const hang = (_: Notice, command: CommandOf<'HangNotice'>, { actor, now }: Meta): Answer => {
  const { ground: __, type: ___, ...asked } = command
  const stands = standing(command, actor)
  if (isRefused(stands)) return stands
  const { least, ...ground } = stands
  if ([...command.wording.title].length > LONGEST_TITLE) return refuse('title-too-long', { most: LONGEST_TITLE })
  if (command.spots.length === 0) return refuse('nowhere-to-hang')
  if (command.days < least) return refuse('shorter-than-procedure', { least, days: command.days })
  const period = noticePeriod(now, command)
  return isRefused(period) ? period : [{ type: 'NoticeHung', ...asked, ...ground, ...period }]
}

/** Who goes to the boards: the desk, and who works in the part of the community where it hangs. */
const POSTERS: readonly Role[] = [...DESK, 'grid-worker', 'building-leader']

const goesThere = (actor: Actor, { community }: StandingNotice, path: string): boolean =>
  actor.kind === 'person' &&
  actor.hats.some(
    (hat) =>
      hat.community === community && POSTERS.includes(hat.role) && (covers(hat.path, path) || covers(path, hat.path)),
  )

const proving =
  (type: 'NoticeProvedHung' | 'NoticeProvedTakenDown') =>
  (notice: StandingNotice, { spot, photos }: Omit<CommandOf<'ProveHung'>, 'type'>, { actor }: Meta): Answer => {
    const place = notice.spots[spot]
    if (!place) return refuse('spot-unknown')
    return goesThere(actor, notice, place.path) ? [{ type, spot, photos }] : refuse('not-yours-to-do')
  }

const elapse = ({ endsAt }: StandingNotice, _: object, { actor, now }: Meta): Answer => {
  if (actor.kind !== 'clock') return refuse('not-yours-to-do')
  return now < endsAt ? refuse('period-running') : [{ type: 'NoticeElapsed' }]
}

const noteResult = (_: StandingNotice, { result }: CommandOf<'NoteResult'>, { actor }: Meta): Answer =>
  actor.kind === 'clock' ? [{ type: 'NoticeResultTold', result }] : refuse('not-yours-to-do')

const withdraw = (notice: StandingNotice, { reason }: CommandOf<'WithdrawNotice'>, { actor }: Meta): Answer => {
  const left = actor.kind === 'clock'
  return left || holds(actor, DESK, notice.community, notice.path)
    ? [{ type: 'NoticeWithdrawn', reason, left }]
    : refuse('not-yours-to-do')
}

const evolve = (notice: Notice, event: NoticeEvent): Notice => {
  switch (event.type) {
    case 'NoticeHung': {
      const { type: _, wording: __, ...body } = event
      return { ...body, status: 'hanging' }
    }
    case 'NoticeProvedHung':
    case 'NoticeProvedTakenDown':
      return notice
    case 'NoticeElapsed':
      return { ...during(notice, 'hanging'), status: 'elapsed' }
    case 'NoticeResultTold':
      return { ...during(notice, 'elapsed'), status: 'told' }
    case 'NoticeWithdrawn':
      return { ...during(notice, 'hanging'), status: 'withdrawn' }
  }
}

const TAKEN_DOWN = { ProveTakenDown: proving('NoticeProvedTakenDown') }

export const noticeRules = rulebook<Notice, NoticeCommand, NoticeEvent, NoticeRefusal>(
  {
    absent: { HangNotice: hang },
    hanging: { ProveHung: proving('NoticeProvedHung'), ElapseNotice: elapse, WithdrawNotice: withdraw },
    elapsed: { ...TAKEN_DOWN, NoteResult: noteResult },
    told: TAKEN_DOWN,
    withdrawn: TAKEN_DOWN,
  },
  evolve,
)
