// Beginning a poll: question, rule, way and list on one page; nothing opens before it was looked over.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Form, Radio } from 'antd'
import type { MatterFile } from '@yishi/contract/matter'
import type { PollFile, PollVoter, PollsOfMatter } from '@yishi/contract/poll'
import { type PollRule, asksOwners } from '@yishi/domain/poll'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import { consolePollWords } from '../../words/console-poll.ts'
import { write } from '../api.ts'
import { useRule } from '../commands/inputs.tsx'
import { useWords } from '../language.tsx'
import { Answered } from '../parts/answered.tsx'
import { Submit } from '../parts/submit.tsx'
import { matterQuery, territoryQuery } from '../queries.ts'
import { Page } from '../shell/page.tsx'
import { useAttempt } from '../use-attempt.ts'
import '../styles/lists.css'
import '../styles/poll.css'
import { beginning, beginningAgain } from './beginnings.ts'
import { fitting, typesUnder } from './fitting.ts'
import { type DraftValues, type ScopeNode, draftOf, pickedIn, valuesOf } from './draft-body.ts'
import { ElectorateFields, nodesIn } from './electorate-fields.tsx'
import { pollQuery, pollsOfMatterQuery, rulesQuery, allVotersQuery } from './queries.ts'
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
type Begun = { readonly drafted: Drafted | null; readonly from?: PollFile }

const useDrafting = (matter: string, rules: readonly PollRule[], drafted: Drafted | null) => {
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
      for (const stale of [['polls'], ['poll', poll]]) void client.invalidateQueries({ queryKey: stale })
      void client.invalidateQueries({ queryKey: ['matter', matter] })
      void navigate(`/polls/${poll}`)
    },
  })
}

type Given = {
  readonly file: MatterFile
  readonly rules: readonly PollRule[]
  readonly fixed: string | null
} & Begun

/** Of a draft, those whom the roster knows. */
const listedIn = (drafted: Drafted | null) =>
  (drafted?.voters ?? []).flatMap(({ person, name, group }) => (person === null ? [] : [{ person, name, group }]))

const DraftForm = ({ file, rules, fixed, drafted, from: earlier }: Given) => {
  const words = useWords(consolePollWords)
  const [form] = Form.useForm<DraftValues>()
  const drafting = useDrafting(file.matter, rules, drafted)
  const key = Form.useWatch('rule', form)
  const from = Form.useWatch('from', form)
  const type = Form.useWatch('type', form)
  const rule = rules.find((each) => each.key === key)
  const bound = fixed !== null || drafted !== null
  const open = bound ? rules.filter((each) => each.key === key) : rules.filter(inForce)
  const types = typesUnder(open)
  return (
    <Form
      form={form}
      className="panel register"
      layout="vertical"
      requiredMark={false}
      scrollToFirstError={{ focus: true }}
      initialValues={
        drafted
          ? valuesOf(drafted.file, drafted.voters, drafted.nodes)
          : earlier
            ? beginningAgain(rules, earlier)
            : beginning(rules, fixed)
      }
      onValuesChange={(changed: Partial<DraftValues>, now) => form.setFieldsValue(fitting(open, changed, now))}
      onFinish={(values) => drafting.mutate(values)}
    >
      <QuestionFields types={types} rule={rule} />
      <RuleField rules={open.filter(({ questions }) => questions.includes(type))} rule={rule} fixed={bound} />
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

type Around = Pick<Given, 'file'> & { readonly polls: PollsOfMatter }

const Anew = ({ file, polls }: Around) => (
  <Answered query={useQuery(rulesQuery)}>
    {(rules) => <DraftForm file={file} rules={rules} fixed={polls.rule} drafted={null} />}
  </Answered>
)

/** Under the rule that left the seats open, whichever rule the stage of the matter names by now. */
const OpenSeats = ({ file, poll }: Pick<Given, 'file'> & { readonly poll: string }) => {
  const rules = useQuery(rulesQuery)
  return (
    <Answered query={useQuery({ ...pollQuery(poll), refetchInterval: false })}>
      {(from) => (
        <Answered query={rules}>
          {(all) => <DraftForm file={file} rules={all} fixed={from.rule.key} drafted={null} from={from} />}
        </Answered>
      )}
    </Answered>
  )
}

const Again = ({ file, polls, poll }: Around & { readonly poll: string }) => {
  const rules = useQuery(rulesQuery)
  const voters = useQuery(allVotersQuery(poll))
  const territory = useQuery(territoryQuery(file.community.id))
  return (
    <Answered query={useQuery({ ...pollQuery(poll), refetchInterval: false })}>
      {(known) => (
        <Answered query={voters}>
          {(list) => (
            <Answered query={rules}>
              {(all) => (
                <Answered query={territory}>
                  {({ children }) => (
                    <DraftForm
                      file={file}
                      rules={all}
                      fixed={polls.rule}
                      drafted={{ file: known, voters: list, nodes: nodesIn(children) }}
                    />
                  )}
                </Answered>
              )}
            </Answered>
          )}
        </Answered>
      )}
    </Answered>
  )
}

export const PollDraftPage = () => {
  const { matter = '' } = useParams()
  const [search] = useSearchParams()
  const words = useWords(consolePollWords)
  const file = useQuery(matterQuery(matter))
  const polls = useQuery(pollsOfMatterQuery(matter))
  const poll = search.get('draft')
  const again = search.get('again')
  return (
    <Page title={words.draftTitle} above={<Link to={`/matters/${matter}`}>‹ {words.backToMatter}</Link>}>
      <p className="intro">{words.intro}</p>
      <Answered query={file}>
        {(loaded) => (
          <Answered query={polls}>
            {(known) =>
              poll ? (
                <Again file={loaded} polls={known} poll={poll} />
              ) : again ? (
                <OpenSeats file={loaded} poll={again} />
              ) : (
                <Anew file={loaded} polls={known} />
              )
            }
          </Answered>
        )}
      </Answered>
    </Page>
  )
}
