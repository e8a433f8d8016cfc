// Who stands for a committee, how many seats there are, how a ballot is marked, and what happens in a tie.
import { Button, Checkbox, Form, Input, InputNumber, Radio } from 'antd'
import { LONGEST_PROFILE, MARKINGS, MOST_CANDIDATES, type PollRule } from '@yishi/domain/poll'
import { consoleElectionWords } from '../../words/console-election.ts'
import { shellWords } from '../../words/console-shell.ts'
import { useRule } from '../commands/inputs.tsx'
import { useWords } from '../language.tsx'

/** A plain block to each, so that a profile is read beside its name. */
const Candidate = ({ at, remove }: { at: number; remove: (() => void) | null }) => {
  const words = useWords(consoleElectionWords)
  const required = useRule(true)
  const agreed = (_: unknown, said: boolean) =>
    said ? Promise.resolve() : Promise.reject(new Error(words.consentNeeded))
  return (
    <fieldset className="form-block poll-block">
      <legend>{words.candidate(at + 1)}</legend>
      <Form.Item name={[at, 'text']} label={words.name} rules={required}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name={[at, 'profile']} label={words.profile} rules={required} extra={words.profileHint}>
        <Input.TextArea rows={2} count={{ show: true, max: LONGEST_PROFILE }} maxLength={LONGEST_PROFILE} />
      </Form.Item>
      <Form.Item name={[at, 'consented']} valuePropName="checked" rules={[{ validator: agreed }]}>
        <Checkbox>{words.consented}</Checkbox>
      </Form.Item>
      {remove && (
        <Button type="text" aria-label={words.remove(at + 1)} onClick={remove}>
          {words.removeShort}
        </Button>
      )}
    </fieldset>
  )
}

const Seats = () => {
  const words = useWords(consoleElectionWords)
  const { required: message } = useWords(shellWords)
  const required = [{ required: true, message }]
  return (
    <div className="two">
      <Form.Item name="committee" label={words.committee} rules={required} extra={words.committeeHint}>
        <InputNumber min={1} max={21} precision={0} />
      </Form.Item>
      <Form.Item name="sitting" label={words.sitting} rules={required} extra={words.sittingHint}>
        <InputNumber min={0} max={21} precision={0} />
      </Form.Item>
    </div>
  )
}

export const CandidateFields = ({ rule }: { rule: PollRule }) => {
  const words = useWords(consoleElectionWords)
  const required = useRule(true)
  const ties = rule.election?.ties ?? []
  return (
    <>
      <Form.Item name="again" hidden>
        <Input />
      </Form.Item>
      <Seats />
      <Form.Item name="marking" label={words.marking} rules={required}>
        <Radio.Group
          aria-label={words.marking}
          options={MARKINGS.map((value) => ({ value, label: words.markings[value] }))}
        />
      </Form.Item>
      <Form.Item name="tie" label={words.tie} rules={required}>
        <Radio.Group aria-label={words.tie} options={ties.map((value) => ({ value, label: words.ties[value] }))} />
      </Form.Item>
      <Form.List name="options">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <Candidate key={key} at={name} remove={rows.length > 1 ? () => remove(name) : null} />
            ))}
            {rows.length < MOST_CANDIDATES && <Button onClick={() => add({})}>{words.add}</Button>}
          </>
        )}
      </Form.List>
    </>
  )
}
