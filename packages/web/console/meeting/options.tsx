// Options side by side under one item: what speaks for and against each, and what it costs.
import { Button, Form, Input } from 'antd'
import type { OptionView } from '@yishi/contract/meeting'
import { sumInWords } from '@yishi/domain/meeting'
import { meetingItemWords } from '../../words/console-meeting-item.ts'
import { useRule } from '../commands/inputs.tsx'
import { useWords } from '../language.tsx'
import { useMeeting } from './in-hand.tsx'
import { Adding, type OnItem, StrikeLine, here, useWriting } from './lines.tsx'

const linesIn = (text: string | undefined): string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

type OptionValues = { title: string; pros?: string; cons?: string; cost?: string; by?: string }

const AddOption = ({ item, close }: OnItem & { close: () => void }) => {
  const words = useWords(meetingItemWords)
  const { give, busy } = useMeeting()
  const send = ({ pros, cons, cost, ...values }: OptionValues) =>
    give(
      'offer-option',
      { item, ...values, pros: linesIn(pros), cons: linesIn(cons), cost: cost?.trim() || null },
      close,
    )
  return (
    <Form<OptionValues>
      name={`option-${item}`}
      layout="vertical"
      requiredMark={false}
      className="option-form"
      onFinish={send}
    >
      <Form.Item name="title" label={words.optionTitle} rules={useRule(true)}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="pros" label={words.pros}>
        <Input.TextArea rows={3} maxLength={1200} />
      </Form.Item>
      <Form.Item name="cons" label={words.cons}>
        <Input.TextArea rows={3} maxLength={1200} />
      </Form.Item>
      <Form.Item
        name="cost"
        label={words.cost}
        rules={[{ pattern: /^(0|[1-9]\d{0,11})(\.\d{1,2})?$/u, message: words.cost }]}
      >
        <Input inputMode="decimal" />
      </Form.Item>
      <Form.Item name="by" label={words.offeredBy}>
        <Input maxLength={40} />
      </Form.Item>
      <Button htmlType="submit" type="primary" disabled={busy}>
        {words.addOption}
      </Button>
    </Form>
  )
}

const Points = ({ title, all }: { title: string; all: readonly string[] }) =>
  all.length === 0 ? null : (
    <>
      <h5>{title}</h5>
      <ul className="points">
        {all.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </>
  )

const OptionCard = ({ option }: { option: OptionView }) => {
  const words = useWords(meetingItemWords)
  const { number, title, pros, cons, cost, by } = option
  return (
    <li className="option">
      <h4>{title}</h4>
      <p className="meta">{[cost && words.yuan(sumInWords(cost)), by].filter(Boolean).join(' · ')}</p>
      <Points title={words.prosHead} all={pros} />
      <Points title={words.consHead} all={cons} />
      <StrikeLine kind="option" number={number} of={title} />
    </li>
  )
}

export const Options = ({ item }: OnItem) => {
  const words = useWords(meetingItemWords)
  const { file } = useMeeting()
  const writing = useWriting({ item }, 'offer-option')
  const all = file.options.filter(here({ item }))
  if (all.length === 0 && !writing) return null
  return (
    <div>
      <h3>{words.options}</h3>
      <ul className="options">
        {all.map((option) => (
          <OptionCard key={option.number} option={option} />
        ))}
      </ul>
      {writing && <Adding label={words.addOption}>{(close) => <AddOption item={item} close={close} />}</Adding>}
    </div>
  )
}
