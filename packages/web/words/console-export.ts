// The board as the rows of a workbook, in the reader's language: who took it out and when stands above all (水印).
import type { BoardRow, BoardSheet } from '@yishi/contract/board'
import { maskText } from '@yishi/domain/privacy'
import { boardWords } from './console-board.ts'
import { fullMoment } from './console-time.ts'
import { type Language, dictionary } from './dictionary.ts'
import { colourWords, kindWords, levelWords, phaseWords, sizeWords } from './kinds.ts'

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

const header = (lang: Language): readonly string[] => {
  const [words, board] = [exportWords[lang], boardWords[lang]]
  const { code, community, stage, due, notes, rating } = words
  const { matter, kind, level, colour, size, place, handler, party, phase, raisedAt, photos } = board
  return [
    ...[code, community, matter, notes, kind, level, colour, size, place, handler, party, phase, stage],
    ...[due, raisedAt, photos, rating],
  ]
}

/** People type numbers into titles and places; none of them leaves the house. */
const line = (row: BoardRow, lang: Language): readonly string[] => {
  const told = <K extends string>(words: Readonly<Record<Language, Readonly<Record<K, string>>>>, key: K | null) =>
    key === null ? '' : words[lang][key]
  const notes = row.notes.map((note) => boardWords[lang].notes[note] ?? note)
  return [
    ...[row.code, row.community.name, maskText(row.title), notes.join(' · ')],
    ...[
      told(kindWords, row.kind),
      told(levelWords, row.level),
      told(colourWords, row.colour),
      told(sizeWords, row.size),
    ],
    ...[maskText(row.place), row.handler ?? '', row.party ?? '', told(phaseWords, row.phase), row.stage[lang]],
    row.clock ? fullMoment(row.clock.due) : '',
    fullMoment(row.raisedAt),
    String(row.photos),
    row.rating === null ? '' : String(row.rating),
  ]
}

export const boardSheet = ({ by, at, communities, rows, total }: BoardSheet, lang: Language) => {
  const words = exportWords[lang]
  return [
    [words.watermark(by, fullMoment(at), communities.join(lang === 'zh' ? '、' : ', '))],
    [rows.length < total ? words.cut(rows.length, total) : words.whole(rows.length)],
    header(lang),
    ...rows.map((row) => line(row, lang)),
  ]
}
