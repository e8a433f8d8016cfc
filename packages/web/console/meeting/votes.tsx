// Votes under one item: a question put to those who are here, and what their hands came to.
import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, InputNumber, Radio, Select } from 'antd'
import type { MeetingFile, MeetingVoteView } from '@yishi/contract/meeting'
import { localDateOf } from '@yishi/domain/calendar'
import type { Instant } from '@yishi/domain/kernel'
import { handsIn } from '@yishi/domain/meeting'
import { LONGEST_QUESTION, type PollRule, isInForce } from '@yishi/domain/poll'
import { Link } from 'react-router'
import { meetingItemWords } from '../../words/console-meeting-item.ts'
import { shellWords } from '../../words/console-shell.ts'
import { voteCounts, voteOutcome } from '../../words/meeting.ts'
import { useRule } from '../commands/inputs.tsx'
import { useLanguage, useName, useWords } from '../language.tsx'
import { pollsOfMatterQuery, rulesQuery } from '../poll/queries.ts'
import { useMeeting } from './in-hand.tsx'
import { Adding, type OnItem, here, useWriting } from './lines.tsx'

const NO_QUORUM = { present: [], share: null }

/** Rules that a show of hands in this room can satisfy today. */
const rulesFor = (file: MeetingFile, rules: readonly PollRule[], fixed: string | null): readonly PollRule[] =>
  rules.filter(
    (rule) =>
      (fixed === null || rule.key === fixed) &&
      rule.ways.includes('counted') &&
      isInForce(rule, localDateOf(file.asOf as Instant)) &&
      handsIn({ ...file, quorum: NO_QUORUM }, rule.electorate) !== null,
  )

/** What hands can show: an order or points they cannot. */
const TYPES = ['for-against', 'choose-one', 'approval', 'limited'] as const
type VoteType = (typeof TYPES)[number]
type VoteValues = { rule?: string; type?: VoteType; text: string; most?: number; seats?: number }

const knowing = (rules: readonly PollRule[], type: VoteType): readonly PollRule[] =>
  rules.filter(({ questions }) => questions.includes(type))

/** How many win; and of a limited question how often each may raise a hand. */
const Numbers = ({ type, options }: { type: VoteType; options: readonly string[] }) => {
  const words = useWords(meetingItemWords)
  const { required } = useWords(shellWords)
  const rules = [{ required: true, message: required }]
  if (type !== 'approval' && type !== 'limited') return null
  const number = <InputNumber min={1} max={options.length} precision={0} />
  return (
    <>
      {type === 'limited' && (
        <Form.Item name="most" label={words.voteMost} rules={rules} initialValue={1}>
          {number}
        </Form.Item>
      )}
      <Form.Item name="seats" label={words.voteSeats} rules={rules} initialValue={1}>
        {number}
      </Form.Item>
    </>
  )
}

type Asking = { readonly rules: readonly PollRule[]; readonly options: readonly string[]; readonly type: VoteType }

const RuleAndQuestion = ({ rules, options, type }: Asking) => {
  const words = useWords(meetingItemWords)
  const { file } = useMeeting()
  const name = useName()
  const required = useRule(true)
  const form = Form.useFormInstance<VoteValues>()
  return (
    <>
      <Form.Item name="text" label={words.voteQuestion} rules={required}>
        <Input.TextArea maxLength={LONGEST_QUESTION} rows={2} />
      </Form.Item>
      {options.length > 1 && (
        <Form.Item name="type" label={words.voteType} rules={required}>
          <Radio.Group
            aria-label={words.voteType}
            options={TYPES.filter((value) => knowing(rules, value).length > 0).map((value) => ({
              value,
              label: words.voteTypes[value],
            }))}
            onChange={({ target }) => form.setFieldValue('rule', knowing(rules, target.value as VoteType)[0]?.key)}
          />
        </Form.Item>
      )}
      {options.length > 1 && (
        <div>
          <p className="meta">{words.voteRanking}</p>
          <Link to={`/matters/${file.matter.id}/vote`}>{words.voteRankingLink}</Link>
        </div>
      )}
      <Numbers type={type} options={options} />
      <Form.Item name="rule" label={words.voteRule} rules={required} extra={words.voteHint}>
        <Select
          aria-label={words.voteRule}
          options={knowing(rules, type).map(({ key, names }) => ({ value: key, label: name(names) }))}
        />
      </Form.Item>
    </>
  )
}

type Said = Pick<VoteValues, 'text'> & {
  readonly options: readonly string[]
  readonly most: number | undefined
  readonly seats: number | undefined
}

const questionOf = (type: VoteType, { text, options, most = 1, seats = 1 }: Said) => {
  if (type === 'for-against') return { type, text }
  if (type === 'choose-one') return { type, text, options }
  return type === 'approval' ? { type, text, options, seats } : { type, text, options, seats, most }
}

const CallVote = ({ item, rules, close }: OnItem & { rules: readonly PollRule[]; close: () => void }) => {
  const words = useWords(meetingItemWords)
  const { file, give, busy } = useMeeting()
  const options = file.options.filter(here({ item })).map(({ title }) => title)
  const asked = file.agenda.find(here({ item }))?.text ?? ''
  const [form] = Form.useForm<VoteValues>()
  const first = TYPES.find((each) => options.length > 1 === (each !== 'for-against') && knowing(rules, each).length > 0)
  const type = Form.useWatch('type', form) ?? first ?? 'for-against'
  const send = ({ rule, text, most, seats }: VoteValues) =>
    give('call-vote', { item, rule: rule!, question: questionOf(type, { text, options, most, seats }) }, close)
  return (
    <Form<VoteValues>
      form={form}
      name={`vote-${item}`}
      layout="vertical"
      requiredMark={false}
      className="option-form"
      initialValues={{ text: asked, type, rule: knowing(rules, type)[0]?.key }}
      onFinish={send}
    >
      <RuleAndQuestion rules={rules} options={options} type={type} />
      <Button htmlType="submit" type="primary" disabled={busy}>
        {words.callVote}
      </Button>
    </Form>
  )
}

const VoteLine = ({ vote }: { vote: MeetingVoteView }) => {
  const words = useWords(meetingItemWords)
  const { lang } = useLanguage()
  const { poll, question, result } = vote
  return (
    <li>
      <span>
        <strong>{question}</strong>
        {result && <span className="meta num">{voteCounts(result, lang)}</span>}
      </span>
      {result && <span className={`chip ${result.passed ? 'ok' : 'plain'}`}>{voteOutcome(result, lang)}</span>}
      <Link to={`/polls/${poll}`}>{result ? words.voteDetails : words.countVote}</Link>
    </li>
  )
}

const MayCall = ({ item }: OnItem) => {
  const words = useWords(meetingItemWords)
  const { file } = useMeeting()
  const polls = useQuery(pollsOfMatterQuery(file.matter.id))
  const all = useQuery(rulesQuery)
  const rules = rulesFor(file, all.data ?? [], polls.data?.rule ?? null)
  if (!polls.data?.may || rules.length === 0) return null
  return <Adding label={words.callVote}>{(close) => <CallVote item={item} rules={rules} close={close} />}</Adding>
}

export const Votes = ({ item }: OnItem) => {
  const words = useWords(meetingItemWords)
  const { file } = useMeeting()
  const writing = useWriting({ item }, 'call-vote') && file.quorum.quorate
  const all = file.votes.filter(here({ item }))
  if (all.length === 0 && !writing) return null
  return (
    <div>
      {all.length > 0 && <h3>{words.votes}</h3>}
      <ol className="resolutions">
        {all.map((vote) => (
          <VoteLine key={vote.number} vote={vote} />
        ))}
      </ol>
      {writing && <MayCall item={item} />}
    </div>
  )
}
