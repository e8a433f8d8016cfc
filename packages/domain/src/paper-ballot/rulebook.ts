// What may be done with a paper ballot: who delivers, takes back and reads it, and what is refused. RULES R1.16, R1.31, R1.65, R4.3; ASVS V2.3.5 (two persons).
import { type Instant, type Meta, type PersonId, type Refused, holds, refuse, rulebook } from '../kernel/index.ts'
import { asksOwners, hasSheets } from '../poll/index.ts'
import { evolvePaper } from './evolve.ts'
import { agreedMarks, differing, wrongMarks } from './marks.ts'
import { proxyRuleFor } from './proxy.ts'
import { notSecond, notThird } from './readers.ts'
import type { Assistance, PaperBallot, PaperCommand, PaperEvent, PaperRefusal, StandingPaper } from './paper-ballot.ts'

type CommandOf<Type extends PaperCommand['type']> = Extract<PaperCommand, { type: Type }>
type Answer = readonly PaperEvent[] | Refused<PaperRefusal>
type Of<Status extends PaperBallot['status']> = Extract<PaperBallot, { status: Status }>

type Grasp = 'carries' | 'reads'

/** The teller who acts: over the unit for carrying, over the whole poll for reading. */
const teller = (paper: StandingPaper, { actor }: Meta, grasp: Grasp): PersonId | null => {
  const { rule, community, path, unitPath } = paper
  const may = holds(actor, rule.tellers, community, path)
  if (actor.kind !== 'person') return null
  return may || (grasp === 'carries' && holds(actor, rule.tellers, community, unitPath)) ? actor.person : null
}

/** A sheet is signed, so a secret vote has none (R2.4). */
const unfit = ({ rule, way }: StandingPaper): boolean => way !== 'ballots' || !hasSheets(rule)

/** A phone whose clock is ahead has seen it now, not in the future. */
const seen = (seenAt: Instant | null, now: Instant): Instant => (seenAt === null || seenAt > now ? now : seenAt)

/** Nothing is handed out after the end; a phone that was offline tells of what was before it until the count begins. */
const isGoingOut = (paper: StandingPaper, at: Instant): boolean =>
  isComingIn(paper) &&
  (paper.closesAt === null ? paper.questions.every(({ status }) => status === 'open') : at < paper.closesAt)

/** What was signed before the end is taken down until the count of any of its questions begins: a sheet is entered as a whole or not at all. */
const isComingIn = ({ questions }: StandingPaper): boolean =>
  questions.every(({ status }) => status === 'open' || status === 'closed')

type Asked = { readonly grasp: Grasp; readonly isTime: boolean }

const asking = (paper: StandingPaper, meta: Meta, { grasp, isTime }: Asked): PersonId | Refused<PaperRefusal> => {
  const by = teller(paper, meta, grasp)
  if (by === null) return refuse('not-your-poll')
  if (unfit(paper)) return refuse('paper-unfit')
  return isTime ? by : refuse('poll-not-open')
}

const of = ({ poll, voter, issue }: StandingPaper) => ({ poll, voter, issue })

/** A hand, a letter or a notice has a name; left at a door it proves nothing and needs none. */
const deliver = (paper: StandingPaper, command: CommandOf<'DeliverPaper'>, meta: Meta): Answer => {
  const at = seen(command.seenAt, meta.now)
  const by = asking(paper, meta, { grasp: 'carries', isTime: isGoingOut(paper, at) })
  if (typeof by !== 'string') return by
  const { how, to, told, warned, companion } = command
  if (how !== 'left' && to === '') return refuse('proof-incomplete')
  if (how === 'left' && (told || warned)) return refuse('proof-incomplete')
  if (how === 'in-hall' && paper.checkedIn) return refuse('checked-in-already')
  const proof = { how, to, told, warned, companion }
  return [{ type: 'PaperDelivered', ...of(paper), ...proof, by, seenAt: at }]
}

const fail = (paper: StandingPaper, command: CommandOf<'NoteFailure'>, meta: Meta): Answer => {
  const at = seen(command.seenAt, meta.now)
  const by = asking(paper, meta, { grasp: 'carries', isTime: isGoingOut(paper, at) })
  if (typeof by !== 'string') return by
  const { why, note, companion } = command
  return [{ type: 'PaperNotDelivered', ...of(paper), why, note, companion, by, seenAt: at }]
}

/** Only the sheet that was printed last is taken: whoever found the lost one again is told so. */
const isLast = ({ issue }: StandingPaper, shown: number): Refused<PaperRefusal> | null =>
  shown === issue ? null : refuse('paper-replaced', { issue })

/** Whoever helps is not a witness, and two are two (R4.3). */
const isWitnessed = ({ helper, witnesses: [one, other] }: Assistance): boolean =>
  new Set([helper, one, other].map((name) => name.trim()).filter((name) => name !== '')).size === 3

/** Where one page of several is missing nothing of the sheet is taken: nobody has to guess whether its owner left it out or somebody took it away. */
const isWhole = ({ pages }: StandingPaper, whole: boolean): Refused<PaperRefusal> | null =>
  pages > 1 && !whole ? refuse('pages-missing', { pages }) : null

/** At the door two people take it, and their photo of it is kept (R1.54); signed by another it needs the written proxy (R1.13). */
const bringBack = (paper: Of<'out'>, command: CommandOf<'ReturnPaper'>, meta: Meta): Answer => {
  const by = asking(paper, meta, { grasp: 'carries', isTime: isComingIn(paper) })
  if (typeof by !== 'string') return by
  const { issue, where, signed, photo, companion, seenAt } = command
  if (where === 'door' && (companion === '' || photo === null)) return refuse('two-collectors-needed')
  const { signedBy = 'owner', assistance = null, whole = false } = command
  if (signedBy === 'proxy' && paper.proxy === null) return refuse('no-proxy')
  if (assistance && !isWitnessed(assistance)) return refuse('two-witnesses-needed')
  const back = { where, signed, photo, companion, signedBy, assistance, pages: paper.pages }
  const event = { type: 'PaperReturned', ...of(paper), ...back, by, seenAt: seen(seenAt, meta.now) } as const
  return isLast(paper, issue) ?? isWhole(paper, whole) ?? [event]
}

type Back = Of<'returned' | 'read-once' | 'differing'>

const reading = (paper: Back, issue: number, meta: Meta): PersonId | Refused<PaperRefusal> => {
  const by = asking(paper, meta, { grasp: 'reads', isTime: isComingIn(paper) })
  return typeof by === 'string' ? (isLast(paper, issue) ?? by) : by
}

const readFirst = (paper: Of<'returned'>, { issue, marks }: CommandOf<'ReadPaper'>, meta: Meta): Answer => {
  const by = reading(paper, issue, meta)
  if (typeof by !== 'string') return by
  return wrongMarks(paper.questions, marks, paper.signed) ?? [{ type: 'PaperRead', ...of(paper), by, marks }]
}

/** The second does not see the first reading: only what both read alike becomes a ballot. */
const readAgain = (paper: Of<'read-once'>, { issue, marks }: CommandOf<'ReadPaper'>, meta: Meta): Answer => {
  const by = reading(paper, issue, meta)
  if (typeof by !== 'string') return by
  const wrong = wrongMarks(paper.questions, marks, paper.signed)
  if (wrong) return wrong
  const { first, where } = paper
  const again = notSecond(first, by)
  if (again) return again
  const both = { first, second: { by, marks } }
  const [alike, apart] = [agreedMarks(paper, both), differing(paper, both)]
  const readers = [first.by, by]
  const events: PaperEvent[] = [{ type: 'PaperRead', ...of(paper), by, marks }]
  if (Object.keys(alike).length > 0)
    events.push({ type: 'PaperSettled', ...of(paper), marks: alike, where, readers, reason: null })
  if (apart.length > 0) events.push({ type: 'ReadingsDiffered', ...of(paper), polls: apart.map(({ poll }) => poll) })
  return events
}

const settle = (paper: Of<'differing'>, { issue, marks, reason }: CommandOf<'SettlePaper'>, meta: Meta): Answer => {
  const by = reading(paper, issue, meta)
  if (typeof by !== 'string') return by
  const { first, second, where, signed } = paper
  const wrong = wrongMarks(differing(paper, paper), marks, signed)
  if (wrong) return wrong
  const again = notThird(paper, by)
  if (again) return again
  const readers = [first.by, second.by, by]
  return [{ type: 'PaperSettled', ...of(paper), marks, where, readers, reason }]
}

const notBack = (): Answer => refuse('paper-not-back')

/** Lost, spoilt, not the one that was thought to be back, or the owner wants to vote anew: the sheet before is void from now on. */
const replace = (paper: StandingPaper, { reason }: CommandOf<'ReplacePaper'>, meta: Meta): Answer => {
  const by = asking(paper, meta, { grasp: 'reads', isTime: isGoingOut(paper, meta.now) })
  if (typeof by !== 'string') return by
  const { poll, voter, issue } = paper
  return [{ type: 'PaperReplaced', poll, voter, issue: issue + 1, by, reason }]
}

/** One written proxy stands for a unit, and one person for so many units (R1.13); a household needs none: anybody of it signs. */
const appoint = (paper: Of<'out'>, command: CommandOf<'AppointProxy'>, meta: Meta): Answer => {
  const by = asking(paper, meta, { grasp: 'reads', isTime: isComingIn(paper) })
  if (typeof by !== 'string') return by
  const { holder, name, document, held, barred } = command
  const { most } = proxyRuleFor(paper.rule.jurisdiction)
  if (!asksOwners(paper.rule)) return refuse('proxy-unfit')
  if (paper.proxy) return refuse('proxy-stands')
  if (barred) return refuse('proxy-barred')
  if (held >= most) return refuse('proxy-full', { most })
  return [{ type: 'ProxyAppointed', ...of(paper), holder, name, document, by }]
}

const revoke = (paper: Of<'out'>, { reason }: CommandOf<'RevokeProxy'>, meta: Meta): Answer => {
  const by = asking(paper, meta, { grasp: 'reads', isTime: isComingIn(paper) })
  if (typeof by !== 'string') return by
  return paper.proxy ? [{ type: 'ProxyRevoked', ...of(paper), reason, by }] : refuse('no-proxy')
}

/** Whoever counts may lay a picture beside a sheet, at any time: it is evidence, and changes nothing of what was read. */
const keepPicture = (paper: StandingPaper, { issue, picture }: CommandOf<'KeepPicture'>, meta: Meta): Answer => {
  const by = asking(paper, meta, { grasp: 'reads', isTime: true })
  if (typeof by !== 'string') return by
  return [{ type: 'PictureKept', ...of(paper), issue, by, picture, void: issue !== paper.issue }]
}

const PICTURED = { KeepPicture: keepPicture } as const
const GOING = { AppointProxy: appoint, RevokeProxy: revoke, DeliverPaper: deliver, NoteFailure: fail } as const

export const paperRules = rulebook<PaperBallot, PaperCommand, PaperEvent, PaperRefusal>(
  {
    absent: {},
    out: { ...PICTURED, ...GOING, ReturnPaper: bringBack, ReadPaper: notBack, ReplacePaper: replace },
    returned: { ...PICTURED, ReadPaper: readFirst, ReplacePaper: replace },
    'read-once': { ...PICTURED, ReadPaper: readAgain },
    differing: { ...PICTURED, SettlePaper: settle },
    settled: { ...PICTURED, ReplacePaper: replace },
  },
  evolvePaper,
)
