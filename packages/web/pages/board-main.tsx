// The living part of a community's page: what runs, how the clocks stand, what is under way, and the figures of the month.
import type { PublicMatter } from '@yishi/contract/matter'
import type { Language, Paging } from '@yishi/contract/pages'
import { BOARD_PER_PAGE, type MonthFigures, type PublicBoard } from '@yishi/contract/public-board'
import { AlertBanners } from '../design/alert.tsx'
import { ShapeIcon } from '../design/icons.tsx'
import { MatterList } from '../design/matter-list.tsx'
import { Card, Pager, Seal } from '../design/parts.tsx'
import { LIGHT_SHAPES } from '../design/status.tsx'
import { boardWords, bulletinInWords } from '../words/public-board.ts'
import { publicWords } from '../words/public.ts'

const SHAPES = { ...LIGHT_SHAPES, received: 'ring' } as const
const TONES = { ok: 'ok', warn: 'warn', bad: 'bad', received: 'info' } as const

type LightsGiven = {
  lights: PublicBoard['lights']
  which: readonly (keyof PublicBoard['lights'])[]
  lang: Language
}

/** Colour, shape and word, and how many; none is nothing to be alarmed at. */
export const Lights = ({ lights, which, lang }: LightsGiven) => (
  <ul className="lights">
    {which.map((light) => (
      <li key={light} className={`tone-${lights[light] > 0 ? TONES[light] : 'mute'}`}>
        <ShapeIcon shape={SHAPES[light]} />
        <b>{lights[light]}</b>
        <span>{boardWords[lang].lights[light]}</span>
      </li>
    ))}
  </ul>
)

export const Month = ({ month, lang }: { month: MonthFigures; lang: Language }) => {
  const words = boardWords[lang]
  const share = month.closed === 0 ? words.notYet : `${Math.round((month.inTime / month.closed) * 100)}%`
  const rating = month.rating === null ? words.notYet : words.points(month.rating)
  const figures = [
    [words.raised, words.pieces(month.raised)],
    [words.closed, words.pieces(month.closed)],
    [words.inTime, share],
    [words.rating, rating],
  ] as const
  return (
    <dl className="month">
      {figures.map(([what, value]) => (
        <div key={what}>
          <dt>{what}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

type Line = { mark: string; link: string; title: string; when: string }

/** What everybody may read, come to and vote on; what is only announced has no seal. */
const linesOf = ({ now, bulletins, asOf }: PublicBoard, lang: Language): readonly Line[] => {
  const words = boardWords[lang]
  const marks: Partial<Record<string, string>> = words.marks
  return [
    ...(now.what === 'meeting'
      ? [
          {
            mark: words.marks.meeting,
            link: `/meetings/${now.meeting.code}`,
            title: now.meeting.title,
            when: `${words.sitting} · ${now.meeting.where}`,
          },
        ]
      : []),
    ...bulletins.map((each) => ({
      mark: marks[each.what] ?? '',
      link: each.link,
      title: each.title,
      when: bulletinInWords(each, asOf, lang),
    })),
  ]
}

const Together = ({ board, lang }: { board: PublicBoard; lang: Language }) => {
  const lines = linesOf(board, lang)
  return lines.length === 0 ? null : (
    <Card title={boardWords[lang].together} className="together">
      {lines.map(({ mark, link, title, when }) => (
        <a className="notice-link" key={link} href={link}>
          {mark ? <Seal mark={mark} /> : <ShapeIcon shape="ring" />}
          <span>
            <span className="formal-kicker">{when}</span>
            <b>{title}</b>
          </span>
        </a>
      ))}
    </Card>
  )
}

type Given = {
  board: PublicBoard
  matters: readonly PublicMatter[]
  paging: Paging
  lang: Language
}

export const BoardMain = ({ board, matters, paging, lang }: Given) => {
  const [words, own] = [publicWords[lang], boardWords[lang]]
  return (
    <>
      <AlertBanners alerts={board.alerts} asOf={board.asOf} lang={lang} />
      <Together board={board} lang={lang} />
      <Card title={own.clocks}>
        <Lights lights={board.lights} which={['ok', 'warn', 'bad', 'received']} lang={lang} />
        {matters.length > 0 ? (
          <MatterList matters={matters} asOf={board.asOf} lang={lang} />
        ) : (
          <>
            <p>{words.none}</p>
            <p className="hint">{words.noneHint}</p>
          </>
        )}
        <Pager paging={paging} path={`/c/${board.community.id}`} lang={lang} />
      </Card>
      <Card title={own.month}>
        <Month month={board.month} lang={lang} />
      </Card>
    </>
  )
}

/** What the stream sends is the first page. */
export const firstPage = (board: PublicBoard, lang: Language) => {
  const paging = { page: 1, pages: Math.max(1, Math.ceil(board.total / BOARD_PER_PAGE)), total: board.total }
  return <BoardMain board={board} matters={board.matters.slice(0, BOARD_PER_PAGE)} paging={paging} lang={lang} />
}
