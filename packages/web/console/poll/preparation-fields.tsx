// What stands on file before an assembly is announced: who was told, where paper is had, the clause for parking, and who asked for the meeting.
import { Checkbox, Form, Input, InputNumber } from 'antd'
import type { UnitUse } from '@yishi/domain/territory'
import { consolePreparationWords } from '../../words/console-preparation.ts'
import { useRule } from '../commands/inputs.tsx'
import { useWords } from '../language.tsx'

const at = (...name: readonly string[]) => ['plan', 'preparation', ...name]

const Proposal = () => {
  const words = useWords(consolePreparationWords)
  const required = useRule(true)
  const proposed = Form.useWatch<boolean | undefined>('proposed')
  return (
    <>
      <Form.Item name="proposed" valuePropName="checked" extra={words.proposedHint}>
        <Checkbox>{words.proposed}</Checkbox>
      </Form.Item>
      {proposed && (
        <>
          <div className="two">
            <Form.Item name={at('proposal', 'owners', 'heads')} label={words.proposers} rules={required}>
              <InputNumber min={1} precision={0} />
            </Form.Item>
            <Form.Item name={at('proposal', 'owners', 'area')} label={words.proposersArea} rules={required}>
              <Input maxLength={15} inputMode="decimal" />
            </Form.Item>
          </div>
          <Form.Item name={at('proposal', 'evidence')} label={words.evidence} rules={required}>
            <Input maxLength={500} />
          </Form.Item>
        </>
      )}
    </>
  )
}

export const PreparationFields = () => {
  const words = useWords(consolePreparationWords)
  const uses = Form.useWatch<readonly UnitUse[] | undefined>('uses') ?? []
  return (
    <>
      <Proposal />
      {uses.includes('parking') && (
        <Form.Item name={at('parking')} label={words.parking}>
          <Input maxLength={500} />
        </Form.Item>
      )}
      <Form.Item name={at('told')} label={words.told} extra={words.toldHint}>
        <Input.TextArea maxLength={500} rows={2} />
      </Form.Item>
      <Form.Item name={at('paper')} label={words.paper} extra={words.paperHint}>
        <Input maxLength={200} />
      </Form.Item>
    </>
  )
}
