// Announcing a draw: what is drawn from what, and which numbers from outside decide, all before anybody can know them.
import { useQueryClient } from '@tanstack/react-query'
import { Form, Input, InputNumber, Radio } from 'antd'
import type { DrawFile } from '@yishi/contract/draw'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { consoleDrawWords } from '../../words/console-draw.ts'
import { write } from '../api.ts'
import { TextField, useRule } from '../commands/inputs.tsx'
import { useOneCommunity } from '../community.tsx'
import { useWords } from '../language.tsx'
import { OneCommunity } from '../parts/one-community.tsx'
import { Submit } from '../parts/submit.tsx'
import { Page } from '../shell/page.tsx'
import { useAttempt } from '../use-attempt.ts'
import '../styles/draw.css'
import '../styles/lists.css'
import '../styles/poll.css'
import { type DrawValues, drawOf, lotsIn } from './draft-body.ts'
import { SourceFields } from './source-fields.tsx'

type Values = DrawValues & { readonly how: 'once' | 'twice' }

const useAnnouncing = (matter: string | null) => {
  const client = useQueryClient()
  const navigate = useNavigate()
  const community = useOneCommunity()
  return useAttempt({
    send: (values: DrawValues, key) =>
      write<DrawFile>('/draws', drawOf(values, matter ? { matter } : { community }), { key }),
    onDone({ draw }) {
      for (const stale of [['draws'], ['matter', matter]]) void client.invalidateQueries({ queryKey: stale })
      void navigate(`/draws/${draw}`)
    },
  })
}

const PoolField = ({ at, named }: { at: number; named: boolean }) => {
  const words = useWords(consoleDrawWords)
  const form = Form.useFormInstance<DrawValues>()
  const pool = Form.useWatch<string | undefined>(['rounds', at, 'pool'], form)
  const required = useRule(true)
  return (
    <>
      {named && (
        <Form.Item name={['rounds', at, 'name']} label={words.roundName(at + 1)} rules={required}>
          <Input maxLength={20} />
        </Form.Item>
      )}
      <Form.Item
        name={['rounds', at, 'pool']}
        label={at === 0 ? words.pool : words.secondPool}
        extra={`${words.lots(lotsIn(pool).length)} ${at === 0 ? words.poolHint : ''}`}
        rules={required}
      >
        <Input.TextArea rows={6} maxLength={90_000} />
      </Form.Item>
    </>
  )
}

const Rounds = () => {
  const words = useWords(consoleDrawWords)
  const form = Form.useFormInstance<Values>()
  const twice = Form.useWatch('how', form) === 'twice'
  return (
    <>
      <Form.Item name="how" label={words.how}>
        <Radio.Group
          aria-label={words.how}
          options={Object.entries(words.hows).map(([value, label]) => ({ value, label }))}
        />
      </Form.Item>
      <PoolField at={0} named={twice} />
      {twice && <PoolField at={1} named />}
      <Form.Item name="count" label={words.count} extra={words.countHint}>
        <InputNumber min={1} max={2000} precision={0} />
      </Form.Item>
    </>
  )
}

const AnnounceForm = ({ matter }: { matter: string | null }) => {
  const words = useWords(consoleDrawWords)
  const [form] = Form.useForm<Values>()
  const announcing = useAnnouncing(matter)
  return (
    <Form
      form={form}
      className="panel register"
      layout="vertical"
      requiredMark={false}
      scrollToFirstError={{ focus: true }}
      initialValues={{
        how: 'once',
        rounds: words.roundNames.map((name) => ({ name })),
        sources: [{ choice: 'double-colour-red' }],
        objectionDays: 3,
      }}
      onFinish={({ how, rounds, ...values }) =>
        announcing.mutate({
          ...values,
          rounds: how === 'twice' ? rounds : rounds.slice(0, 1).map(({ pool = '' }) => ({ pool })),
        })
      }
    >
      <TextField name="title" label={words.title} hint={words.titleHint} longest={60} rows={1} />
      <TextField name="text" label={words.text} longest={1000} rows={3} required={false} />
      <Rounds />
      <SourceFields />
      <Form.Item name="objectionDays" label={words.objectionDays} rules={[{ required: true }]}>
        <InputNumber min={1} max={30} precision={0} />
      </Form.Item>
      <div className="stack">
        <p className="meta">{words.before}</p>
        <Submit sending={announcing} label={words.publish} />
      </div>
    </Form>
  )
}

export const AnnouncePage = () => {
  const words = useWords(consoleDrawWords)
  const [search] = useSearchParams()
  const matter = search.get('matter')
  const above = matter ? (
    <Link to={`/matters/${matter}`}>‹ {words.backToMatter}</Link>
  ) : (
    <Link to="/draws">‹ {words.draws}</Link>
  )
  return (
    <Page title={words.announce} above={above} actions={matter ? null : <OneCommunity />}>
      <p className="intro">{words.announceIntro}</p>
      <AnnounceForm matter={matter} />
    </Page>
  )
}
