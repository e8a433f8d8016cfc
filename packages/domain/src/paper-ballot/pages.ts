// How the questions of one sheet lie on pages of A4 (RULES R1.53): one page holds most agendas; the names of an election need room, and every page carries the same code.
import { type CandidatesQuestion, type Question, byKind } from '../poll/index.ts'

type Asked = { readonly question: Question }

/** One question on one page, or as many of its names as the page has room for. */
export type PagePart = {
  readonly number: number
  /** Keys of the candidates that stand on this page; null where the whole question does. */
  readonly names: readonly string[] | null
  /** It began on the page before. */
  readonly continued: boolean
}
export type SheetPage = readonly PagePart[]

/** Millimetres of the 277 between the margins of A4 that questions have: on the first page beside head, explanation, signature and receipt, on each further one beside a short head and the signature. */
const FIRST_ROOM = 150
const FURTHER_ROOM = 220
/** What each question after the second adds to the explanation on the first page: what its silence means. */
const EXPLAINED = 5

/** Between two questions, and around what stands in one. */
const GAP = 3
const FRAME = 8
const HEADING = 6.2
const TEXT = 5.4
const HEADING_COLUMNS = 37
const BOX = 12
const BOXES_IN_ROW = 3
const BOX_COLUMNS = 8
const BOX_LINE = 6.6
/** How a preference is filled in and what voids it, in as many lines as English needs; and the abstention, with room around it. */
const FILLED_IN_LINES = { ranked: 4, scored: 3, approval: 2, limited: 2 } as const
const ABSTENTION = 14
const NAMES_HEAD = 8
const NAMES_INTRODUCED = 2 * TEXT + 2
const NAME = 8
const NAME_LINE = 6.2
const NAME_COLUMNS = { each: 22, limited: 32 } as const

/** Lines of so many Chinese characters; other letters are about half as wide. */
const linesOf = (text: string, columns: number): number => {
  const width = [...text].reduce((sum, letter) => sum + (letter.codePointAt(0)! < 0x2e80 ? 0.6 : 1), 0)
  return Math.max(1, Math.ceil(width / columns))
}

const headOf = ({ text }: Question): number => FRAME + HEADING * linesOf(text, HEADING_COLUMNS)

const nameHeight = ({ marking }: CandidatesQuestion, name: string): number =>
  Math.max(NAME, NAME_LINE * linesOf(name, NAME_COLUMNS[marking]) + 1.8)

/** All of an election but the names themselves. */
const aroundNames = (question: CandidatesQuestion): number => headOf(question) + NAMES_INTRODUCED + NAMES_HEAD

const rowsHeight = (texts: readonly string[]): number => {
  const rows = Math.ceil(texts.length / BOXES_IN_ROW)
  return Array.from({ length: rows }, (_, row) => {
    const lines = texts.slice(row * BOXES_IN_ROW, (row + 1) * BOXES_IN_ROW).map((text) => linesOf(text, BOX_COLUMNS))
    return Math.max(BOX, Math.max(...lines) * BOX_LINE + 5.6)
  }).reduce((sum, height) => sum + height, 0)
}

const heightOf = (question: Question): number =>
  byKind(question, {
    proposal: (each) => headOf(each) + BOX,
    // The last box is the abstention.
    options: (each) => headOf(each) + TEXT + rowsHeight([...each.options.map(({ text }) => text), '']),
    preference: (each) =>
      headOf(each) + FILLED_IN_LINES[each.type] * TEXT + ABSTENTION + rowsHeight(each.options.map(({ text }) => text)),
    names: (each) => each.options.reduce((sum, { text }) => sum + nameHeight(each, text), aroundNames(each)),
  })

type Laid = { readonly pages: readonly SheetPage[]; readonly room: number }

const onNext = ({ pages }: Laid, part: PagePart, height: number): Laid => ({
  pages: [...pages, [part]],
  room: FURTHER_ROOM - height - GAP,
})

const onSame = ({ pages, room }: Laid, part: PagePart, height: number): Laid => ({
  pages: [...pages.slice(0, -1), [...pages.at(-1)!, part]],
  room: room - height - GAP,
})

/** Names that are more than a page holds go on over the next one, in their order. */
const spread = (laid: Laid, number: number, question: CandidatesQuestion): Laid => {
  let here = laid
  let names: string[] = []
  let left = FURTHER_ROOM - aroundNames(question)
  let continued = false
  for (const { key, text } of question.options) {
    const height = nameHeight(question, text)
    if (names.length > 0 && height > left) {
      here = onNext(here, { number, names, continued }, FURTHER_ROOM)
      continued = true
      names = []
      left = FURTHER_ROOM - aroundNames(question)
    }
    names = [...names, key]
    left -= height
  }
  return onNext(here, { number, names: continued ? names : null, continued }, FURTHER_ROOM - left)
}

const lay = (laid: Laid, { question }: Asked, index: number): Laid => {
  const number = index + 1
  const height = heightOf(question)
  const whole = { number, names: null, continued: false }
  if (height <= laid.room) return onSame(laid, whole, height)
  if (height <= FURTHER_ROOM || question.type !== 'candidates') return onNext(laid, whole, height)
  return spread(laid, number, question)
}

/** Whether its height has to be reckoned with: so has never been that of questions that are one row of boxes. */
const needsRoom = ({ question }: Asked): boolean =>
  byKind(question, { proposal: () => false, options: () => false, preference: () => true, names: () => true })

/** Of all questions that were announced, in their order. Only where people are elected by name, or options ranked, scored or ticked, beside others is there more than one page: other sheets stay as they have always been. */
export const pagesOf = (asked: readonly Asked[]): readonly SheetPage[] => {
  const mixed = asked.length > 1 && asked.some(needsRoom)
  if (!mixed) return [asked.map((_, index) => ({ number: index + 1, names: null, continued: false }))]
  return asked.reduce<Laid>(lay, { pages: [[]], room: FIRST_ROOM - EXPLAINED * (asked.length - 2) }).pages
}
