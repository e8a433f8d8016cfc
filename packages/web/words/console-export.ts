// The board as the rows of a workbook, in the reader's language: who took it out and when stands above all (水印).
import type { BoardRow, BoardSheet } from '@yishi/contract/board'
import { maskText } from '@yishi/domain/privacy'
import { boardWords } from './console-board.ts'
import { fullMoment } from './console-time.ts'
import { type Language, dictionary } from './dictionary.ts'
import { colourWords, kindWords, levelWords, phaseWords, sizeWords } from './kinds.ts'
import { listText } from './list-text.ts'

const exportWords = dictionary(
  {
    watermark: (by: string, at: string, where: string) =>
      `${by} 于 ${at} 从“一事”导出 · ${where} · 仅供工作使用，请勿外传`,
    cut: (rows: number, total: number) => `符合条件的共 ${total} 件，一次最多导出 ${rows} 件；请加筛选条件分几次导出。`,
    whole: (rows: number) => `共 ${rows} 件`,
    code: '编号',
    community: '居民区',
    stage: '环节',
    due: '到期时间',
    notes: '备注',
    rating: '评价',
  },
  {
    watermark: (by, at, where) => `Taken from Yishi by ${by} at ${at} · ${where} · for work only, not to be passed on`,
    cut: (rows, total) =>
      `${total} matters fit; at most ${rows} go into one workbook. Filter more closely and export in parts.`,
    whole: (rows) => (rows === 1 ? '1 matter' : `${rows} matters`),
    code: 'Code',
    community: 'Community',
    stage: 'Stage',
    due: 'Due',
    notes: 'Notes',
    rating: 'Rating',
  },
)

type Column = { readonly title: string; readonly cell: (row: BoardRow) => string }

const told =
  (lang: Language) =>
  <K extends string>(words: Readonly<Record<Language, Readonly<Record<K, string>>>>, key: K | null): string =>
    key === null ? '' : words[lang][key]

/** People type numbers into titles and places; none of them leaves the house. */
const columnsIn = (lang: Language): readonly Column[] => {
  const [words, board, named] = [exportWords[lang], boardWords[lang], told(lang)]
  return [
    { title: words.code, cell: ({ code }) => code },
    { title: words.community, cell: ({ community }) => community.name },
    { title: board.matter, cell: ({ title }) => maskText(title) },
    { title: words.notes, cell: ({ notes }) => notes.map((note) => board.notes[note] ?? note).join(' · ') },
    { title: board.kind, cell: ({ kind }) => named(kindWords, kind) },
    { title: board.level, cell: ({ level }) => named(levelWords, level) },
    { title: board.colour, cell: ({ colour }) => named(colourWords, colour) },
    { title: board.size, cell: ({ size }) => named(sizeWords, size) },
    { title: board.place, cell: ({ place }) => maskText(place) },
    { title: board.handler, cell: ({ handler }) => handler ?? '' },
    { title: board.party, cell: ({ party }) => party ?? '' },
    { title: board.phase, cell: ({ phase }) => named(phaseWords, phase) },
    { title: words.stage, cell: ({ stage }) => stage[lang] },
    { title: words.due, cell: ({ clock }) => (clock ? fullMoment(clock.due) : '') },
    { title: board.raisedAt, cell: ({ raisedAt }) => fullMoment(raisedAt) },
    { title: board.photos, cell: ({ photos }) => String(photos) },
    { title: words.rating, cell: ({ rating }) => (rating === null ? '' : String(rating)) },
  ]
}

export const boardSheet = ({ by, at, communities, rows, total }: BoardSheet, lang: Language) => {
  const [words, columns] = [exportWords[lang], columnsIn(lang)]
  return [
    [words.watermark(by, fullMoment(at), listText(communities, lang))],
    [rows.length < total ? words.cut(rows.length, total) : words.whole(rows.length)],
    columns.map(({ title }) => title),
    ...rows.map((row) => columns.map(({ cell }) => cell(row))),
  ]
}
