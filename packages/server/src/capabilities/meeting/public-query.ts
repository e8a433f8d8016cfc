// What anyone may see of a meeting who has the address of its page: seats and parties, no private name; what was talked about only of a public matter.
import type { PublicMeeting } from '@yishi/contract/meeting-pages'
import type { Instant } from '@yishi/domain/kernel'
import { type StandingMeeting, quorumOf, signInOpens } from '@yishi/domain/meeting'
import type { Publicity } from '@yishi/domain/matter'
import { maskName, maskText } from '@yishi/domain/privacy'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'
import { meetingLines, publicTitle } from '../matter/index.ts'
import { roundOf, votesOf } from './file-query.ts'
import { readMeeting } from './store.ts'

type Around = {
  code: string
  title: string
  raiser_name: string | null
  publicity: Publicity
  name: string
  streetOffice: string | null
}

const around = async (trx: Transaction, { community, matter }: StandingMeeting): Promise<Around> => {
  const { rows } = await sql<Around>`
    select m.code, m.title, m.raiser_name, m.publicity, c.name,
      (select name from app.street_office o where o.street_office_id = c.street_office_id) as "streetOffice"
    from app.matter m join app.community c on c.id = m.community_id
    where m.community_id = ${community} and m.matter_id = ${matter}`.execute(trx)
  return rows[0]!
}

const partyNames = async (trx: Transaction, { community }: StandingMeeting): Promise<ReadonlyMap<string, string>> => {
  const rows = await trx
    .selectFrom('party')
    .select(['party_id', 'name'])
    .where('community_id', '=', community)
    .execute()
  return new Map<string, string>(rows.map(({ party_id, name }) => [party_id, name]))
}

/** Written down where no name is known; they name nobody, and stand in every other sentence. */
const PEOPLE_AT_LARGE = ['居民', '业主', '村民', '租户', '商户', '党员', '志愿者'].flatMap((who) => [who, `${who}代表`])

/** Stars out the names of everybody who came or was invited, wherever they stand in a text; parties and seats keep theirs. */
const starring = ({ present, invited, seats }: StandingMeeting, raiser: string | null, parties: Iterable<string>) => {
  const known = new Set([...parties, ...PEOPLE_AT_LARGE, ...seats.flatMap(({ names }) => Object.values(names))])
  const names = [...present, ...invited].map(({ name }) => name).concat(raiser ?? [])
  const starred = [...new Set(names)].filter((name) => name.length > 1 && !known.has(name))
  const longestFirst = starred.toSorted((a, b) => b.length - a.length)
  return (text: string): string =>
    maskText(longestFirst.reduce((so, name) => so.replaceAll(name, maskName(name)), text))
}

const signInOf = (meeting: StandingMeeting, now: Instant): PublicMeeting['signIn'] => {
  if (meeting.status === 'sitting') return 'open'
  if (meeting.status !== 'called') return 'over'
  return now < signInOpens(meeting) ? 'not-yet' : 'open'
}

type Talk = NonNullable<PublicMeeting['talk']>

const talkOf = (meeting: StandingMeeting, { code, title, raiser_name }: Around, star: (text: string) => string) => {
  const held = meeting.status === 'closed' || meeting.status === 'minuted' ? meeting : null
  const talk: Omit<Talk, 'earlier'> = {
    title: star(meeting.title),
    matter: { code, title: publicTitle({ title, raiser_name }) },
    agenda: meeting.agenda.map(({ item, text }) => ({ item, text: star(text) })),
    now: meeting.status === 'sitting' ? (meeting.now?.item ?? null) : null,
    options: meeting.options.map(({ title, pros, cons, by, ...option }) => ({
      ...option,
      title: star(title),
      pros: pros.map(star),
      cons: cons.map(star),
      by: star(by),
    })),
    // What was said while too few were there decides nothing.
    resolutions: (held?.quorate ? held.resolutions : []).map(({ number, text, task }) => ({
      number,
      text: star(text),
      task: task && { partyName: task.partyName, what: star(task.what), by: task.by },
    })),
    votes: votesOf(meeting).map((vote) => ({ ...vote, question: star(vote.question) })),
    result: held?.result ?? null,
    quorate: held?.quorate ?? false,
    minutes: meeting.status === 'minuted' ? star(meeting.minutes.text) : null,
  }
  return talk
}

/** Null where there is no such meeting. */
export const readPublicMeeting = async (
  trx: Transaction,
  subject: Subject,
  now: Instant,
): Promise<PublicMeeting | null> => {
  const meeting = await readMeeting(trx, subject)
  if (!meeting) return null
  const about = await around(trx, meeting)
  const parties = await partyNames(trx, meeting)
  const star = starring(meeting, about.raiser_name, parties.values())
  const lines = await meetingLines(trx, { community: meeting.community, id: meeting.matter })
  const { round, earlier } = roundOf(lines, meeting.id)
  const isPublic = about.publicity !== 'closed'
  const { code, status, format, when, where, seats, quorum, invited, present } = meeting
  return {
    code,
    status,
    format,
    when,
    where,
    round,
    community: { id: meeting.community, name: about.name, streetOffice: about.streetOffice },
    cancelled: meeting.status === 'cancelled' ? star(meeting.reason) : null,
    seats: seats.map(({ key, names }) => ({ key, names, must: quorum.present.includes(key) })),
    places: invited.map(({ number, seat, party }) => ({
      number,
      seat,
      party: (party && parties.get(party)) ?? null,
      taken: present.some(({ invitee }) => invitee === number),
    })),
    quorum: quorumOf(meeting),
    signIn: signInOf(meeting, now),
    signInOpens: signInOpens(meeting),
    talk: isPublic
      ? { ...talkOf(meeting, about, star), earlier: earlier.map((line) => ({ ...line, title: star(line.title) })) }
      : null,
    asOf: now,
  }
}
