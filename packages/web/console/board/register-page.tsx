// Taking down a matter for somebody who calls or comes in: keyboard only, in under twenty seconds.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Select } from 'antd'
import type { RaiseMatter, Receipt } from '@yishi/contract/matter'
import { useState } from 'react'
import { Link } from 'react-router'
import { boardWords } from '../../words/console-board.ts'
import { shellWords } from '../../words/console-shell.ts'
import { channelWords, publicityWords } from '../../words/kinds.ts'
import { newKey, write } from '../api.ts'
import { bodyOf } from '../commands/body.ts'
import { useOneCommunity } from '../community.tsx'
import { useWords } from '../language.tsx'
import { OneCommunity } from '../parts/one-community.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { territoryQuery } from '../queries.ts'
import { Page } from '../shell/page.tsx'
import '../styles/lists.css'
import { placesIn } from '../territory/tree.ts'

const options = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

const PlaceFields = () => {
  const words = useWords(boardWords)
  const territory = useQuery(territoryQuery(useOneCommunity()))
  const places = territory.data ? placesIn(territory.data) : []
  return (
    <div className="two">
      <Form.Item name="place" label={words.knownPlace}>
        <Select
          aria-label={words.knownPlace}
          placeholder={words.knownPlaceHint}
          showSearch={{ optionFilterProp: 'label' }}
          loading={territory.isPending}
          options={[
            { value: '', label: words.elsewhere },
            ...places.map(({ code, name }) => ({ value: code, label: name })),
          ]}
        />
      </Form.Item>
      <Form.Item name="where" label={words.where}>
        <Input maxLength={120} placeholder={words.whereHint} />
      </Form.Item>
    </div>
  )
}

const PersonFields = () => {
  const words = useWords(boardWords)
  return (
    <>
      <div className="two">
        <Form.Item name="name" label={words.name}>
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
        <Form.Item name="phone" label={words.phone}>
          <Input maxLength={24} type="tel" autoComplete="off" />
        </Form.Item>
      </div>
      <div className="two">
        <Form.Item name="channel" label={words.channel}>
          <Select aria-label={words.channel} options={options(useWords(channelWords))} />
        </Form.Item>
        <Form.Item name="publicity" label={words.publicity}>
          <Select aria-label={words.publicity} options={options(useWords(publicityWords))} />
        </Form.Item>
      </div>
    </>
  )
}

const TakenDown = ({ receipt, again }: { receipt: Receipt; again: () => void }) => {
  const words = useWords(boardWords)
  return (
    <section className="panel register receipt" role="status">
      <h2>{words.done}</h2>
      <p>{words.readOut}</p>
      <p className="code num">{receipt.code}</p>
      <p>
        <a href={receipt.link}>{words.followLink}</a>
      </p>
      <div className="row">
        <Button type="primary" autoFocus onClick={again}>
          {words.another}
        </Button>
        <Link to={`/matters/${receipt.matter}`}>{words.openFile}</Link>
      </div>
    </section>
  )
}

const RegisterForm = ({ onDone }: { onDone: (receipt: Receipt) => void }) => {
  const words = useWords(boardWords)
  const { required } = useWords(shellWords)
  const client = useQueryClient()
  const community = useOneCommunity()
  const [form] = Form.useForm<RaiseMatter>()
  const [key, setKey] = useState(newKey)
  const raising = useMutation({
    mutationFn: (values: RaiseMatter) => write<Receipt>('/matters', { ...bodyOf(values), community }, { key }),
    onSuccess(receipt) {
      void client.invalidateQueries({ queryKey: ['board'] })
      onDone(receipt)
    },
    onError: () => setKey(newKey()),
  })
  return (
    <Form
      form={form}
      className="panel register"
      layout="vertical"
      requiredMark={false}
      initialValues={{ channel: 'phone', publicity: 'nameless' }}
      onFinish={(values) => raising.mutate(values)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit()
      }}
    >
      <Form.Item name="text" label={words.text} rules={[{ required: true, whitespace: true, message: required }]}>
        <Input.TextArea autoFocus rows={3} maxLength={4000} placeholder={words.textHint} />
      </Form.Item>
      <PlaceFields />
      <PersonFields />
      <div className="stack">
        <ProblemNote error={raising.error} />
        <div>
          <Button type="primary" htmlType="submit" loading={raising.isPending}>
            {words.submit}
          </Button>
        </div>
      </div>
    </Form>
  )
}

export const RegisterPage = () => {
  const words = useWords(boardWords)
  const { board } = useWords(shellWords)
  const [receipt, setReceipt] = useState<Receipt | null>(null)
  return (
    <Page title={words.registerTitle} above={<Link to="/matters">‹ {board}</Link>} actions={<OneCommunity />}>
      <p className="intro">{words.registerHint}</p>
      {receipt ? <TakenDown receipt={receipt} again={() => setReceipt(null)} /> : <RegisterForm onDone={setReceipt} />}
    </Page>
  )
}
