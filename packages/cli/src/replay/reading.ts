// Reads a case back through other routes than those that wrote it, and compares exactly: file, the raiser's link, board.
import type { Board } from '@yishi/contract/board'
import type { FollowView, MatterFile, StoryItem } from '@yishi/contract/matter'
import { MINUTE, millis } from '@yishi/domain/kernel'
import type { Course } from './course.ts'
import { ask } from './door.ts'
import { TOLD_TYPES, entriesOf, figuresIn, ordersOf, scoreOf, sortingOf } from './expected.ts'
import { type Finding, type Reading, type Told, compare, plain } from './finding.ts'
import { type Ground, type Installation, playerOf } from './installation.ts'
import { momentOf, raisedAt } from './moments.ts'
import type { Script, ScriptCase } from './script.ts'
import { readDraws } from './rooms/draw.ts'
import { readMeetings } from './rooms/meeting.ts'
import { readNotices } from './rooms/notice.ts'
import { readPolls } from './rooms/poll-reading.ts'
import { readProjects } from './rooms/project.ts'
import { readTicket } from './rooms/hotline.ts'

export type Mismatch = { readonly case: string } & Finding

/** What happened when, and in whose words, as those who handle the matter read it. */
const storyOf = (told: ScriptCase, story: readonly StoryItem[]): readonly Finding[] => {
  const expected = entriesOf(told)
  const found = story.filter(({ type }) => TOLD_TYPES.has(type))
  const moment = ({ type, at }: Pick<StoryItem, 'type' | 'at'>) => `${type} ${at}`
  const times = compare('story', expected.map(moment), found.map(moment))
  if (times.length > 0) return times
  return expected.flatMap(({ type, at, words }, index) =>
    compare(`words of ${type} at ${at}`, words, found[index]?.text ?? ''),
  )
}

const spansOf = (told: ScriptCase, story: readonly StoryItem[]): readonly Finding[] => {
  const entries = entriesOf(told)
  const foundAt = (id: string) => {
    const entry = entries.find((each) => each.id === id)
    return story.find(({ type, at }) => type === entry?.type && at === entry.at)?.at
  }
  return (told.spans ?? []).flatMap(({ what, from, to, minutes }) => {
    const [begin, end] = [foundAt(from), foundAt(to)]
    const found = begin && end ? (millis(end as `${string}Z`) - millis(begin as `${string}Z`)) / MINUTE : null
    return compare(`minutes: ${what}`, minutes, found)
  })
}

/** At each moment all figures that the steps of the case tell, and no others. */
const figuresOf = (told: ScriptCase, views: { readonly [view: string]: readonly StoryItem[] }): readonly Finding[] => {
  const moments = Map.groupBy(told.steps, ({ at }) => momentOf(raisedAt(told), at))
  return [...moments].flatMap(([moment, steps]) =>
    Object.entries(views).flatMap(([view, story]) => {
      const found = story.filter(({ at }) => at === moment).flatMap(({ figures }) => figures)
      return compare(`figures at ${steps[0]!.at} in ${view}`, plain(steps.flatMap(figuresIn)), plain(found))
    }),
  )
}

type Line = { readonly party: string; readonly status: string; readonly figures: readonly Told[] }

/** Written when the work was reported or done, and read here from where the matter keeps its figures. */
const orderFigures = (expected: readonly Line[], found: readonly Line[]): readonly Finding[] =>
  [...new Set(expected.map(({ party }) => party))].flatMap((party) => {
    const of = (lines: readonly Line[]) =>
      plain(lines.filter((line) => line.party === party).flatMap(({ figures }) => figures))
    return compare(`figures of the orders of ${party}`, of(expected), of(found))
  })

const ordersIn = (script: Script, told: ScriptCase, file: MatterFile): readonly Finding[] => {
  const expected = ordersOf(script, told)
  const found = file.orders.map(({ partyName, status, figures }) => ({ party: partyName, status, figures }))
  const statuses = (lines: readonly Line[]) => lines.map(({ party, status }) => `${party}: ${status}`).toSorted()
  const parties = (lines: readonly Line[]) => new Set(lines.map(({ party }) => party)).size
  return [
    ...compare('orders', statuses(expected), statuses(found)),
    ...compare('number of parties', parties(expected), parties(found)),
    ...orderFigures(expected, found),
  ]
}

/** What the raiser reads; of a ticket, which has no link, what its desk does. */
const raisingOf = (told: ScriptCase, file: MatterFile, view: FollowView | null): readonly Finding[] => {
  const { title, text, place } = view ?? file
  return [
    ...compare('title', told.title.zh, title),
    ...compare('text', told.raise.text, text),
    ...compare('channel', told.raise.channel, file.channel),
    ...compare('publicity', told.raise.publicity ?? 'nameless', file.publicity),
    ...compare('where', true, place.endsWith(told.raise.where)),
    ...compare('procedure', told.procedure.key, file.procedure.key),
  ]
}

const conventionsOf = (told: ScriptCase, story: readonly StoryItem[]): readonly Finding[] =>
  compare(
    'conventions',
    told.steps.flatMap((step) => (step.do === 'codify' ? [[step.with['title'], step.with['text']]] : [])),
    story.flatMap(({ type, facts, text }) => (type === 'ConventionRecorded' ? [[facts['title'], text]] : [])),
  )

const rowOf = (told: ScriptCase, board: Board): readonly Finding[] => {
  const [row] = board.rows
  if (!row) return compare('line on the board', told.title.zh, null)
  const { level, colour, size, kind, rating } = row
  const sorting = sortingOf(told)
  return [
    ...(sorting
      ? compare('sorting', [sorting.level, sorting.colour, sorting.size, sorting.kind], [level, colour, size, kind])
      : []),
    ...compare('rating', scoreOf(told), rating),
  ]
}

const endOf = ({ ends }: ScriptCase, file: MatterFile, view: FollowView | null): readonly Finding[] => {
  const { end } = view ?? file
  return ends.as === 'open'
    ? compare('end', ['open', ends.stage, null], [file.status, file.stage.key, end])
    : compare('end', ['closed', ends.as], [file.status, end])
}

export type ReadBack = { readonly closed: boolean; readonly mismatches: readonly Mismatch[] }

type Views = { readonly file: MatterFile; readonly view: FollowView | null; readonly board: Board }

const viewsOf = async ({ url, ground, course }: Reading): Promise<Views> => {
  const by = playerOf(ground, 'committee')
  const query = new URLSearchParams({ community: ground.community, search: course.code })
  const [file, view, board] = await Promise.all([
    ask<MatterFile>(url, { path: `/api/matters/${course.matter}`, by }),
    course.token === null ? null : ask<FollowView>(url, { path: `/api/follow/${course.token}` }),
    ask<Board>(url, { path: `/api/board?${query.toString()}`, by }),
  ])
  return { file, view, board }
}

const roomsOf = async (reading: Reading, views: Views): Promise<readonly Finding[]> => {
  const findings = await Promise.all([
    readMeetings(reading, views),
    readPolls(reading),
    readNotices(reading),
    readProjects(reading),
    readDraws(reading),
    readTicket(reading),
  ])
  return findings.flat()
}

export const readBack = async (
  { url }: Installation,
  ground: Ground,
  { script, told }: { readonly script: Script; readonly told: ScriptCase },
  course: Course,
): Promise<ReadBack> => {
  const reading = { url, ground, script, told, course }
  const views = await viewsOf(reading)
  const { file, view, board } = views
  const stories = { 'the file': file.story, ...(view ? { 'the link': view.story } : {}) }
  const end = endOf(told, file, view)
  const findings = [
    ...raisingOf(told, file, view),
    ...storyOf(told, file.story),
    ...spansOf(told, (view ?? file).story),
    ...figuresOf(told, stories),
    ...conventionsOf(told, (view ?? file).story),
    ...ordersIn(script, told, file),
    ...rowOf(told, board),
    ...(await roomsOf(reading, views)),
    ...end,
  ]
  return { closed: end.length === 0, mismatches: findings.map((finding) => ({ case: told.id, ...finding })) }
}
