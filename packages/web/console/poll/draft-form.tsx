// The form of a draft: question, rule, way and list on one page; what is typed is kept until it is sent.
import { useQueryClient } from '@tanstack/react-query'
import { Button, Form, type FormInstance, Radio } from 'antd'
import type { MatterFile } from '@yishi/contract/matter'
import type { PollFile, PollVoter } from '@yishi/contract/poll'
import { type PollRule, asksOwners } from '@yishi/domain/poll'
import { useNavigate } from 'react-router'
import { consolePollWords } from '../../words/console-poll.ts'
import { write } from '../api.ts'
import { useRule } from '../commands/inputs.tsx'
import { useWords } from '../language.tsx'
import { Submit } from '../parts/submit.tsx'
import { useKept } from '../parts/use-kept.ts'
import { useAttempt } from '../use-attempt.ts'
import { type ByElection, beginning, beginningAgain, beginningByElection } from './beginnings.ts'
import { type DraftValues, type ScopeNode, draftOf, pickedIn, valuesOf } from './draft-body.ts'
import { ElectorateFields } from './electorate-fields.tsx'
import { fitting, typesUnder } from './fitting.ts'
import { QuestionFields } from './question-fields.tsx'
import { RuleField, inForce } from './rule-field.tsx'
import { PlanFields } from './unit-fields.tsx'

const WayField = ({ rule }: { rule: PollRule }) => {
  const words = useWords(consolePollWords)
  return (
    <Form.Item name="way" label={words.wayLabel} rules={useRule(true)}>
      <Radio.Group
        aria-label={words.wayLabel}
        options={rule.ways.map((way) => ({ value: way, label: words.ways[way] }))}
      />
    </Form.Item>
  )
}

type Drafted = {
  readonly file: PollFile
  readonly voters: readonly PollVoter[]
  readonly nodes: readonly ScopeNode[]
}
/** What a new draft begins with: nothing, or the seats that an election left open. */
type Begun = { readonly drafted: Drafted | null; readonly from?: PollFile; readonly byElection?: ByElection }

const useDrafting = (
  matter: string,
  rules: readonly PollRule[],
  { drafted, sent }: { drafted: Drafted | null; sent: () => void },
) => {
  const client = useQueryClient()
  const navigate = useNavigate()
  return useAttempt({
    send: (values: DraftValues, key) => {
      const draft = draftOf(
        values,
        rules.find((each) => each.key === values.rule)!,
      )
      const path = drafted ? `/polls/${drafted.file.poll}/redraft` : `/matters/${encodeURIComponent(matter)}/polls`
      return write<PollFile>(path, draft, { key })
    },
    onDone({ poll }) {
      sent()
      for (const stale of [['polls'], ['poll', poll]]) void client.invalidateQueries({ queryKey: stale })
      void client.invalidateQueries({ queryKey: ['matter', matter] })
      void navigate(`/polls/${poll}`)
    },
  })
}

export type Given = {
  readonly file: MatterFile
  readonly rules: readonly PollRule[]
  readonly fixed: string | null
} & Begun

/** Of a draft, those whom the roster knows. */
const listedIn = (drafted: Drafted | null) =>
  (drafted?.voters ?? []).flatMap(({ person, name, group }) => (person === null ? [] : [{ person, name, group }]))

/** What stays in the browser: no names of people. */
const nameless = (values: DraftValues): DraftValues => ({
  ...values,
  names: '',
  options: values.type === 'candidates' ? [{}, {}] : (values.options ?? []),
})

type Begin = Partial<DraftValues>

const begunWith = ({ rules, fixed, drafted, from, byElection }: Omit<Given, 'file'>): Begin => {
  if (drafted) return valuesOf(drafted.file, drafted.voters, drafted.nodes)
  if (from && byElection) return beginningByElection(rules, from, byElection) as Begin
  return (from ? beginningAgain(rules, from) : beginning(rules, fixed)) as Begin
}

type Keeping = { readonly form: FormInstance<DraftValues>; readonly begun: Begin; readonly forget: () => void }

const Kept = ({ form, begun, forget }: Keeping) => {
  const words = useWords(consolePollWords)
  const afresh = () => {
    forget()
    form.setFieldsValue(Object.fromEntries(Object.keys(form.getFieldsValue(true)).map((field) => [field, undefined])))
    form.setFieldsValue(begun)
  }
  return (
    <p className="row form-block kept" role="status">
      {words.keptDraft}
      <Button size="small" onClick={afresh}>
        {words.beginAfresh}
      </Button>
    </p>
  )
}

export const DraftForm = ({ file, rules, fixed, drafted, from: earlier, byElection }: Given) => {
  const words = useWords(consolePollWords)
  const [form] = Form.useForm<DraftValues>()
  const { kept, keep, forget } = useKept<DraftValues>(
    `${byElection ? 'by-election' : 'poll'} of ${drafted?.file.poll ?? earlier?.poll ?? file.matter}`,
  )
  const drafting = useDrafting(file.matter, rules, { drafted, sent: forget })
  const key = Form.useWatch('rule', form)
  const from = Form.useWatch('from', form)
  const type = Form.useWatch('type', form)
  const rule = rules.find((each) => each.key === key)
  const bound = fixed !== null || drafted !== null
  const open = bound ? rules.filter((each) => each.key === key) : rules.filter(inForce)
  const begun = begunWith({
    rules,
    fixed,
    drafted,
    ...(earlier ? { from: earlier } : {}),
    ...(byElection ? { byElection } : {}),
  })
  return (
    <Form
      form={form}
      className="panel register"
      layout="vertical"
      requiredMark={false}
      scrollToFirstError={{ focus: true }}
      initialValues={{ ...begun, ...kept }}
      onValuesChange={(changed: Partial<DraftValues>, now) => {
        form.setFieldsValue(fitting(open, changed, now))
        keep(nameless(form.getFieldsValue(true)))
      }}
      onFinish={(values) => drafting.mutate(values)}
    >
      {kept && <Kept form={form} begun={begun} forget={forget} />}
      <QuestionFields types={typesUnder(open)} rule={rule} />
      <RuleField
        rules={open.filter(({ questions }) => questions.includes(type))}
        rule={rule}
        fixed={fixed !== null ? words.ruleFixed : drafted ? words.ruleKept : undefined}
      />
      {rule && <WayField rule={rule} />}
      {rule && (
        <ElectorateFields
          rule={rule}
          community={file.community.id}
          listed={listedIn(drafted)}
          units={pickedIn(drafted?.voters ?? [])}
        />
      )}
      {rule && from === 'units' && asksOwners(rule) && <PlanFields rule={rule} />}
      <Submit sending={drafting} label={words.draft} />
    </Form>
  )
}
