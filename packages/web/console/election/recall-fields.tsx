// A recall in the console: who asked for it, of whom and why, and what the member says to it.
import { Button, Form, Input, InputNumber, Radio, Select } from 'antd'
import { LONGEST_NAME, MOST_ON_ROLL, MOST_RECALLED } from '@yishi/domain/secret-election'
import { consoleSecretElectionWords } from '../../words/console-secret-election.ts'
import { shellWords } from '../../words/console-shell.ts'
import { useRule } from '../commands/inputs.tsx'
import { useWords } from '../language.tsx'
import { Submit } from '../parts/submit.tsx'
import { useElectionAct } from './queries.ts'
import type { Given } from './roll.tsx'

const Member = ({ at, remove }: { at: number; remove: (() => void) | null }) => {
  const words = useWords(consoleSecretElectionWords)
  const required = useRule(true)
  return (
    <div className="stack">
      <div className="two">
        <Form.Item name={[at, 'office']} label={words.office}>
          <Input maxLength={LONGEST_NAME} />
        </Form.Item>
        <Form.Item name={[at, 'name']} label={words.memberName} rules={required}>
          <Input maxLength={LONGEST_NAME} />
        </Form.Item>
      </div>
      <Form.Item name={[at, 'reasons']} label={words.reasonsOf} rules={required}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
      <Form.Item name={[at, 'statement']} label={words.statementOf}>
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
      {remove && (
        <div>
          <Button onClick={remove}>{words.removeMember}</Button>
        </div>
      )}
    </div>
  )
}

const Demand = () => {
  const words = useWords(consoleSecretElectionWords)
  const { required: message } = useWords(shellWords)
  const options = [
    { value: 'voters', label: words.byVoters },
    { value: 'representatives', label: words.byRepresentatives },
  ]
  return (
    <>
      <Form.Item name={['recall', 'by']} label={words.demandedBy} initialValue="voters">
        <Radio.Group aria-label={words.demandedBy} options={options} />
      </Form.Item>
      <div className="two">
        {(['signed', 'of'] as const).map((key) => (
          <Form.Item
            key={key}
            name={['recall', key]}
            label={key === 'signed' ? words.signed : words.signedOf}
            rules={[{ required: true, message }]}
          >
            <InputNumber min={1} max={MOST_ON_ROLL} precision={0} />
          </Form.Item>
        ))}
      </div>
      <Form.Item name={['recall', 'on']} label={words.demandedOn} rules={useRule(true)}>
        <Input type="date" />
      </Form.Item>
    </>
  )
}

export const RecallFields = () => {
  const words = useWords(consoleSecretElectionWords)
  return (
    <fieldset className="form-block poll-block">
      <legend>{words.recallAbout}</legend>
      <p className="meta">{words.recallHint}</p>
      <Demand />
      <Form.List name={['recall', 'members']} initialValue={[{}]}>
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <Member key={key} at={name} remove={rows.length > 1 ? () => remove(name) : null} />
            ))}
            {rows.length < MOST_RECALLED && (
              <div>
                <Button onClick={() => add({})}>{words.addMember}</Button>
              </div>
            )}
          </>
        )}
      </Form.List>
    </fieldset>
  )
}

export const Hearing = ({ file }: Given) => {
  const words = useWords(consoleSecretElectionWords)
  const required = useRule(true)
  const hearing = useElectionAct<object>(file, 'hear')
  const members = file.recall?.members ?? []
  return (
    <details>
      <summary>{words.hear}</summary>
      <p className="meta">{words.hearHint}</p>
      <Form
        layout="vertical"
        requiredMark={false}
        initialValues={{ name: members[0]?.name }}
        onFinish={(values: object) => hearing.mutate(values)}
      >
        <Form.Item name="name" label={words.member} rules={required}>
          <Select aria-label={words.member} options={members.map(({ name }) => ({ value: name, label: name }))} />
        </Form.Item>
        <Form.Item name="statement" label={words.statementOf} rules={required}>
          <Input.TextArea rows={3} maxLength={2000} />
        </Form.Item>
        <Submit sending={hearing} label={words.hear} />
      </Form>
    </details>
  )
}
