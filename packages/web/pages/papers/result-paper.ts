// The result of a poll as a document: its figures, shares, sums and the article relied on (R1.63); as a certificate also how anybody recomputes it. No name, no choice of anybody (R3.10).
import type { DocumentBlock, DocumentSheet } from '@yishi/contract/document'
import type { CertificateFacts, ResultPaper } from '@yishi/contract/poll-page'
import type { PollResult } from '@yishi/contract/poll-result'
import { localDateOf } from '@yishi/domain/calendar'
import type { Instant, Language } from '@yishi/domain/kernel'
import { isPreference } from '@yishi/domain/poll'
import { rowsOf, sharesOf } from '../../design/poll-result.tsx'
import { candidatesWords } from '../../words/candidates.ts'
import { endDay } from '../../words/moments.ts'
import { amountText, articlesOf, choiceText, lawOf278, pollWords, ruleSentences } from '../../words/poll.ts'
import { resultPaperWords } from '../../words/result-paper.ts'
import { cameTo, resultSentence } from '../../words/result-sentence.ts'
import { sumsApart } from '../../words/result-sums.ts'
import { countBlocks } from './count-blocks.ts'

type Decided = Pick<ResultPaper, 'question' | 'rule' | 'totals' | 'assembly' | 'matter' | 'openedAt' | 'decidedAt'>
type Row = readonly [string, string]

const day = (at: string): string => localDateOf(at as Instant)

/** Most rules have their articles in their names. */
const ruleName = (rule: ResultPaper['rule'], lang: Language): string => {
  const [name, articles] = [rule.names[lang], articlesOf(rule, lang)]
  return articles === '' || name.includes(articles) ? name : `${name} (${articles})`
}

/** Matter, dates and units asked: what all questions of one assembly share. */
export const sharedFactsOf = ({ matter, assembly, openedAt, decidedAt }: Decided, lang: Language): readonly Row[] => {
  const words = pollWords[lang]
  const until = assembly ? endDay(assembly.closesAt) : decidedAt && day(decidedAt)
  const from = day(assembly?.opensAt ?? openedAt)
  return [
    [words.sheetMatter, `${matter.code} ${matter.title}`],
    [words.sheetDates, until ? words.from(from, until) : from],
    ...(assembly?.scope.name ? [[words.sheetScope, assembly.scope.name] as const] : []),
  ]
}

/** Question, rule, silence, and the sentence of the law: what each question has of its own. */
export const ownFactsOf = ({ question, rule, assembly }: Decided, lang: Language): readonly Row[] => {
  const words = pollWords[lang]
  const law = lawOf278(rule, lang)
  const silence = assembly && words.silence[assembly.regime]
  return [
    [words.sheetQuestion, question.text],
    [words.sheetRule, [ruleName(rule, lang), ...ruleSentences(rule, lang)].join('\n')],
    ...(assembly
      ? [[words.sheetRegime, `${silence}${assembly.basis ? ` ${words.basis(assembly.basis)}` : ''}`] as const]
      : []),
    ...(law ? [[words.sheetLaw, law] as const] : []),
  ]
}

/** In the order in which one paper of one question says them. */
export const factsOf = (decided: Decided, lang: Language): readonly Row[] => {
  const [matter, ...shared] = sharedFactsOf(decided, lang)
  const [question, rule, ...own] = ownFactsOf(decided, lang)
  return [matter!, question!, rule!, ...shared, ...own]
}

type FiguresRow = ReturnType<typeof rowsOf>[number]

/** Owners who take part are called so by the law, whether all of them voted or not; where some of their ballots are invalid, more have come back than take part. */
const asInLaw = (rows: readonly FiguresRow[], { rule }: Decided, lang: Language): readonly FiguresRow[] => {
  const [words, poll] = [resultPaperWords[lang], pollWords[lang]]
  if (rule.electorate !== 'owners') return rows
  const fewer = rows.some(({ name }) => name === poll.participants || name === poll.returned)
  const names = new Map([
    [poll.present, fewer ? poll.returned : words.took],
    [poll.participants, words.took],
    [poll.returned, words.took],
  ])
  return rows.map((row) => ({
    ...row,
    name: names.get(row.name) ?? row.name,
    whole: row.whole === poll.ofPresent ? poll.ofParticipants : row.whole,
  }))
}

/** One row for each line of figures: what, how much of each measure, and which share that is. */
const figuresTable = (shown: Decided, result: PollResult, lang: Language): DocumentBlock => {
  const words = resultPaperWords[lang]
  const { measures } = shown.rule
  const amounts = (of: (typeof shown)['totals']) => measures.map((measure) => amountText(of, measure, lang)).join('\n')
  const rows = asInLaw(rowsOf({ shown, result, lang }), shown, lang).map((row) => [
    row.name,
    amounts(row.amounts),
    sharesOf(row, measures).join('\n'),
  ])
  return {
    kind: 'table',
    columns: [3, 3, 4],
    head: [words.measure, words.amount, words.share],
    rows: [[words.total, amounts(shown.totals), ''], ...rows],
  }
}

const sumsOf = ({ question }: Pick<Decided, 'question'>, { verdicts }: PollResult, lang: Language): DocumentBlock[] => {
  const words = pollWords[lang]
  const lines = (all: PollResult['verdicts'][number]['lines']) => all.map((line) => line[lang])
  const { alike, own } = sumsApart(verdicts, lang)
  const shared: DocumentBlock[] = alike.length > 0 ? [{ kind: 'list', lines: alike }] : []
  const each = verdicts.flatMap(({ choice, strict, zones }, index): DocumentBlock[] => [
    ...(question.type === 'for-against'
      ? []
      : [{ kind: 'text' as const, text: words.arithmeticOf(choiceText(question, choice, lang)) }]),
    { kind: 'list', lines: own[index]! },
    ...(zones.length > 0
      ? [{ kind: 'list' as const, lines: zones.map(({ zone, passed, vetoed }) => words.zone(zone, passed, vetoed)) }]
      : []),
    ...(strict
      ? [
          { kind: 'text' as const, text: words.strictBeside },
          { kind: 'list' as const, lines: lines(strict.lines) },
        ]
      : []),
  ])
  return [...shared, ...each]
}

/** Names what is counted, and nothing else. */
const figuresHead = (measures: Decided['rule']['measures'], lang: Language): string => {
  const { counted, and } = resultPaperWords[lang]
  const text = measures.map((measure) => counted[measure]).join(and)
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Who has a seat, name by name in the order of the result, with the votes that led there. */
const seatBlocks = ({ allocation }: PollResult, lang: Language): readonly DocumentBlock[] =>
  allocation
    ? [
        { kind: 'head', text: candidatesWords[lang].ranking },
        { kind: 'list', lines: allocation.ranking.map((each) => each[lang]) },
      ]
    : []

/** What it came to, with every figure and every sum. */
export const resultBlocks = (
  shown: Decided & Partial<Pick<ResultPaper, 'lots'>>,
  result: PollResult,
  lang: Language,
): readonly DocumentBlock[] => {
  const words = resultPaperWords[lang]
  const { question, lots = null } = shown
  const counted = isPreference(question) ? countBlocks({ question, lang }, result, lots) : []
  const sums = sumsOf(shown, result, lang)
  return [
    { kind: 'verdict', text: resultSentence(cameTo(question, result), lang), passed: result.passed },
    ...seatBlocks(result, lang),
    { kind: 'head', text: figuresHead(shown.rule.measures, lang) },
    figuresTable(shown, result, lang),
    ...counted,
    ...(sums.length > 0 ? [{ kind: 'head' as const, text: words.sums }, ...sums] : []),
  ]
}

type Proven = Pick<ResultPaper, 'url' | 'qr'> & {
  /** Each list by its name. */
  readonly digests: readonly Row[]
}

/** How a certificate is checked, and against what. */
export const proofBlocks = (
  { digests, url, qr }: Proven,
  facts: CertificateFacts,
  lang: Language,
): readonly DocumentBlock[] => {
  const words = resultPaperWords[lang]
  return [
    { kind: 'head', text: words.proof },
    {
      kind: 'facts',
      rows: [
        ...digests,
        ...(facts.cast === null ? [] : [[words.cast, String(facts.cast)] as const]),
        [words.log, words.logSize(facts.size)],
        [words.root, facts.root],
        [words.key, facts.key],
        [words.file, facts.sha256],
      ],
    },
    { kind: 'qr', svg: qr, lines: [words.how(url), words.no, words.scan(url)] },
  ]
}

export const resultPaper = (given: ResultPaper, lang: Language): DocumentSheet => {
  const [words, poll] = [resultPaperWords[lang], pollWords[lang]]
  const { result, certificate, community, question, status, asOf, qr, url, digest } = given
  const signing: readonly DocumentBlock[] = [{ kind: 'sign', lines: poll.sheetSign, svg: qr, note: words.scan(url) }]
  const title = certificate ? words.certificate : status === 'preliminary' ? words.preliminary : words.notice
  return {
    lang,
    owner: community.name,
    title,
    running: `${title} · ${question.text}`,
    page: words.page,
    blocks: [
      { kind: 'facts', rows: factsOf(given, lang) },
      ...(result ? resultBlocks(given, result, lang) : []),
      ...(status === 'preliminary'
        ? [{ kind: 'note' as const, head: words.day(day(asOf)), text: words.objections }]
        : []),
      ...(certificate
        ? proofBlocks({ url, qr, digests: [[words.digest, digest]] }, certificate, lang)
        : [{ kind: 'small' as const, text: poll.sheetDigest(digest) }]),
      ...(certificate ? [] : signing),
    ],
  }
}
