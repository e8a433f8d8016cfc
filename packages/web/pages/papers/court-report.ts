// The report of a court bundle: what was decided, by which rule and list, on which proofs, and how anybody checks it. RULES R1.17, R1.31, R1.53, R1.63, R1.65.
import type { CourtRecord, CourtReport } from '@yishi/contract/court-bundle'
import type { DocumentBlock } from '@yishi/contract/document'
import type { Language } from '@yishi/domain/kernel'
import { CHANNELS, PROOFS } from '@yishi/domain/poll'
import { consoleAssemblyWords } from '../../words/console-assembly.ts'
import { courtBundleWords } from '../../words/court-bundle.ts'
import { fullMoment } from '../../words/moments.ts'
import { amountText } from '../../words/poll.ts'
import { courtTables } from './court-tables.ts'
import { factsOf, resultBlocks } from './result-paper.ts'

type Blocks = readonly DocumentBlock[]
type Row = readonly [string, string]

const aboutIt = (record: CourtRecord, lang: Language): Blocks => {
  const words = courtBundleWords[lang]
  const { bundle, askedBy, madeAt, status } = record
  return [
    { kind: 'note', head: words.secret, text: words.secretText },
    { kind: 'head', text: words.about },
    {
      kind: 'facts',
      rows: [
        [words.bundle, bundle],
        [words.askedBy, askedBy],
        [words.madeAt, fullMoment(madeAt)],
        [words.status, words.statuses[status] ?? status],
        [words.purpose, words.purposeText],
      ],
    },
  ]
}

const lawAndList = (record: CourtRecord, lang: Language): Blocks => {
  const words = courtBundleWords[lang]
  const console = consoleAssemblyWords[lang]
  const { assembly, rule, named, totals, digest } = record
  const amounts = rule.measures.map((measure) => amountText(totals, measure, lang)).join(' · ')
  return [
    { kind: 'head', text: words.rule },
    {
      kind: 'facts',
      rows: [
        ...factsOf(record, lang),
        [words.topic, console.topics[assembly.topic]],
        [words.caller, console.callers[assembly.caller]],
        [words.list, `${words.listed(named)} · ${amounts}`],
        [words.digest, digest],
      ],
    },
    { kind: 'small', text: words.digestHint },
  ]
}

const course = (record: CourtRecord, lang: Language): Blocks => {
  const words = courtBundleWords[lang]
  const { moments } = words
  const { draftedAt, assembly, decidedAt, counts, openedAt } = record
  const closed = assembly.extensions > 0 ? ` (${moments.extended(assembly.extensions)})` : ''
  const rows: readonly Row[] = [
    [moments.drafted, fullMoment(draftedAt)],
    [moments.opens, fullMoment(openedAt)],
    [moments.closes, `${fullMoment(assembly.closesAt)}${closed}`],
    ...counts.map(({ by, at }) => [words.counted, `${fullMoment(at)} ${by}`] as const),
    ...(decidedAt ? [[moments.decided, fullMoment(decidedAt)] as const] : []),
  ]
  return [
    { kind: 'head', text: words.dates },
    { kind: 'facts', rows },
  ]
}

const proofs = ({ named, sums, reconciliation }: CourtRecord, lang: Language): Blocks => {
  const words = courtBundleWords[lang]
  return [
    { kind: 'head', text: words.delivery },
    {
      kind: 'facts',
      rows: PROOFS.map(
        (kind) => [words.proofNames[kind] ?? kind, words.proofSum(sums.proved[kind] ?? 0, named)] as const,
      ),
    },
    { kind: 'head', text: words.reconciled },
    {
      kind: 'facts',
      rows: CHANNELS.flatMap((channel) => {
        const holding = sums.channels[channel] ?? 0
        return holding > 0 ? [[words.channels[channel] ?? channel, words.holding(holding)] as const] : []
      }),
    },
    {
      kind: 'list',
      lines: [
        words.twice(reconciliation.twice.length),
        words.decidedByThird(reconciliation.decided.length),
        words.notDelivered(reconciliation.notDelivered.length),
      ],
    },
  ]
}

const checking = ({ ledger }: CourtRecord, lang: Language): Blocks => {
  const words = courtBundleWords[lang]
  return [
    { kind: 'head', text: words.ledger },
    {
      kind: 'facts',
      rows: [
        [words.entries, words.entryCount(ledger.entries, ledger.size)],
        [words.root, ledger.root],
        [words.key, ledger.key],
      ],
    },
    { kind: 'head', text: words.check },
    { kind: 'text', text: words.checkText },
    { kind: 'head', text: words.files },
    { kind: 'list', lines: words.fileList },
  ]
}

export const courtReport = (record: CourtRecord, lang: Language): CourtReport => {
  const words = courtBundleWords[lang]
  const { community, question, result } = record
  return {
    tables: courtTables(record, lang),
    sheet: {
      lang,
      owner: community.name,
      title: words.title,
      running: words.running(question.text),
      page: words.page,
      blocks: [
        ...aboutIt(record, lang),
        ...lawAndList(record, lang),
        ...course(record, lang),
        ...(result ? resultBlocks(record, result, lang) : []),
        ...proofs(record, lang),
        ...checking(record, lang),
      ],
    },
  }
}
