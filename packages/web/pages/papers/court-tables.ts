// The registers of a vote as tables: each line of them stands in the report and in a file for a spreadsheet.
import type { BundledStep, BundledUnit, CourtLines, CourtRecord, CourtTable } from '@yishi/contract/court-bundle'
import { localDateOf } from '@yishi/domain/calendar'
import type { Instant, Language } from '@yishi/domain/kernel'
import { PROOFS } from '@yishi/domain/poll'
import { consolePaperWords } from '../../words/console-paper.ts'
import { courtBundleWords } from '../../words/court-bundle.ts'
import { daysInWords, fullMoment } from '../../words/moments.ts'
import { numberInWords } from '../../words/notice.ts'
import { paperBallotWords } from '../../words/paper-ballot.ts'
import { amountText, choiceText, choicesText } from '../../words/poll.ts'

type Name = keyof (typeof courtBundleWords)['zh']['tables']
type Rows = CourtTable['rows']
type Widths = CourtTable['columns']

const numbered = (number: number): string => String(number).padStart(4, '0')
const moment = (at: string | null): string => (at === null ? '' : fullMoment(at))
const joined = (lang: Language, all: readonly string[]): string => all.filter(Boolean).join(lang === 'zh' ? '，' : ', ')

const unitRow = (unit: BundledUnit, { question }: CourtRecord, lang: Language): readonly string[] => {
  const { number, name, area, owners, head, proofs, ballots } = unit
  const words = courtBundleWords[lang]
  const proved = PROOFS.map((kind) => moment(proofs.find(({ proof }) => proof === kind)?.at ?? null))
  const held = ballots.findLast(({ holds }) => holds)
  const vote = held ? `${words.channels[held.channel]} ${choicesText(question, held.choice, lang)}` : ''
  const named = owners.map((owner) => (owner.share === '1/1' ? owner.name : `${owner.name} ${owner.share}`))
  return [numbered(number), name, area ?? '', joined(lang, named), String(head), ...proved, vote]
}

const ballotRows = ({ units }: CourtLines, { question }: CourtRecord, lang: Language): Rows => {
  const words = courtBundleWords[lang]
  return units.flatMap(({ number, name, ballots }) =>
    ballots.map((ballot) => [
      numbered(number),
      name,
      String(ballot.number),
      words.channels[ballot.channel] ?? ballot.channel,
      choicesText(question, ballot.choice, lang),
      moment(ballot.at),
      ballot.notedBy ?? '',
      ballot.holds ? words.yes : words.no,
    ]),
  )
}

/** What a delivery recorded by itself begins with the way of it. */
const evidenceText = (evidence: string, lang: Language): string => {
  const [how = '', ...rest] = evidence.split(' ')
  const known: Readonly<Record<string, string>> = consolePaperWords[lang].hows
  return Object.hasOwn(known, how) ? joined(lang, [known[how]!, rest.join(' ')]) : evidence
}

const proofRows = ({ units }: CourtLines, lang: Language): Rows =>
  units.flatMap(({ number, name, proofs }) =>
    proofs.map(({ proof, evidence, by, at }) => [
      numbered(number),
      name,
      courtBundleWords[lang].proofNames[proof] ?? proof,
      evidenceText(evidence, lang),
      by,
      moment(at),
    ]),
  )

const howText = (how: BundledStep['how'], lang: Language): string => {
  const paper = consolePaperWords[lang]
  const known: Readonly<Record<string, string>> = { ...paper.hows, ...paper.whys, ...paper.wheres }
  return how === null ? '' : (known[how] ?? how)
}

const stepWords = (step: BundledStep, { question }: CourtRecord, lang: Language): string => {
  const { marks, helped } = courtBundleWords[lang]
  const { issue, words, told, warned, signed, signedBy, assistance, choice } = step
  return joined(lang, [
    words,
    choice ? choicesText(question, choice, lang) : '',
    told ? marks.told : '',
    warned ? marks.warned : '',
    signed === null ? '' : signed ? (signedBy === 'proxy' ? marks.proxy : marks.signed) : marks.unsigned,
    assistance ? helped(assistance.helper, assistance.witnesses.join(' ')) : '',
    issue > 1 ? marks.issue(issue) : '',
  ])
}

const registerRows = ({ steps }: CourtLines, record: CourtRecord, lang: Language): Rows =>
  steps.map((step) => [
    numbered(step.number),
    step.name,
    consolePaperWords[lang].steps[step.step],
    howText(step.how, lang),
    stepWords(step, record, lang),
    step.companion,
    step.by,
    moment(step.seenAt),
    step.scan?.split('/').at(-1) ?? '',
  ])

const twiceRows = ({ reconciliation }: CourtRecord, lang: Language): Rows => {
  const { channel, standing } = paperBallotWords[lang]
  return reconciliation.twice.flatMap(({ number, name, ballots }) =>
    ballots.map((each) => [numbered(number), name, channel[each.channel], moment(each.at), standing[each.standing]]),
  )
}

const countRows = ({ counts, rule, question }: CourtRecord, lang: Language): Rows =>
  counts.map(({ number, by, at, figures }) => {
    const all = { ...figures.votes, abstain: figures.abstain, invalid: figures.invalid }
    const lines = Object.entries(all).map(
      ([key, amounts]) =>
        `${choiceText(question, key, lang)} ${rule.measures.map((measure) => amountText(amounts, measure, lang)).join(' · ')}`,
    )
    return [String(number), by, moment(at), lines.join('\n')]
  })

const noticeRows = ({ notices }: CourtRecord, lang: Language): Rows => {
  const words = courtBundleWords[lang]
  return notices.map((notice) => {
    const { title, hungAt, lastDay, endsAt, hung, objections } = notice
    const from = fullMoment(hungAt)
    const days = daysInWords(localDateOf(hungAt as Instant), lastDay, lang)
    const where = hung.map((spot) => joined(lang, [spot.name, moment(spot.hungAt)]))
    const period = words.periods(from, moment(endsAt), days)
    const said = words.objectionSum(objections.lodged + objections.answered, objections.upheld)
    return [numberInWords(notice, lang), title, from, period, where.join('\n'), said]
  })
}

const objectionRows = ({ notices }: CourtRecord, lang: Language): Rows => {
  const words = courtBundleWords[lang]
  return notices.flatMap((notice) =>
    notice.told.map(({ text, status, lodgedAt, answer, upheld }) => [
      numberInWords(notice, lang),
      moment(lodgedAt),
      text,
      answer ?? '',
      upheld === null ? words.objectionStates[status] : upheld ? words.upheld : words.rejected,
    ]),
  )
}

const WIDTHS: Readonly<Record<Name, Widths>> = {
  units: [3, 6, 4, 6, 2, 5, 5, 5, 5],
  ballots: [3, 6, 3, 4, 4, 6, 4, 3],
  proofs: [3, 6, 4, 8, 4, 6],
  register: [3, 5, 3, 4, 7, 4, 4, 5, 5],
  twice: [3, 6, 4, 6, 6],
  counts: [2, 4, 6, 12],
  notices: [5, 7, 5, 8, 7, 4],
  objections: [4, 5, 8, 8, 3],
}

const named = (rows: Readonly<Partial<Record<Name, Rows>>>, lang: Language): readonly CourtTable[] => {
  const words = courtBundleWords[lang].tables
  return (Object.keys(rows) as Name[])
    .filter((name) => rows[name]!.length > 0)
    .map((name) => ({
      name,
      title: words[name].title,
      head: words[name].head,
      columns: WIDTHS[name],
      rows: rows[name]!,
    }))
}

/** Those that stay short however many units there are. */
export const courtTables = (record: CourtRecord, lang: Language): readonly CourtTable[] =>
  named(
    {
      notices: noticeRows(record, lang),
      objections: objectionRows(record, lang),
      counts: countRows(record, lang),
      twice: twiceRows(record, lang),
    },
    lang,
  )

export const courtRegisters = (record: CourtRecord, lines: CourtLines, lang: Language): readonly CourtTable[] =>
  named(
    {
      units: lines.units.map((unit) => unitRow(unit, record, lang)),
      proofs: proofRows(lines, lang),
      register: registerRows(lines, record, lang),
      ballots: ballotRows(lines, record, lang),
    },
    lang,
  )
