// A draw as the words of its poster: before the numbers what is drawn from what, afterwards who was drawn, and always how anybody checks it.
import type { DrawView, SourceView } from '@yishi/contract/draw'
import type { PosterSheet } from '@yishi/contract/notice'
import { type LocalDate, localDateOf } from '@yishi/domain/calendar'
import type { Instant } from '@yishi/domain/kernel'
import { type Language, dictionary } from './dictionary.ts'
import { drawWords, lastObjectionDay, sourceInWords, whenKnown } from './draw.ts'
import { fullDay, plainMoment } from './moments.ts'
import { inFours, noticeWords, paragraphsOf } from './notice.ts'

type Head = Readonly<Record<DrawView['status'], string>>
type Box = readonly [head: string, text: string]

const zh = {
  head: {
    announced: '抽签公告',
    drawn: '抽签结果',
    objected: '抽签结果',
    settled: '抽签结果',
    annulled: '抽签作废',
  } as Head,
  lots: (name: string, pool: number, count: number, lots: string) =>
    `${name === '' ? '签池' : `签池（${name}）`}：一共 ${pool} 支，抽 ${count} 支，按这个次序数。${lots}`,
  lot: (n: number, lot: string) => `${n}）${lot}`,
  source: (source: string, at: string, numbers: string) =>
    `号源：${source}，${at} 公布${numbers === '' ? '' : `，是 ${numbers}`}。`,
  numbers: '、',
  waiting: ['不用托人，也托不了人：', '签和号源都已写定，谁也改不了；号码公布以后当场算出结果，扫码就能看。'] as Box,
  objecting: (day: string): Box => [
    '有不同意见：',
    `请在 ${day} 24:00 前扫码提出，也可以到居委会当面说。每条意见都会答复。`,
  ],
  over: ['结果生效：', '提意见的日子已经过了。每一步都还留在页面上，随时可以核对。'] as Box,
  void: ['这次不作数：', '签池、号码和原因都留在页面上，大家可以核对。'] as Box,
  check: '怎么核对：扫码打开这次抽签的页面，每一步怎么算的都写着；也可以下载抽签文件，在自己的电脑上再算一遍。',
  caption: '扫码看每一步',
}

const en: typeof zh = {
  head: { announced: 'Draw announced', drawn: 'Drawn', objected: 'Drawn', settled: 'Drawn', annulled: 'Draw void' },
  lots: (name, pool, count, lots) =>
    `${name === '' ? 'Lots' : `Lots (${name})`}: ${pool}, of which ${count} are drawn, counted in this order. ${lots}`,
  lot: (n, lot) => `${n})\u00A0${lot}`,
  source: (source, at, numbers) => `Numbers: ${source}, public ${at}${numbers === '' ? '' : `: ${numbers}`}.`,
  numbers: ', ',
  waiting: [
    'Nobody can help it along: ',
    'lots and sources are fixed. The result is computed as soon as the numbers are public; scan the code to see it.',
  ],
  objecting: (day) => [
    'You see it differently? ',
    `Scan the code until ${day}, 24:00, or tell the committee in person. Every objection is answered.`,
  ],
  over: [
    'The result stands: ',
    'the days for objections are over. Every step stays on the page for everybody to check.',
  ],
  void: ['It does not count: ', 'lots, numbers and the reason stay on the page for everybody to check.'],
  check:
    'How to check: scan the code; the page shows every step, and its file lets you compute the draw again on your own computer.',
  caption: 'Scan to see every step',
}

const drawPosterWords = dictionary(zh, en)

type Given = { readonly draw: DrawView; readonly lang: Language }

const boxOf = ({ draw: { status, objectableUntil }, lang }: Given): Box => {
  const words = drawPosterWords[lang]
  if (status === 'announced') return words.waiting
  if (status === 'annulled') return words.void
  return status === 'settled' || objectableUntil === null
    ? words.over
    : words.objecting(lastObjectionDay(objectableUntil, lang))
}

const numbersOf = ({ outcome }: SourceView, lang: Language): string =>
  outcome ? (outcome.randomness ?? outcome.numbers.join(drawPosterWords[lang].numbers)) : ''

const groundsOf = ({ draw: { rounds, sources }, lang }: Given): string[] => {
  const words = drawPosterWords[lang]
  return [
    ...rounds.map(({ name, pool, count }) =>
      words.lots(name, pool.length, count, pool.map((lot, at) => words.lot(at + 1, lot)).join('\u2003')),
    ),
    ...sources.map((source) =>
      words.source(sourceInWords(source, lang), plainMoment(source.at, lang), numbersOf(source, lang)),
    ),
    words.check,
  ]
}

/** What comes first: why it does not count, or how many were drawn, or that nobody can know it yet. */
const standingOf = ({ draw, lang }: Given): string[] => {
  const words = drawWords[lang]
  if (draw.annulled) return [draw.annulled.reason === '' ? words.annulledByStage : words.annulled(draw.annulled.reason)]
  if (!draw.result) return [words.waiting(whenKnown(draw, lang))]
  const first = draw.rounds[0]!
  return [words.resultOf(first.count, first.pool.length)]
}

const tableOf = ({ draw: { rounds, result }, lang }: Given) => {
  const words = drawWords[lang]
  const names = rounds.map(({ name }, round) => (round > 0 && name !== '' ? name : words.lot))
  return {
    columns: ['narrow', ...rounds.map(() => 'wide' as const)] as const,
    figuresHead: [words.turn, ...names],
    figures: (result?.turns ?? []).map((turn, at) => [words.turnNumber(at + 1), ...turn]),
  }
}

const proofOf = ({ draw: { fingerprint, digest }, lang }: Given): string[] => {
  const { leaf, checkpoint } = noticeWords[lang]
  const lines = fingerprint ? [leaf(inFours(fingerprint.leaf))] : []
  if (fingerprint?.size && fingerprint.root) lines.push(checkpoint(fingerprint.size, inFours(fingerprint.root)))
  return [lines.join(' · '), drawWords[lang].digest(digest)].filter(Boolean)
}

export const drawPosterSheet = (draw: DrawView, lang: Language): PosterSheet => {
  const given = { draw, lang }
  const words = drawPosterWords[lang]
  const [head, text] = boxOf(given)
  const day = localDateOf((draw.drawnAt ?? draw.announcedAt) as Instant)
  return {
    head: words.head[draw.status],
    title: draw.title,
    number: drawWords[lang].announced(plainMoment(draw.announcedAt, lang)),
    period: drawWords[lang].status[draw.status],
    paragraphs: [...paragraphsOf(draw.text), ...standingOf(given)],
    ...tableOf(given),
    after: groundsOf(given),
    box: { head, text },
    caption: words.caption,
    signed: [draw.community.name, fullDay(day as LocalDate, lang)],
    proof: proofOf(given),
    page: noticeWords[lang].poster.page,
  }
}
