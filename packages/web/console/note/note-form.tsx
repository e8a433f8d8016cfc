// Noting down a matter by keyboard alone while somebody speaks: words, place, channel, and who it was; then at once the next.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Form, type FormInstance, Input, Radio, Select } from 'antd'
import type { TextAreaRef } from 'antd/es/input/TextArea'
import type { RaiseMatter, Receipt } from '@yishi/contract/matter'
import { type RefObject, useMemo, useRef, useState } from 'react'
import { Link } from 'react-router'
import { shellWords } from '../../words/console-shell.ts'
import { noteWords } from '../../words/console-note.ts'
import { publicityWords } from '../../words/kinds.ts'
import { write } from '../api.ts'
import { bodyOf } from '../commands/body.ts'
import { useOneCommunity } from '../community.tsx'
import { useWords } from '../language.tsx'
import { Submit } from '../parts/submit.tsx'
import { territoryQuery } from '../queries.ts'
import { useAttempt } from '../use-attempt.ts'
import { doorIn, findSpots, spotsOf } from './spots.ts'

const CHANNELS = ['phone', 'visit', 'door', 'hall'] as const
type Noted = Pick<RaiseMatter, 'text' | 'where' | 'name' | 'phone' | 'publicity'> & {
  readonly spot?: string
  readonly channel: (typeof CHANNELS)[number]
}

const MEMORY = 'yishi.note-channel'
const lastChannel = (): Noted['channel'] =>
  CHANNELS.find((channel) => channel === localStorage.getItem(MEMORY)) ?? 'phone'

/** More than these nobody looks through: another digit is quicker. */
const SHOWN = 40

const SpotField = ({ form }: { form: FormInstance<Noted> }) => {
  const words = useWords(noteWords)
  const territory = useQuery(territoryQuery(useOneCommunity()))
  const [typed, setTyped] = useState('')
  const spots = useMemo(() => (territory.data ? spotsOf(territory.data) : []), [territory.data])
  const found = findSpots(spots, typed).slice(0, SHOWN)
  const chosen = (value: string) => {
    const spot = spots.find((each) => each.value === value)
    const door = spot ? doorIn(spot, typed) : ''
    if (door && !form.getFieldValue('where')) form.setFieldValue('where', door)
  }
  return (
    <Form.Item name="spot" label={words.spot}>
      <Select
        aria-label={words.spot}
        placeholder={words.spotHint}
        showSearch={{ filterOption: false, onSearch: setTyped }}
        loading={territory.isPending}
        onSelect={chosen}
        options={[
          ...(typed ? [] : [{ value: '', label: words.elsewhere }]),
          ...found.map(({ value, label }) => ({ value, label })),
        ]}
      />
    </Form.Item>
  )
}

const PersonFields = () => {
  const words = useWords(noteWords)
  return (
    <div className="two">
      <Form.Item name="name" label={words.name}>
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item name="phone" label={words.phone}>
        <Input maxLength={24} type="tel" autoComplete="off" />
      </Form.Item>
    </div>
  )
}

const Fields = ({ form, first }: { form: FormInstance<Noted>; first: RefObject<TextAreaRef | null> }) => {
  const words = useWords(noteWords)
  const { required } = useWords(shellWords)
  const publicities = Object.entries(useWords(publicityWords)).map(([value, label]) => ({ value, label }))
  return (
    <>
      <Form.Item name="text" label={words.text} rules={[{ required: true, whitespace: true, message: required }]}>
        <Input.TextArea ref={first} autoFocus rows={3} maxLength={4000} placeholder={words.textHint} />
      </Form.Item>
      <div className="two">
        <SpotField form={form} />
        <Form.Item name="where" label={words.where}>
          <Input maxLength={120} placeholder={words.whereHint} autoComplete="off" />
        </Form.Item>
      </div>
      <Form.Item name="channel" label={words.channel}>
        <Radio.Group optionType="button" options={CHANNELS.map((value) => ({ value, label: words.channels[value] }))} />
      </Form.Item>
      <PersonFields />
      <Form.Item name="publicity" label={words.publicity}>
        <Select aria-label={words.publicity} options={publicities} />
      </Form.Item>
    </>
  )
}

const requestOf = ({ spot = '', ...noted }: Noted): Record<string, unknown> => {
  const [kind, id] = spot.split(':')
  return { ...bodyOf(noted), ...(kind === 'node' ? { node: id } : kind === 'place' ? { place: id } : {}) }
}

/** The key outlives a broken line, so that what arrived unseen is not taken down twice. */
const useNoting = (onDone: (receipt: Receipt, noted: Noted) => void) => {
  const client = useQueryClient()
  const community = useOneCommunity()
  return useAttempt({
    send: (noted: Noted, key) => write<Receipt>('/matters', { ...requestOf(noted), community }, { key }),
    networkMode: 'always',
    onDone(receipt, noted) {
      void client.invalidateQueries({ queryKey: ['board'] })
      onDone(receipt, noted)
    },
  })
}

type Done = { readonly receipt: Receipt; readonly text: string }

const LastDone = ({ done: { receipt, text } }: { done: Done }) => {
  const words = useWords(noteWords)
  return (
    <p className="note-done" role="status">
      {words.done} <b className="code num">{receipt.code}</b>
      <span className="quiet"> {text.slice(0, 20)}</span>{' '}
      <Link to={`/matters/${receipt.matter}`}>{words.openFile}</Link>
    </p>
  )
}

export const NoteForm = ({ first: given }: { first?: RefObject<TextAreaRef | null> }) => {
  const words = useWords(noteWords)
  const [form] = Form.useForm<Noted>()
  const own = useRef<TextAreaRef>(null)
  const first = given ?? own
  const [done, setDone] = useState<Done | null>(null)
  const noting = useNoting((receipt, { text, channel }) => {
    localStorage.setItem(MEMORY, channel)
    setDone({ receipt, text })
    form.resetFields()
    form.setFieldValue('channel', channel)
    first.current?.focus()
  })
  return (
    <Form
      form={form}
      className="note"
      layout="vertical"
      requiredMark={false}
      initialValues={{ channel: lastChannel(), publicity: 'nameless' }}
      onFinish={(noted) => noting.mutate(noted)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !noting.isPending) form.submit()
      }}
    >
      {done && <LastDone done={done} />}
      <Fields form={form} first={first} />
      <Submit sending={noting} label={words.submit}>
        <kbd>{words.submitHint}</kbd>
      </Submit>
    </Form>
  )
}
