// Reads a case back through other routes than those that wrote it, and compares exactly: file, the raiser's link, board.
import type { Board } from '@yishi/contract/board'
import type { FollowView, MatterFile, StoryItem } from '@yishi/contract/matter'
import { MINUTE, millis } from '@yishi/domain/kernel'
import { ask } from './door.ts'
import { TOLD_TYPES, entriesOf, figuresIn, isOrderStep, ordersOf, scoreOf, sortingOf } from './expected.ts'
import type { Ground, Installation } from './installation.ts'
import { momentOf, raisedAt } from './moments.ts'
import type { Script, ScriptCase, ScriptStep } from './script.ts'
import type { Course } from './walking.ts'

export type Mismatch = {
  readonly case: string
  readonly what: string
  readonly expected: string
  readonly found: string
}
type Finding = Omit<Mismatch, 'case'>

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

const compare = (what: string, expected: unknown, found: unknown): readonly Finding[] => {
  const [wanted, got] = [shown(expected), shown(found)]
  return wanted === got ? [] : [{ what, expected: wanted, found: got }]
}

type Told = { readonly what: string; readonly kind: string; readonly value: string; readonly unit?: string | undefined }

/** Fields in one order, so that only what is said counts. */
const plain = (figures: readonly Told[]): readonly (readonly string[])[] =>
  figures.map(({ what, kind, value, unit }) => [what, kind, value, unit ?? ''])

const timesOf = (told: ScriptCase, story: readonly StoryItem[]): readonly Finding[] => {
  const entry = ({ type, at }: Pick<StoryItem, 'type' | 'at'>) => `${type} ${at}`
  const found = story.filter(({ type }) => TOLD_TYPES.has(type)).map((item) => entry(item))
  return compare(
    'story',
    entriesOf(told).map((item) => entry(item)),
    found,
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

const storyFigures = (story: readonly StoryItem[], told: ScriptCase, step: ScriptStep, party: string) =>
  story
    .filter(({ at, figures }) => at === momentOf(raisedAt(told), step.at) && figures.length > 0)
    .filter(({ facts }) => !isOrderStep(step) || facts['party'] === party)
    .flatMap(({ figures }) => figures)

const figuresOf = ({ parties }: Script, told: ScriptCase, views: { readonly [view: string]: readonly StoryItem[] }) =>
  told.steps
    .filter((step) => figuresIn(step).length > 0)
    .flatMap((step) =>
      Object.entries(views).flatMap(([view, story]) => {
        const found = storyFigures(story, told, step, parties[step.of ?? step.by]?.name ?? '')
        return compare(`figures of ${step.do} at ${step.at} in ${view}`, plain(figuresIn(step)), plain(found))
      }),
    )

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

const raisingOf = (told: ScriptCase, file: MatterFile, view: FollowView): readonly Finding[] => [
  ...compare('title', told.title.zh, view.title),
  ...compare('text', told.raise.text, view.text),
  ...compare('channel', told.raise.channel, file.channel),
  ...compare('publicity', told.raise.publicity ?? 'nameless', file.publicity),
  ...compare('where', true, view.place.endsWith(told.raise.where)),
  ...compare('procedure', told.procedure.key, file.procedure.key),
]

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

const endOf = ({ ends }: ScriptCase, file: MatterFile, view: FollowView): readonly Finding[] =>
  ends.as === 'open'
    ? compare('end', ['open', ends.stage, null], [file.status, file.stage.key, view.end])
    : compare('end', ['closed', ends.as], [file.status, view.end])

export type Reading = { readonly closed: boolean; readonly mismatches: readonly Mismatch[] }

export const readBack = async (
  { url }: Installation,
  ground: Ground,
  { script, told }: { readonly script: Script; readonly told: ScriptCase },
  course: Course,
): Promise<Reading> => {
  const desk = ground.players.get('committee') ?? null
  const file = await ask<MatterFile>(url, { path: `/api/matters/${course.matter}`, by: desk })
  const view = await ask<FollowView>(url, { path: `/api/follow/${course.token}` })
  const query = new URLSearchParams({ community: ground.community, search: course.code })
  const board = await ask<Board>(url, { path: `/api/board?${query.toString()}`, by: desk })
  const end = endOf(told, file, view)
  const findings = [
    ...raisingOf(told, file, view),
    ...timesOf(told, file.story),
    ...spansOf(told, view.story),
    ...figuresOf(script, told, { 'the file': file.story, 'the link': view.story }),
    ...ordersIn(script, told, file),
    ...rowOf(told, board),
    ...end,
  ]
  return { closed: end.length === 0, mismatches: findings.map((finding) => ({ case: told.id, ...finding })) }
}
