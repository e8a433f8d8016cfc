// Votes under one item: a question put to those who are here, and what their hands came to.
import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Radio, Select } from 'antd'
import type { MeetingFile, MeetingVoteView } from '@yishi/contract/meeting'
import { localDateOf } from '@yishi/domain/calendar'
import type { Instant } from '@yishi/domain/kernel'
import { handsIn } from '@yishi/domain/meeting'
import { LONGEST_QUESTION, type PollRule, isInForce } from '@yishi/domain/poll'
import { Link } from 'react-router'
import { meetingDeskWords } from '../../words/console-meeting.ts'
import { voteCounts } from '../../words/meeting.ts'
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

type VoteValues = { rule: string; type: 'for-against' | 'choose-one'; text: string }

const RuleAndQuestion = ({ rules, options }: { rules: readonly PollRule[]; options: readonly string[] }) => {
  const words = useWords(meetingDeskWords)
  const name = useName()
  const required = useRule(true)
  return (
    <>
      <Form.Item name="text" label={words.voteQuestion} rules={required}>
        <Input.TextArea maxLength={LONGEST_QUESTION} rows={2} />
      </Form.Item>
      {options.length > 1 && (
        <Form.Item name="type" label={words.voteType} rules={required}>
          <Radio.Group
            aria-label={words.voteType}
            options={(['for-against', 'choose-one'] as const).map((value) => ({
              value,
              label: words.voteTypes[value],
            }))}
          />
        </Form.Item>
      )}
      <Form.Item name="rule" label={words.voteRule} rules={required} extra={words.voteHint}>
        <Select
          aria-label={words.voteRule}
          options={rules.map(({ key, names }) => ({ value: key, label: name(names) }))}
        />
      </Form.Item>
    </>
  )
}

const CallVote = ({ item, rules, close }: OnItem & { rules: readonly PollRule[]; close: () => void }) => {
  const words = useWords(meetingDeskWords)
  const { file, give, busy } = useMeeting()
  const options = file.options.filter(here({ item })).map(({ title }) => title)
  const asked = file.agenda.find(here({ item }))?.text ?? ''
  const send = ({ rule, type, text }: VoteValues) => {
    const question = { text, ...(type === 'choose-one' ? { type, options } : { type: 'for-against' as const }) }
    give('call-vote', { item, rule, question }, close)
  }
  return (
    <Form<VoteValues>
      name={`vote-${item}`}
      layout="vertical"
      requiredMark={false}
      className="option-form"
      initialValues={{ text: asked, type: options.length > 1 ? 'choose-one' : 'for-against', rule: rules[0]?.key }}
      onFinish={send}
    >
      <RuleAndQuestion rules={rules} options={options} />
      <Button htmlType="submit" type="primary" disabled={busy}>
        {words.callVote}
      </Button>
    </Form>
  )
}

const VoteLine = ({ vote }: { vote: MeetingVoteView }) => {
  const words = useWords(meetingDeskWords)
  const { lang } = useLanguage()
  const { poll, question, result } = vote
  return (
    <li>
      <span>
        <strong>{question}</strong>
        {result && <span className="meta num">{voteCounts(result, lang)}</span>}
      </span>
      {result && (
        <span className={`chip ${result.passed ? 'ok' : 'plain'}`}>
          {words.voteResults[result.passed ? 'yes' : 'no']}
        </span>
      )}
      <Link to={`/polls/${poll}`}>{result ? words.voteDetails : words.countVote}</Link>
    </li>
  )
}

const MayCall = ({ item }: OnItem) => {
  const words = useWords(meetingDeskWords)
  const { file } = useMeeting()
  const polls = useQuery(pollsOfMatterQuery(file.matter.id))
  const all = useQuery(rulesQuery)
  const rules = rulesFor(file, all.data ?? [], polls.data?.rule ?? null)
  if (!polls.data?.may || rules.length === 0) return null
  return <Adding label={words.callVote}>{(close) => <CallVote item={item} rules={rules} close={close} />}</Adding>
}

export const Votes = ({ item }: OnItem) => {
  const words = useWords(meetingDeskWords)
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
