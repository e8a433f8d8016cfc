// The count desk: two persons close a poll. Ballots count themselves and are confirmed; hands and paper are counted and entered blind.
import { Alert, Button, Form, Input } from 'antd'
import type { PollFile } from '@yishi/contract/poll'
import { type Amounts, type Figures, type Measure, hasSheets, isPreference } from '@yishi/domain/poll'
import { consolePollWords } from '../../words/console-poll.ts'
import { choiceText } from '../../words/poll.ts'
import { useRule } from '../commands/inputs.tsx'
import { useLanguage, useWords } from '../language.tsx'
import { UnreadSheets } from '../paper/unread.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { Submit } from '../parts/submit.tsx'
import { marksIn } from './marks.ts'
import { usePollAct } from './use-poll-act.ts'

type Typed = Readonly<Partial<Record<Measure, string>>>
type CountValues = Readonly<Record<string, Typed>>

const amountsOf = (typed: Typed | undefined): Amounts =>
  Object.fromEntries(
    Object.entries(typed ?? {}).map(([measure, text]) => [measure, measure === 'area' ? text.trim() : Number(text)]),
  )

/** Where one ballot may name several, votes do not add up to ballots. */
const needsCast = ({ question }: PollFile): boolean =>
  'most' in question || question.type === 'approval' || question.type === 'candidates'
const needsPresent = ({ rule }: PollFile): boolean =>
  [...rule.quorum, ...rule.majority].some(({ part, whole }) => part === 'present' || whole === 'present')

const figuresOf = (file: PollFile, values: CountValues): Figures => ({
  ...(needsPresent(file) && { present: amountsOf(values['present']) }),
  votes: Object.fromEntries(marksIn(file.question).map((key) => [key, amountsOf(values[key])])),
  ...(needsCast(file) && { cast: amountsOf(values['cast']) }),
  abstain: amountsOf(values['abstain']),
  invalid: byRaisedHands(file) ? { heads: 0 } : amountsOf(values['invalid']),
})

/** Each may raise a hand more than once: whoever raised any is counted apart, and no hand is ever invalid. */
const byRaisedHands = ({ rule, question }: PollFile): boolean => rule.electorate === 'present' && isPreference(question)

const useNames = (file: PollFile) => {
  const words = useWords(consolePollWords)
  const { lang } = useLanguage()
  const apart: Readonly<Record<string, string>> = {
    present: words.present,
    cast: words.castOnes,
    ...(byRaisedHands(file) && words.raised),
  }
  return (key: string) => apart[key] ?? choiceText(file.question, key, lang)
}

const CountFields = ({ file }: { file: PollFile }) => {
  const words = useWords(consolePollWords)
  const nameOf = useNames(file)
  const required = useRule(true)
  const keys = [
    ...(needsPresent(file) ? ['present'] : []),
    ...marksIn(file.question),
    'abstain',
    ...(byRaisedHands(file) ? [] : ['invalid']),
    ...(needsCast(file) ? ['cast'] : []),
  ]
  return (
    <div className="count-fields">
      {keys.flatMap((key) =>
        file.rule.measures.map((measure) => (
          <Form.Item
            key={`${key} ${measure}`}
            name={[key, measure]}
            label={file.rule.measures.length > 1 ? `${nameOf(key)} · ${words.totals[measure]}` : nameOf(key)}
            rules={required}
          >
            <Input inputMode="decimal" maxLength={15} className="poll-number" />
          </Form.Item>
        )),
      )}
    </div>
  )
}

const Hands = ({ file }: { file: PollFile }) => {
  const words = useWords(consolePollWords)
  const [form] = Form.useForm<CountValues>()
  const counting = usePollAct<{ figures: Figures }>(file, 'count', () => form.resetFields())
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={(values) => counting.mutate({ figures: figuresOf(file, values) })}
    >
      <p className="meta">{words.handsHint}</p>
      {byRaisedHands(file) && <p className="meta">{words.raisedHint}</p>}
      <CountFields file={file} />
      <Submit sending={counting} label={words.submitCount} />
    </Form>
  )
}

const Ballots = ({ file }: { file: PollFile }) => {
  const words = useWords(consolePollWords)
  const counting = usePollAct<object>(file, 'count')
  return (
    <div className="stack">
      {file.counting ? null : <p>{words.closeBallotsHint}</p>}
      {!file.counting && hasSheets(file.rule) && <UnreadSheets poll={file.poll} />}
      <ProblemNote error={counting.error} />
      <div>
        <Button type="primary" loading={counting.isPending} onClick={() => counting.mutate({})}>
          {file.counting?.first ? words.confirmBallots : words.closeBallots}
        </Button>
      </div>
    </div>
  )
}

/** Whoever has counted first reads that somebody else has to; the others read who it was. */
export const CountDesk = ({ file }: { file: PollFile }) => {
  const words = useWords(consolePollWords)
  const { counting, way, may } = file
  return (
    <section className="panel box stack" aria-label={words.count}>
      <h2>{words.count}</h2>
      {counting && counting.recounts > 0 && <Alert type="warning" showIcon title={words.recounts(counting.recounts)} />}
      {counting?.first && <Alert type="info" showIcon title={words.firstBy(counting.first)} />}
      {may.includes('count') && (way === 'ballots' ? <Ballots file={file} /> : <Hands file={file} />)}
    </section>
  )
}
