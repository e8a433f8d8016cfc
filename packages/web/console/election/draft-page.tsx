// Drawing up a secret election, or changing its draft; nothing is published before it was looked over.
import { useQuery } from '@tanstack/react-query'
import { Checkbox, Form, Input, InputNumber, Select } from 'antd'
import type { ElectionLawView } from '@yishi/contract/election'
import type { ElectionFileView } from '@yishi/contract/election-file'
import { MOST_FURTHER_DAYS } from '@yishi/domain/secret-election'
import { Link, useNavigate, useParams } from 'react-router'
import { consoleSecretElectionWords } from '../../words/console-secret-election.ts'
import { useRule } from '../commands/inputs.tsx'
import { useOneCommunity } from '../community.tsx'
import { useLanguage, useName, useWords } from '../language.tsx'
import { Answered } from '../parts/answered.tsx'
import { OneCommunity } from '../parts/one-community.tsx'
import { Submit } from '../parts/submit.tsx'
import { Page } from '../shell/page.tsx'
import '../styles/lists.css'
import '../styles/poll.css'
import { candidateLines, candidatesIn, linesIn } from './lines.ts'
import { PostFields, type PostValues } from './post-fields.tsx'
import { RecallFields } from './recall-fields.tsx'
import { electionQuery, lawsQuery, useDrafting } from './queries.ts'

type RecallValues = Omit<NonNullable<ElectionFileView['recall']>, 'line' | 'until'>
type Values = {
  readonly law: string
  readonly title: string
  readonly purpose?: string
  readonly posts?: readonly PostValues[]
  readonly day: string
  readonly place: string
  readonly boxes: string
  readonly addsDown?: boolean
  readonly furtherWithin?: number | null
  readonly recall?: RecallValues
}

/** Fields that are not on the screen say nothing: a recall has no posts of its own, and an election nobody to recall. */
const askedIn = ({ posts = [], addsDown = false, furtherWithin = null, recall }: Values) =>
  recall
    ? { posts: [], addsDown: false, furtherWithin: null, recall }
    : {
        posts: posts.map(({ title = '', seats, candidates }) => ({
          title,
          seats,
          candidates: candidatesIn(candidates),
        })),
        addsDown: addsDown && posts.length > 1,
        furtherWithin,
        recall: null,
      }

const bodyOf = (values: Values) => {
  const { law, title, day, place, purpose = '', boxes } = values
  return { law, title, day, place, purpose, boxes: linesIn(boxes), ...askedIn(values) }
}

const valuesOf = (file: ElectionFileView): Values => ({
  law: file.law.key,
  title: file.title,
  purpose: file.purpose,
  posts: file.posts.map(({ title, seats, candidates }) => ({ title, seats, candidates: candidateLines(candidates) })),
  day: file.day,
  place: file.place,
  boxes: file.boxes.join('\n'),
  addsDown: file.addsDown,
  furtherWithin: file.furtherWithin,
  ...(file.recall ? { recall: file.recall } : {}),
})

const LawField = ({ laws, fixed }: { laws: readonly ElectionLawView[]; fixed: boolean }) => {
  const words = useWords(consoleSecretElectionWords)
  const { lang } = useLanguage()
  const name = useName()
  const key = Form.useWatch<string | undefined>('law')
  const law = laws.find((each) => each.key === key)
  return (
    <>
      <Form.Item name="law" label={words.law} rules={useRule(true)} extra={law?.caution[lang]}>
        <Select
          aria-label={words.law}
          disabled={fixed}
          options={laws.map(({ key: value, names }) => ({ value, label: name(names) }))}
        />
      </Form.Item>
      <Form.Item name="day" label={words.day} rules={useRule(true)} extra={words.dayHint(law?.rollDays ?? 20)}>
        <Input type="date" />
      </Form.Item>
    </>
  )
}

/** What no law gives and the assembly decides: left empty where it said nothing. */
const Declared = () => {
  const words = useWords(consoleSecretElectionWords)
  const posts = Form.useWatch<readonly PostValues[] | undefined>('posts')
  return (
    <fieldset className="form-block poll-block">
      <legend>{words.declared}</legend>
      <p className="meta">{words.declaredHint}</p>
      {(posts?.length ?? 0) > 1 && (
        <Form.Item name="addsDown" valuePropName="checked" extra={words.addsDownHint}>
          <Checkbox>{words.addsDown}</Checkbox>
        </Form.Item>
      )}
      <Form.Item name="furtherWithin" label={words.furtherWithin} extra={words.furtherWithinHint}>
        <InputNumber min={1} max={MOST_FURTHER_DAYS} precision={0} />
      </Form.Item>
    </fieldset>
  )
}

const Fields = ({ laws, fixed }: { laws: readonly ElectionLawView[]; fixed: boolean }) => {
  const words = useWords(consoleSecretElectionWords)
  const required = useRule(true)
  const key = Form.useWatch<string | undefined>('law')
  const recalls = laws.find((law) => law.key === key)?.recall ?? false
  return (
    <>
      <Form.Item name="title" label={words.name} rules={required}>
        <Input maxLength={60} />
      </Form.Item>
      <LawField laws={laws} fixed={fixed} />
      <Form.Item name="place" label={words.place} rules={required}>
        <Input maxLength={200} />
      </Form.Item>
      {recalls ? (
        <RecallFields />
      ) : (
        <>
          <PostFields />
          <Declared />
        </>
      )}
      <Form.Item name="boxes" label={words.boxes} rules={required}>
        <Input.TextArea rows={3} />
      </Form.Item>
      <Form.Item name="purpose" label={words.purpose}>
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
    </>
  )
}

const PlanForm = ({ community, drafted }: { community: string; drafted: ElectionFileView | null }) => {
  const words = useWords(consoleSecretElectionWords)
  const navigate = useNavigate()
  const saving = useDrafting<object>(drafted, ({ election }) => void navigate(`/elections/${election}`))
  const begin = { law: 'cn-village-election', posts: [{ seats: 1 }] }
  return (
    <Answered query={useQuery(lawsQuery)}>
      {(laws) => (
        <Form
          className="panel register"
          layout="vertical"
          requiredMark={false}
          scrollToFirstError={{ focus: true }}
          initialValues={drafted ? valuesOf(drafted) : begin}
          onFinish={(values: Values) => saving.mutate({ ...bodyOf(values), ...(drafted ? {} : { community }) })}
        >
          <Fields laws={laws} fixed={drafted !== null} />
          <Submit sending={saving} label={words.save} />
        </Form>
      )}
    </Answered>
  )
}

export const ElectionDraftPage = () => {
  const words = useWords(consoleSecretElectionWords)
  const { election = '' } = useParams()
  const community = useOneCommunity()
  const query = useQuery({ ...electionQuery(election), refetchInterval: false })
  return (
    <Page
      title={election ? words.redraft : words.begin}
      above={<Link to="/elections">‹ {words.back}</Link>}
      actions={election ? null : <OneCommunity />}
    >
      <p className="intro">{words.intro}</p>
      {election ? (
        <Answered query={query}>{(file) => <PlanForm community={community} drafted={file} />}</Answered>
      ) : (
        <PlanForm community={community} drafted={null} />
      )}
    </Page>
  )
}
