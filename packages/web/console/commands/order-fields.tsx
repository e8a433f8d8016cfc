// Placing orders with one or several parties, one of them in the lead; also the whistle up to the street office.
import { Button, Checkbox, Form, Input } from 'antd'
import { formWords } from '../../words/console-forms.ts'
import { useWords } from '../language.tsx'
import { PartyField, TextField } from './inputs.tsx'

const MOST = 12

const OrderRow = ({ index, remove }: { index: number; remove: (() => void) | null }) => {
  const words = useWords(formWords)
  return (
    <fieldset className="order-row">
      <legend>{words.order(index + 1)}</legend>
      <PartyField name={[index, 'party']} label={words.party} />
      <TextField name={[index, 'task']} label={words.task} hint={words.taskHint} longest={500} rows={2} />
      <Form.Item name={[index, 'by']} label={words.lastDay}>
        <Input type="date" />
      </Form.Item>
      <div className="row">
        <Form.Item name={[index, 'lead']} valuePropName="checked" noStyle>
          <Checkbox>{words.lead}</Checkbox>
        </Form.Item>
        {remove && (
          <Button type="text" onClick={remove} aria-label={`${words.remove}: ${words.order(index + 1)}`}>
            {words.remove}
          </Button>
        )}
      </div>
    </fieldset>
  )
}

export const OrderFields = () => {
  const words = useWords(formWords)
  return (
    <Form.List name="orders">
      {(rows, { add, remove }) => (
        <div className="form-block">
          {rows.map(({ key, name }) => (
            <OrderRow key={key} index={name} remove={rows.length > 1 ? () => remove(name) : null} />
          ))}
          {rows.length < MOST && <Button onClick={() => add({ lead: false })}>{words.addOrder}</Button>}
        </div>
      )}
    </Form.List>
  )
}

export const WhistleFields = () => (
  <>
    <p className="meta form-block">{useWords(formWords).whistleNote}</p>
    <OrderFields />
  </>
)
