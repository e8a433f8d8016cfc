// The editor of typed figures: what, kind, value, unit; values stay exact decimal texts.
import { Button, Form, Input, Select } from 'antd'
import { figureKindWords, formWords } from '../../words/console-forms.ts'
import { useWords } from '../language.tsx'
import { useRule } from './inputs.tsx'

/** The contract's pattern for a value: exact, no exponent, no grouping. */
const EXACT = /^-?(0|[1-9]\d{0,14})(\.\d{1,6})?$/

const FigureRow = ({ index, remove }: { index: number; remove: () => void }) => {
  const words = useWords(formWords)
  const kinds = useWords(figureKindWords)
  const required = useRule(true)
  return (
    <fieldset className="figure-row">
      <legend className="unseen">{words.figure(index + 1)}</legend>
      <Form.Item name={[index, 'what']} label={words.what} rules={required}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name={[index, 'kind']} label={words.figureKind} initialValue="count">
        <Select
          aria-label={words.figureKind}
          options={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
        />
      </Form.Item>
      <Form.Item
        name={[index, 'value']}
        label={words.value}
        rules={[{ pattern: EXACT, required: true, message: words.badNumber }]}
      >
        <Input inputMode="decimal" maxLength={24} />
      </Form.Item>
      <Form.Item name={[index, 'unit']} label={words.unit}>
        <Input maxLength={16} />
      </Form.Item>
      <Button type="text" aria-label={`${words.remove}: ${words.figure(index + 1)}`} onClick={remove}>
        ×
      </Button>
    </fieldset>
  )
}

export const FiguresField = () => {
  const words = useWords(formWords)
  return (
    <div className="form-block">
      <h3>{words.figures}</h3>
      <p className="meta">{words.figuresHint}</p>
      <Form.List name="figures">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <FigureRow key={key} index={name} remove={() => remove(name)} />
            ))}
            {rows.length < 20 && <Button onClick={() => add()}>{words.addFigure}</Button>}
          </>
        )}
      </Form.List>
    </div>
  )
}
