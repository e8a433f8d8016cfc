// A further question of an assembly: only what it has of its own is asked; a draft of one is changed here too.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Form } from 'antd'
import type { PollFile, PollRedraft } from '@yishi/contract/poll'
import type { AgendaQuestion } from '@yishi/contract/poll-agenda'
import { type PollRule, asksOwners } from '@yishi/domain/poll'
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

const BEGINNING = { type: 'for-against', options: [{}, {}], most: 1, plan: { regime: 'strict' } } as const

/** An election by name has a vote of its own. */
const joins = (rule: PollRule): boolean => asksOwners(rule) && !rule.questions.includes('candidates') && inForce(rule)

const QuestionForm = ({ file, rules }: { file: PollFile; rules: readonly PollRule[] }) => {
  const words = useWords(consoleAgendaWords)
  const { ruleKept } = useWords(consolePollWords)
  const [form] = Form.useForm<DraftValues>()
  const saving = useSaving(file)
  const key = Form.useWatch('rule', form)
  const adds = file.agenda?.first === file.poll
  const rule = rules.find((each) => each.key === key)
  return (
    <Form
      form={form}
      className="panel register"
      layout="vertical"
      requiredMark={false}
      scrollToFirstError={{ focus: true }}
      initialValues={adds ? { ...BEGINNING, rule: file.rule.key } : valuesOf(file, [])}
      onFinish={(values) => saving.mutate(values)}
    >
      <QuestionFields types={rule?.questions ?? []} />
      <RuleField rules={rules.filter(joins)} rule={rule} fixed={adds ? undefined : ruleKept} />
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
