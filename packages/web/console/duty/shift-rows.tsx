// The shifts of a roster as rows of a form: what repeats or one date, from when to when, who, and by which number.
import { Button, Form, Input, Select } from 'antd'
import type { Duty, SetDuty } from '@yishi/contract/duty'
import { REPEATING } from '@yishi/domain/duty'
import { dutyWords, repeatingWords } from '../../words/console-duty.ts'
import { useWords } from '../language.tsx'
import { useRule } from '../commands/inputs.tsx'

type Shift = SetDuty['shifts'][number]

/** A select and a date field beside it hold one day together. */
export type ShiftValues = Omit<Shift, 'day' | 'person' | 'party'> & {
  readonly repeating: Shift['day'] | 'date'
  readonly date?: string
  readonly person?: string
  readonly party?: string
}

const repeats = (day: Shift['day']): boolean => (REPEATING as readonly string[]).includes(day)

export const toRows = (shifts: readonly Shift[]): ShiftValues[] =>
  shifts.map(({ day, person, party, ...rest }) => ({
    ...rest,
    person: person ?? '',
    party: party ?? '',
    ...(repeats(day) ? { repeating: day } : { repeating: 'date' as const, date: day }),
  }))

export const fromRows = (rows: readonly ShiftValues[]): Shift[] =>
  rows.map(({ repeating, date, person, party, ...rest }) => ({
    ...rest,
    day: (repeating === 'date' ? date : repeating) as Shift['day'],
    person: person || null,
    party: party || null,
  }))

const NEW_SHIFT = { repeating: 'daily', begins: '08:00', ends: '18:00', person: '', party: '', phone: '' }

type Holders = Pick<Duty, 'people' | 'parties'>

const DayFields = ({ row }: { row: number }) => {
  const words = useWords(dutyWords)
  const repeatings = useWords(repeatingWords)
  const required = useRule(true)
  const day = Form.useWatch<string>(['shifts', row, 'repeating'])
  const options = [
    ...Object.entries(repeatings).map(([value, label]) => ({ value, label })),
    { value: 'date', label: words.oneDay },
  ]
  return (
    <>
      <Form.Item name={[row, 'repeating']} label={words.day}>
        <Select aria-label={words.day} options={options} popupMatchSelectWidth={false} />
      </Form.Item>
      {day === 'date' && (
        <Form.Item name={[row, 'date']} label={words.date} rules={required}>
          <Input type="date" />
        </Form.Item>
      )}
    </>
  )
}

const HolderFields = ({ row, people, parties }: Holders & { row: number }) => {
  const words = useWords(dutyWords)
  const optionsOf = (all: Holders['people']) => [
    { value: '', label: words.none },
    ...all.map(({ id, name }) => ({ value: id, label: name })),
  ]
  const select = (label: string, all: Holders['people']) => (
    <Select
      aria-label={label}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      options={optionsOf(all)}
    />
  )
  return (
    <>
      <Form.Item name={[row, 'party']} label={words.party}>
        {select(words.party, parties)}
      </Form.Item>
      <Form.Item name={[row, 'person']} label={words.person}>
        {select(words.person, people)}
      </Form.Item>
    </>
  )
}

const ShiftRow = ({ row, remove, ...holders }: Holders & { row: number; remove: () => void }) => {
  const words = useWords(dutyWords)
  const required = useRule(true)
  return (
    <fieldset className="shift">
      <legend className="unseen">{words.shift(row + 1)}</legend>
      <DayFields row={row} />
      <Form.Item name={[row, 'begins']} label={words.begins} rules={required}>
        <Input type="time" />
      </Form.Item>
      <Form.Item name={[row, 'ends']} label={words.ends} rules={required} tooltip={words.endsHint}>
        <Input type="time" />
      </Form.Item>
      <HolderFields row={row} {...holders} />
      <Form.Item name={[row, 'phone']} label={words.phone} rules={required}>
        <Input type="tel" maxLength={24} autoComplete="off" />
      </Form.Item>
      <Button onClick={remove} aria-label={words.remove(row + 1)}>
        {words.removeShort}
      </Button>
    </fieldset>
  )
}

export const ShiftRows = (holders: Holders) => {
  const words = useWords(dutyWords)
  return (
    <Form.List name="shifts">
      {(rows, { add, remove }) => (
        <>
          {rows.map(({ key, name }) => (
            <ShiftRow key={key} row={name} remove={() => remove(name)} {...holders} />
          ))}
          <div>
            <Button onClick={() => add(NEW_SHIFT)}>{words.add}</Button>
          </div>
        </>
      )}
    </Form.List>
  )
}
