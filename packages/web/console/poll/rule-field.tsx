// The rule of a question: chosen by name, told in plain sentences.
import { Form, Select } from 'antd'
import type { PollRule } from '@yishi/domain/poll'
import { consolePollWords } from '../../words/console-poll.ts'
import { ruleSentences } from '../../words/poll.ts'
import { useRule } from '../commands/inputs.tsx'
import { useLanguage, useName, useWords } from '../language.tsx'

export const inForce = ({ effectiveTo }: PollRule): boolean =>
  effectiveTo === null || effectiveTo >= new Date(Date.now()).toISOString().slice(0, 10)

export const RuleField = ({
  rules,
  rule,
  fixed,
}: {
  rules: readonly PollRule[]
  rule: PollRule | undefined
  /** Why no other may be chosen. */
  fixed: string | undefined
}) => {
  const words = useWords(consolePollWords)
  const { lang } = useLanguage()
  const name = useName()
  return (
    <>
      <Form.Item name="rule" label={words.rule} rules={useRule(true)} extra={fixed}>
        <Select
          aria-label={words.rule}
          disabled={fixed !== undefined}
          showSearch={{ optionFilterProp: 'label' }}
          options={rules.map(({ key, names }) => ({ value: key, label: name(names) }))}
        />
      </Form.Item>
      {rule && (
        <div className="form-block rule-told">
          <p>{ruleSentences(rule, lang).join(lang === 'zh' ? '；' : '; ')}</p>
          {rule.caution && <p className="meta">{rule.caution[lang]}</p>}
        </div>
      )}
    </>
  )
}
