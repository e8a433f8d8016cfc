// Registering a sheet as returned: signed or not, by whom, and who helped somebody who cannot write, before which two witnesses.
import { Button, Checkbox, Form, Input, Radio } from 'antd'
import type { PaperSheet } from '@yishi/contract/paper-ballot'
import type { SignedBy } from '@yishi/domain/paper-ballot'
import { consolePaperWords } from '../../words/console-paper.ts'
import { useRule } from '../commands/inputs.tsx'
import { useWords } from '../language.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { usePaperAct } from './queries.ts'
import type { SheetGiven } from './sheet-given.ts'

type Filled = {
  readonly signed: boolean
  readonly whole?: boolean
  readonly signedBy?: SignedBy
  readonly assisted?: boolean
  readonly helper?: string
  readonly one?: string
  readonly other?: string
}

const Assistance = () => {
  const words = useWords(consolePaperWords)
  const required = useRule(true)
  const names = [
    ['helper', words.helper],
    ['one', words.witness(1)],
    ['other', words.witness(2)],
  ] as const
  return names.map(([name, label]) => (
    <Form.Item key={name} name={name} label={label} rules={required}>
      <Input maxLength={40} />
    </Form.Item>
  ))
}

/** Whoever has it in hand counts the pages: nothing is ticked beforehand. */
const Whole = ({ pages }: Pick<PaperSheet, 'pages'>) => {
  const words = useWords(consolePaperWords)
  const all = (_: unknown, said: boolean) => (said ? Promise.resolve() : Promise.reject(new Error(words.wholeNeeded)))
  return (
    <Form.Item name="whole" valuePropName="checked" extra={words.wholeHint} rules={[{ validator: all }]}>
      <Checkbox>{words.whole(pages)}</Checkbox>
    </Form.Item>
  )
}

const bodyOf = ({
  signed,
  whole = false,
  signedBy = 'owner',
  assisted,
  helper = '',
  one = '',
  other = '',
}: Filled) => ({
  signed,
  whole,
  signedBy,
  assistance: assisted ? { helper, witnesses: [one, other] } : null,
})

export const Returning = ({ poll, code, sheet, next }: SheetGiven) => {
  const words = useWords(consolePaperWords)
  const [form] = Form.useForm<Filled>()
  const assisted = Form.useWatch('assisted', form) ?? false
  const returning = usePaperAct<object, PaperSheet>(poll, 'return', next)
  const where = sheet.checkedIn ? 'hall' : 'paper'
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ signed: true, signedBy: 'owner' }}
      onFinish={(filled) => returning.mutate({ code, where, ...bodyOf(filled) })}
    >
      <Form.Item name="signed" valuePropName="checked" extra={words.signedHint}>
        <Checkbox>{words.signed}</Checkbox>
      </Form.Item>
      {sheet.pages > 1 && <Whole pages={sheet.pages} />}
      {sheet.proxy && (
        <Form.Item name="signedBy" label={words.signedBy}>
          <Radio.Group
            aria-label={words.signedBy}
            options={Object.entries(words.signers).map(([value, label]) => ({ value, label }))}
          />
        </Form.Item>
      )}
      <Form.Item name="assisted" valuePropName="checked">
        <Checkbox>{sheet.electorate === 'owners' ? words.assisted : words.assistedOther}</Checkbox>
      </Form.Item>
      {assisted && <Assistance />}
      <ProblemNote error={returning.error} />
      <Button type="primary" htmlType="submit" loading={returning.isPending}>
        {words.return}
      </Button>
    </Form>
  )
}
