// Issuing an urgent notice in under a minute: the kind brings the words, the tree the places, and one button sends it.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Form, Input, Radio, Select, TreeSelect } from 'antd'
import type { AlertFile, IssueAlert } from '@yishi/contract/alert'
import type { Territory, TerritoryNode } from '@yishi/contract/place'
import { ADVICE_LONGEST, type AlertKind, TITLE_LONGEST } from '@yishi/domain/alert'
import { Link, useNavigate } from 'react-router'
import { alertKindWords, severityWords } from '../../words/alert.ts'
import { alertDeskWords, presetWords } from '../../words/console-alert.ts'
import { write } from '../api.ts'
import { useCommunity, useOneCommunity } from '../community.tsx'
import { TextField, useRule } from '../commands/inputs.tsx'
import { useWords } from '../language.tsx'
import { OneCommunity } from '../parts/one-community.tsx'
import { partiesQuery, territoryQuery } from '../queries.ts'
import { Page } from '../shell/page.tsx'
import '../styles/alert.css'
import '../styles/lists.css'
import { MomentField } from '../parts/moment-field.tsx'
import { Submit } from '../parts/submit.tsx'
import { useAttempt } from '../use-attempt.ts'

const HOUR = 3_600_000

type Values = Omit<IssueAlert, 'community' | 'contact' | 'until' | 'from'> & {
  readonly from?: string | null
  readonly until?: string | null
  readonly party?: string
  readonly phone?: string
}

const bodyOf = ({ party, phone, from, until, ...values }: Values, community: string): IssueAlert => ({
  ...values,
  community,
  ...(from ? { from } : {}),
  until: until ?? null,
  contact: party ? { party, phone: phone ?? '' } : null,
})

type Branch = { readonly value: string; readonly title: string; readonly children: Branch[] }
const branchOf = ({ node, name, children }: TerritoryNode): Branch => ({
  value: node,
  title: name,
  children: children.map(branchOf),
})

const treeOf = (territory: Territory | undefined, whole: string): Branch[] =>
  territory ? [{ value: territory.community, title: whole, children: territory.children.map(branchOf) }] : []

const NodesField = () => {
  const words = useWords(alertDeskWords)
  const { me } = useCommunity()
  const community = useOneCommunity()
  const territory = useQuery(territoryQuery(community))
  const name = me.communities.find(({ id }) => id === community)?.name ?? ''
  return (
    <Form.Item name="nodes" label={words.where} rules={useNodesRule()}>
      <TreeSelect
        multiple
        showSearch={{ treeNodeFilterProp: 'title' }}
        aria-label={words.where}
        placeholder={words.whereHint}
        loading={territory.isPending}
        treeDefaultExpandedKeys={[community]}
        treeData={treeOf(territory.data, words.wholeCommunity(name))}
      />
    </Form.Item>
  )
}

const useNodesRule = () => {
  const [rule] = useRule(true)
  return [{ required: true, message: rule?.message ?? '' }]
}

const ContactFields = () => {
  const words = useWords(alertDeskWords)
  const parties = useQuery(partiesQuery(useOneCommunity()))
  const choices = (parties.data ?? []).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <div className="two">
      <Form.Item name="party" label={words.contact}>
        <Select
          aria-label={words.contact}
          showSearch={{ optionFilterProp: 'label' }}
          options={[{ value: '', label: words.byDuty }, ...choices]}
        />
      </Form.Item>
      <Form.Item name="phone" label={words.phone} extra={words.phoneHint}>
        <Input type="tel" maxLength={24} autoComplete="off" />
      </Form.Item>
    </div>
  )
}

const WordFields = () => {
  const words = useWords(alertDeskWords)
  const severities = useWords(severityWords)
  return (
    <>
      <Form.Item name="severity" label={words.severity}>
        <Radio.Group
          aria-label={words.severity}
          options={Object.entries(severities).map(([value, label]) => ({ value, label }))}
        />
      </Form.Item>
      <TextField name="title" label={words.titleField} longest={TITLE_LONGEST} rows={1} />
      <TextField name="advice" label={words.advice} longest={ADVICE_LONGEST} hint={words.adviceHint} rows={4} />
      <div className="two">
        <MomentField name="from" label={words.from} hint={words.fromHint} />
        <MomentField name="until" label={words.until} hint={words.untilHint} />
      </div>
    </>
  )
}

const useIssuing = () => {
  const client = useQueryClient()
  const navigate = useNavigate()
  const community = useOneCommunity()
  return useAttempt({
    send: (values: Values, key) => write<AlertFile>('/alerts', bodyOf(values, community), { key }),
    onDone: ({ alert }) => {
      void client.invalidateQueries({ queryKey: ['alerts'] })
      void navigate(`/alerts/${alert}`)
    },
  })
}

const IssueForm = () => {
  const words = useWords(alertDeskWords)
  const [kinds, presets] = [useWords(alertKindWords), useWords(presetWords)]
  const [form] = Form.useForm<Values>()
  const issuing = useIssuing()
  const begin = (kind: AlertKind) => {
    const { hours, ...preset } = presets[kind]
    form.setFieldsValue({ ...preset, until: hours ? new Date(Date.now() + hours * HOUR).toISOString() : null })
  }
  return (
    <Form
      form={form}
      className="panel register"
      layout="vertical"
      requiredMark={false}
      initialValues={{ party: '' }}
      onFinish={(values) => issuing.mutate(values)}
    >
      <Form.Item name="kind" label={words.kind} rules={useRule(true)}>
        <Radio.Group
          className="alert-kinds"
          aria-label={words.kind}
          optionType="button"
          options={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
          onChange={({ target }) => begin(target.value as AlertKind)}
        />
      </Form.Item>
      <NodesField />
      <WordFields />
      <ContactFields />
      <Submit sending={issuing} label={words.send} />
    </Form>
  )
}

export const IssuePage = () => {
  const words = useWords(alertDeskWords)
  return (
    <Page title={words.issueTitle} above={<Link to="/alerts">‹ {words.back}</Link>} actions={<OneCommunity />}>
      <p className="intro">{words.issueIntro}</p>
      <IssueForm />
    </Page>
  )
}
