// A further question of an assembly: only what it has of its own is asked; a draft of one is changed here too.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Form } from 'antd'
import type { PollFile, PollRedraft } from '@yishi/contract/poll'
import type { AgendaQuestion } from '@yishi/contract/poll-agenda'
import { type PollRule, asksOwners, shareSheet } from '@yishi/domain/poll'
import { Link, useNavigate, useParams } from 'react-router'
import { consoleAgendaWords } from '../../words/console-agenda.ts'
import { consolePollWords } from '../../words/console-poll.ts'
import { write } from '../api.ts'
import { useWords } from '../language.tsx'
import { Answered } from '../parts/answered.tsx'
import { Submit } from '../parts/submit.tsx'
import { Page } from '../shell/page.tsx'
import { useAttempt } from '../use-attempt.ts'
import '../styles/lists.css'
import '../styles/poll.css'
import { type DraftValues, questionOf, termsOf, valuesOf } from './draft-body.ts'
import { fittingFurther, typesUnder } from './fitting.ts'
import { pollQuery, rulesQuery } from './queries.ts'
import { QuestionFields } from './question-fields.tsx'
import { RuleField, inForce } from './rule-field.tsx'
import { SilenceFields, TopicField } from './unit-fields.tsx'

/** Null where the file is the first question: then a further one is added to it. */
const redraftOf = ({ assembly, agenda, poll, way }: PollFile, values: DraftValues): PollRedraft | null => {
  if (!assembly || agenda?.first === poll) return null
  const { kind, uses, zones } = assembly.scope
  const { notice: _, resultNotice: __, extensions: ___, scope: ____, ...plan } = assembly
  return {
    way,
    question: questionOf(values),
    electorate: { units: { kind, node: null, units: [], uses, zones } },
    plan: { ...plan, ...termsOf(values) },
  }
}

const useSaving = (file: PollFile) => {
  const client = useQueryClient()
  const navigate = useNavigate()
  return useAttempt({
    send(values: DraftValues, key) {
      const redraft = redraftOf(file, values)
      const added: AgendaQuestion = { rule: values.rule, question: questionOf(values), ...termsOf(values) }
      return write<PollFile>(`/polls/${file.poll}/${redraft ? 'redraft' : 'questions'}`, redraft ?? added, { key })
    },
    onDone({ agenda }) {
      void client.invalidateQueries({ queryKey: ['poll'] })
      void client.invalidateQueries({ queryKey: ['polls'] })
      void navigate(`/polls/${agenda?.first ?? file.poll}`)
    },
  })
}

const BEGINNING = {
  type: 'for-against',
  options: [{}, {}],
  most: 1,
  seats: 1,
  highest: 5,
  plan: { regime: 'strict' },
} as const

/** Of owners, with what stands once on the sheet as the first one's rule has it. */
const joins = (first: PollRule, rule: PollRule): boolean => asksOwners(rule) && inForce(rule) && shareSheet(first, rule)

/** A question of the same kind is asked under the same rule, until somebody says otherwise; after an election comes something else. */
const begun = (first: PollRule, rules: readonly PollRule[]) => {
  const under = first.questions.includes('for-against')
    ? first
    : rules.find((each) => each.questions.includes('for-against'))
  return { ...BEGINNING, rule: under?.key ?? first.key }
}

const QuestionForm = ({ file, rules }: { file: PollFile; rules: readonly PollRule[] }) => {
  const words = useWords(consoleAgendaWords)
  const { ruleKept } = useWords(consolePollWords)
  const [form] = Form.useForm<DraftValues>()
  const saving = useSaving(file)
  const key = Form.useWatch('rule', form)
  const type = Form.useWatch('type', form)
  const adds = file.agenda?.first === file.poll
  const rule = rules.find((each) => each.key === key)
  const open = adds
    ? rules.filter((each) => joins(file.rule, each))
    : rules.filter((each) => each.key === file.rule.key)
  return (
    <Form
      form={form}
      className="panel register"
      layout="vertical"
      requiredMark={false}
      scrollToFirstError={{ focus: true }}
      initialValues={adds ? begun(file.rule, open) : valuesOf(file, [])}
      onValuesChange={(changed: Partial<DraftValues>, now) => form.setFieldsValue(fittingFurther(open, changed, now))}
      onFinish={(values) => saving.mutate(values)}
    >
      <QuestionFields types={typesUnder(open)} rule={rule} />
      <RuleField
        rules={open.filter(({ questions }) => questions.includes(type))}
        rule={rule}
        fixed={adds ? undefined : ruleKept}
      />
      {rule && <TopicField rule={rule} />}
      {rule && <SilenceFields rule={rule} />}
      <Submit sending={saving} label={words.save} />
    </Form>
  )
}

const Asked = ({ file, rules }: { file: PollFile; rules: readonly PollRule[] }) => {
  const words = useWords(consoleAgendaWords)
  const first = file.agenda?.first ?? file.poll
  const title = first === file.poll ? words.addTitle : words.editTitle
  return (
    <Page title={title} above={<Link to={`/polls/${first}`}>‹ {words.back}</Link>}>
      <p className="intro">{words.intro}</p>
      <QuestionForm file={file} rules={rules} />
    </Page>
  )
}

export const AgendaQuestionPage = () => {
  const { poll = '' } = useParams()
  const rules = useQuery(rulesQuery)
  return (
    <Answered query={useQuery({ ...pollQuery(poll), refetchInterval: false })}>
      {(file) => <Answered query={rules}>{(all) => <Asked file={file} rules={all} />}</Answered>}
    </Answered>
  )
}
