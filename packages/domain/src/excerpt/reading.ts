// From a pasted piece of chat to drafts of matters: who, where, what. Pure; nothing becomes a matter before a person has confirmed it.
import { type Refused, isRefused } from '../kernel/index.ts'
import { type Kind, suggestSorting, titleOf } from '../matter/index.ts'
import { type LinesRefusal, linesOf } from './lines.ts'
import { type Message, messagesOf } from './messages.ts'
import { type Ground, type Whereabouts, whereaboutsOf, withoutDoors } from './whereabouts.ts'
import { type Words, wordsIn } from './words.ts'

export type Draft = {
  readonly speaker: string | null
  readonly at: string | null
  readonly title: string
  readonly text: string
  readonly where: Whereabouts | null
  readonly kind: Kind | null
  /** Pictures and voices do not come along with a copy: whoever confirms is told how many there were. */
  readonly pictures: number
  readonly voices: number
  /** Neighbours who said right after it that it is the same with them. */
  readonly also: readonly string[]
}

export type ExcerptRead = {
  readonly drafts: readonly Draft[]
  readonly messages: number
  /** Messages that ask for nothing, so that somebody can see what was passed over. */
  readonly passed: number
}

type Spoken = Message & { readonly words: Words; readonly place: number }
type Growing = {
  readonly speaker: string | null
  readonly at: string | null
  readonly parts: string[]
  readonly also: string[]
  pictures: number
  voices: number
  last: number
}

/** So many messages later somebody's next words are about something else. */
const APART = 6
const MOST_DRAFTS = 60
const LONGEST_TEXT = 4000

const kindOf = (text: string): Kind | null => suggestSorting(text)?.kind ?? null

/** Who suffers from it is not what it is about. */
const ASIDE: ReadonlySet<Kind> = new Set(['care', 'neighbours', 'policy', 'property-service', 'other'])
const subjectOf = (text: string): Kind | null => {
  const kind = kindOf(text)
  return kind === null || ASIDE.has(kind) ? null : kind
}

/** Words of one speaker are about one thing, unless they plainly speak of another kind of thing. */
const goesOn = (growing: Growing, { words, speaker, place }: Spoken): boolean => {
  if (growing.speaker !== speaker || place - growing.last > APART || speaker === null) return false
  const [before, now] = [subjectOf(growing.parts.join('\n')), subjectOf(words.text)]
  return before === null || now === null || before === now
}

const begin = ({ speaker, at, words, place }: Spoken): Growing => ({
  speaker,
  at,
  parts: [words.text],
  also: [],
  pictures: words.pictures,
  voices: words.voices,
  last: place,
})

const take = (growing: Growing, { words, place }: Spoken): void => {
  if (words.kind === 'said') growing.parts.push(words.text)
  growing.pictures += words.pictures
  growing.voices += words.voices
  growing.last = place
}

const agree = (growing: Growing, { speaker, place }: Spoken): void => {
  growing.last = Math.max(growing.last, place)
  if (speaker !== null && speaker !== growing.speaker && !growing.also.includes(speaker)) growing.also.push(speaker)
}

/** Pictures sent before the first word belong to it. */
const grow = (spoken: readonly Spoken[]): readonly Growing[] => {
  const all: Growing[] = []
  const waiting = new Map<string | null, { pictures: number; voices: number }>()
  for (const message of spoken) {
    const { words, speaker, place } = message
    const own = all.findLast((growing) => growing.speaker === speaker)
    if (words.kind === 'said') {
      if (own && goesOn(own, message)) take(own, message)
      else {
        const early = waiting.get(speaker) ?? { pictures: 0, voices: 0 }
        const begun = begin(message)
        begun.pictures += early.pictures
        begun.voices += early.voices
        all.push(begun)
      }
      waiting.delete(speaker)
    } else if (words.pictures + words.voices > 0) {
      if (own && place - own.last <= APART) take(own, message)
      else waiting.set(speaker, { pictures: words.pictures, voices: words.voices })
    } else if (words.kind === 'agreeing' && all.length > 0) agree(all.at(-1)!, message)
  }
  return all
}

const HELLO =
  /^(?:大家好|各位邻居|各位|邻居们|你好|您好|请问一下|请问|居委会?|物业|老师|书记|主任|师傅|麻烦|群主|管理员|[，,。！!：:、~～\s])+/u

const titleIn = (text: string): string => {
  const said = text.replace(HELLO, '')
  return titleOf(withoutDoors(said === '' ? text : said))
}

const draftOf = (growing: Growing, ground: readonly Ground[], base: string): Draft => {
  const { speaker, at, parts, also, pictures, voices } = growing
  const text = parts.join('\n').slice(0, LONGEST_TEXT)
  const where = whereaboutsOf(ground, base, { speaker, text })
  return { speaker, at, title: titleIn(text), text, where, kind: kindOf(text), pictures, voices, also }
}

const spokenIn = (lines: readonly string[]): readonly Spoken[] =>
  messagesOf(lines).map((message, place) => ({ ...message, words: wordsIn(message.text), place }))

export type ReadingRefusal = LinesRefusal | 'too-many-drafts'

/** `base` is the path of the node whose group it was. */
export const readExcerpt = (
  text: string,
  ground: readonly Ground[],
  base: string,
): ExcerptRead | Refused<ReadingRefusal> => {
  const lines = linesOf(text)
  if (isRefused(lines)) return lines
  const spoken = spokenIn(lines)
  const drafts = grow(spoken).map((growing) => draftOf(growing, ground, base))
  if (drafts.length > MOST_DRAFTS) return { refused: 'too-many-drafts', detail: { most: MOST_DRAFTS } }
  const passed = spoken.filter(({ words }) => words.kind === 'chatter' || words.kind === 'system').length
  return { drafts, messages: spoken.length, passed }
}
