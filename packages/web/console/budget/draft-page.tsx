// Drawing up a round, or changing its draft; nothing opens before it was looked over.
import { useQuery } from '@tanstack/react-query'
import { Form } from 'antd'
import type { BudgetFile } from '@yishi/contract/budget'
import { Link, useNavigate, useParams } from 'react-router'
import { consoleBudgetWords } from '../../words/console-budget.ts'
import { useOneCommunity } from '../community.tsx'
import { useWords } from '../language.tsx'
import { Answered } from '../parts/answered.tsx'
import { OneCommunity } from '../parts/one-community.tsx'
import { Submit } from '../parts/submit.tsx'
import { Page } from '../shell/page.tsx'
import '../styles/lists.css'
import '../styles/poll.css'
import { PbUpload } from './pb-upload.tsx'
import { EMPTY_PLAN, type PlanValues, planOf, valuesOf, withPb } from './plan-body.ts'
import { PlanFields } from './plan-fields.tsx'
import { budgetQuery } from './queries.ts'
import { useBudgetAct } from './use-budget-act.ts'

const PlanForm = ({ community, drafted }: { community: string; drafted: BudgetFile | null }) => {
  const words = useWords(consoleBudgetWords)
  const navigate = useNavigate()
  const [form] = Form.useForm<PlanValues>()
  const path = drafted ? `/budgets/${drafted.budget}/redraft` : '/budgets'
  const saving = useBudgetAct<object>(path, ({ budget }) => void navigate(`/budgets/${budget}`))
  return (
    <Form
      form={form}
      className="panel register"
      layout="vertical"
      requiredMark={false}
      scrollToFirstError={{ focus: true }}
      initialValues={drafted ? valuesOf(drafted) : EMPTY_PLAN}
      onFinish={(values) => saving.mutate({ ...planOf(values), ...(drafted ? {} : { community }) })}
    >
      <PbUpload use={(used) => form.setFieldsValue(withPb(form.getFieldsValue(), used))} />
      <PlanFields community={community} />
      <Submit sending={saving} label={words.save} />
    </Form>
  )
}

export const BudgetDraftPage = () => {
  const words = useWords(consoleBudgetWords)
  const { budget = '' } = useParams()
  const community = useOneCommunity()
  const query = useQuery({ ...budgetQuery(budget), refetchInterval: false })
  return (
    <Page
      title={budget ? words.redraft : words.begin}
      above={<Link to="/budgets">‹ {words.back}</Link>}
      actions={budget ? null : <OneCommunity />}
    >
      <p className="intro">{words.intro}</p>
      {budget ? (
        <Answered query={query}>{(file) => <PlanForm community={file.community.id} drafted={file} />}</Answered>
      ) : (
        <PlanForm community={community} drafted={null} />
      )}
    </Page>
  )
}
