// The two lists of a call: who is invited to which seat, and what is on the agenda.
import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, InputNumber, Select } from 'antd'
import type { MeetingDraft } from '@yishi/contract/meeting'
import { meetingCallWords } from '../../words/console-meeting-call.ts'
import { useRule } from '../commands/inputs.tsx'
import { useName, useWords } from '../language.tsx'
import { partiesQuery, peopleQuery } from '../queries.ts'

const GUEST = ''
const MOST_PEOPLE = 60
const MOST_ITEMS = 12

type RowGiven = { readonly index: number; readonly draft: Pick<MeetingDraft, 'seats'>; readonly community: string }

const Invited = ({ index, draft, community, remove }: RowGiven & { remove: () => void }) => {
  const words = useWords(meetingCallWords)
  const name = useName()
  const parties = useQuery(partiesQuery(community)).data ?? []
  // Only those who answer for the whole community may read the list; the others write names.
  const people = useQuery({ ...peopleQuery(community), retry: false }).data ?? []
  const seats = draft.seats.map(({ key, names }) => ({ value: key, label: name(names) }))
  return (
    <fieldset className="call-person">
      <legend>{words.personOf(index + 1)}</legend>
      <Form.Item name={[index, 'seat']} label={words.seat}>
        <Select aria-label={words.seat} options={[...seats, { value: GUEST, label: words.guestSeat }]} />
      </Form.Item>
      <Form.Item name={[index, 'party']} label={words.party}>
        <Select
          aria-label={words.party}
          allowClear
          placeholder={words.noParty}
          showSearch={{ optionFilterProp: 'label' }}
          options={parties.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Form.Item name={[index, 'person']} label={words.known}>
        <Select
          aria-label={words.known}
          allowClear
          placeholder={words.unknown}
          showSearch={{ optionFilterProp: 'label' }}
          options={people.map(({ person, name }) => ({ value: person, label: name }))}
        />
      </Form.Item>
      <Form.Item name={[index, 'name']} label={words.person}>
        <Input maxLength={40} />
      </Form.Item>
      <Button type="text" onClick={remove} aria-label={`${words.remove}: ${words.personOf(index + 1)}`}>
        {words.remove}
      </Button>
    </fieldset>
  )
}

export const InvitedFields = ({ draft, community }: Omit<RowGiven, 'index'>) => {
  const words = useWords(meetingCallWords)
  return (
    <Form.List name="invited">
      {(rows, { add, remove }) => (
        <div className="form-block">
          <h2>{words.invited}</h2>
          {rows.map(({ key, name }) => (
            <Invited key={key} index={name} draft={draft} community={community} remove={() => remove(name)} />
          ))}
          {rows.length < MOST_PEOPLE && (
            <Button onClick={() => add({ seat: draft.seats.at(-1)?.key ?? GUEST, name: '' })}>{words.addPerson}</Button>
          )}
        </div>
      )}
    </Form.List>
  )
}

export const AgendaFields = () => {
  const words = useWords(meetingCallWords)
  const rule = useRule(true)
  return (
    <Form.List name="agenda">
      {(rows, { add, remove }) => (
        <div className="form-block">
          <h2>{words.agenda}</h2>
          {rows.map(({ key, name }) => (
            <div key={key} className="call-item">
              <Form.Item name={[name, 'text']} label={words.item(name + 1)} rules={rule}>
                <Input maxLength={120} />
              </Form.Item>
              <Form.Item name={[name, 'minutes']} label={words.minutesFor(name + 1)}>
                <InputNumber min={1} max={240} />
              </Form.Item>
              {rows.length > 1 && (
                <Button
                  type="text"
                  onClick={() => remove(name)}
                  aria-label={`${words.remove}: ${words.item(name + 1)}`}
                >
                  {words.remove}
                </Button>
              )}
            </div>
          ))}
          {rows.length < MOST_ITEMS && <Button onClick={() => add({ text: '' })}>{words.addItem}</Button>}
        </div>
      )}
    </Form.List>
  )
}
