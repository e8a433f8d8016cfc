// The scanner for unmasked personal data: which of the seeded secrets somebody may read, and which of them stand in an answer.
import { TALKERS } from './expectations/meeting.ts'
import { READERS } from './expectations/rows.ts'
import { SECRETS } from './secrets.ts'
import { CALLERS, type Caller, PEOPLE } from './people.ts'

type Secret = { readonly what: string; readonly text: string; readonly audience: ReadonlySet<Caller> }

const secret = (what: string, text: string, ...audience: readonly Caller[]): Secret => ({
  what,
  text,
  audience: new Set(audience),
})

const HANDLERS: readonly Caller[] = READERS
const WITH_LINK: readonly Caller[] = [...READERS, 'link-holder']
/** On their own page people read the titles of what they raised themselves. */
const WITH_TITLE: readonly Caller[] = [...WITH_LINK, 'raiser']
/** In a story, handlers and whoever holds its link read who of the committee did what. */
const NAMED_IN_STORIES: ReadonlySet<string> = new Set(['staff', 'building-leader', 'grid-worker-here', 'raiser'])

/** The list of those who work here, without their numbers. */
const COLLEAGUES: readonly Caller[] = ['staff', 'branch', 'street-office']

const people = Object.entries(PEOPLE).flatMap(([key, { name, phone }]) => {
  const self = key as Caller
  const works = key !== 'raiser' && key !== 'neighbour'
  const told = [...(NAMED_IN_STORIES.has(key) ? WITH_LINK : []), ...(works ? COLLEAGUES : [])]
  const numbers = key === 'raiser' ? HANDLERS : []
  return [
    secret(`name of ${key}`, name, self, ...told, ...(key === 'grid-worker-here' || key === 'staff' ? CALLERS : [])),
    secret(`number of ${key}`, phone, ...numbers),
  ]
})

const ALL: readonly Secret[] = [
  secret('the words of a matter', SECRETS.words, ...WITH_LINK),
  secret('the door', SECRETS.door, ...WITH_LINK),
  secret('the task of an order', SECRETS.task, ...HANDLERS),
  secret('a remark', SECRETS.remark, ...WITH_LINK),
  secret('a number typed into a title', SECRETS.typedPhone, ...WITH_TITLE),
  secret('an identity number typed into a title', SECRETS.typedId, ...WITH_TITLE),
  secret('the words of an objection', SECRETS.objection, 'staff', 'branch'),
  secret('the title of a closed matter', SECRETS.closedTitle, ...HANDLERS, 'raiser'),
  secret('a number typed into a notice', SECRETS.alertPhone),
  secret('an identity number typed into a notice', SECRETS.alertId),
  secret('a door typed into a notice', SECRETS.alertDoor),
  secret('a door that nobody has told', SECRETS.flat, 'building-leader', 'grid-worker-here', 'staff', 'branch'),
  secret('the name on a claim', SECRETS.claimed, 'staff'),
  secret('where a resignation lies', SECRETS.resignation, 'staff', 'branch'),
  secret('the name of somebody invited', SECRETS.invited, ...TALKERS),
  secret('the name of a voter', SECRETS.registered, 'staff', 'branch', 'street-office', 'volunteer', 'counsel'),
  ...people,
]

/** What stands in the answer although this caller may not read it. */
export const leaksIn = (caller: Caller, text: string): readonly string[] =>
  ALL.filter(({ text: words, audience }) => !audience.has(caller) && text.includes(words)).map(({ what }) => what)
