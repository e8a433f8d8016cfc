// The circles in which a matter is talked over: who sits there and how many must come. A meeting takes these as its beginning and may be called differently.
import type { PartyId, Role } from '../kernel/index.ts'
import { type Names, type Procedure, type Seating, type Stage, type TalkFormat, seatOf } from '../procedure/index.ts'
import { MORE_THAN_HALF, type Share } from './quorum.ts'

export type FormatSeat = { readonly key: string; readonly names: Names; readonly roles: readonly Role[] }

export type MeetingFormat = {
  readonly names: Names
  /** Empty where the seats of the stage itself come together. */
  readonly seats: readonly FormatSeat[]
  /** Whether each of its seats has to be taken. */
  readonly everySeat: boolean
  readonly share: Share | null
  /** Whose practice or which rule this is; ours where none is told. */
  readonly source: string
}

const seat = (key: string, zh: string, en: string, ...roles: readonly Role[]): FormatSeat => ({
  key,
  names: { zh, en },
  roles,
})

export const HALF_OF_INVITED: Share = { seat: null, members: null, ...MORE_THAN_HALF }
const OURS = 'ours'

export const MEETING_FORMATS: { readonly [Format in TalkFormat]: MeetingFormat } = {
  'five-party': {
    names: { zh: '五方会谈', en: 'Five-party talks' },
    seats: [
      seat('branch', '社区党组织', 'Party organisation', 'branch'),
      seat('members', '党员代表', 'Party members', 'partner', 'volunteer'),
      seat('owners', '业委会', "Owners' committee", 'owners-committee'),
      seat('property', '物业公司', 'Property company', 'property'),
      seat('neighbours', '居民代表', 'Residents', 'resident', 'building-leader'),
    ],
    everySeat: true,
    share: null,
    source: '银川安居苑社区五方会谈',
  },
  'party-members': {
    names: { zh: '党员议事厅', en: "Party members' hall" },
    seats: [],
    everySeat: false,
    share: HALF_OF_INVITED,
    source: '上海金山凤凰城居民区党员议事厅',
  },
  joint: {
    names: { zh: '联席会议', en: 'Joint meeting' },
    seats: [],
    everySeat: false,
    share: HALF_OF_INVITED,
    source: OURS,
  },
  hall: {
    names: { zh: '议事厅', en: 'Deliberation hall' },
    seats: [
      seat('branch', '党组织', 'Party organisation', 'branch'),
      seat('members', '报到党员、流动党员', 'Registered and mobile party members', 'partner', 'volunteer'),
      seat('owners', '业委会', "Owners' committee", 'owners-committee'),
      seat('property', '物业公司', 'Property company', 'property'),
      seat('counsel', '法律顾问', 'Counsel', 'counsel'),
      seat('police', '社区民警', 'Police', 'police'),
      seat('neighbours', '居民代表', 'Residents', 'resident', 'building-leader'),
    ],
    everySeat: false,
    share: HALF_OF_INVITED,
    source: '上海松江翠鑫苑居民区“鑫”声畅言议事厅',
  },
  'owners-committee': {
    names: { zh: '业委会会议', en: "Owners' committee session" },
    seats: [
      seat('owners', '业委会委员', "Owners' committee", 'owners-committee'),
      seat('committee', '居委会', 'Residents’ committee', 'staff'),
    ],
    everySeat: false,
    share: { seat: 'owners', members: null, ...MORE_THAN_HALF },
    source: '《业主大会和业主委员会指导规则》第三十九条：全体委员过半数出席',
  },
  open: { names: { zh: '开放议事', en: 'Open talk' }, seats: [], everySeat: false, share: null, source: OURS },
  'neighbourhood-spot': {
    names: { zh: '邻里议事点', en: 'Neighbourhood spot' },
    seats: [],
    everySeat: false,
    share: null,
    source: OURS,
  },
  bench: {
    names: { zh: '板凳议事', en: 'Bench talk' },
    seats: [
      seat('committee', '居委会', 'Residents’ committee', 'staff'),
      seat('owners', '业委会', "Owners' committee", 'owners-committee'),
      seat('neighbours', '居民', 'Residents', 'resident', 'building-leader'),
    ],
    everySeat: false,
    share: null,
    source: '中卫华西社区小板凳议事会；上海松江平复苑板凳课堂',
  },
  online: { names: { zh: '线上议事', en: 'Online talk' }, seats: [], everySeat: false, share: null, source: OURS },
}

const asked = (stage: Stage): readonly string[] => (stage.act === 'discuss' ? stage.settings.present : [])

/** What the stage asks for holds whatever the meeting's own format says. */
export const seatsToTake = (format: TalkFormat, stage: Stage): readonly string[] => {
  const { everySeat, seats } = MEETING_FORMATS[format]
  return [...new Set([...asked(stage), ...(everySeat ? seats.map(({ key }) => key) : [])])]
}

/** The seats of the format, or those of the stage; what the stage asks for is always among them. */
export const seatsAt = (format: TalkFormat, procedure: Procedure, stage: Stage): readonly FormatSeat[] => {
  const { seats } = MEETING_FORMATS[format]
  const keys = [...(seats.length > 0 ? [] : stage.actors), ...asked(stage)]
  const own = [...new Set(keys)].filter((key) => !seats.some((seat) => seat.key === key))
  return [...seats, ...own.map((key) => seatOf(procedure, key))]
}

/** The party that fills a seat in this community; null where people are asked by name. */
export const partyFor = ({ roles }: FormatSeat, seating: Seating): PartyId | null =>
  roles.map((role) => seating[role]).find((party) => party !== undefined) ?? null
