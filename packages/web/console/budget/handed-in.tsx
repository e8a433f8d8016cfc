// What one voter hands in: entered by the first, entered again by a second who does not see it, decided by a third; the slip to sign, and what was done.
import { Alert, Button, Checkbox, Form, Input, Modal, Radio } from 'antd'
import type { BudgetHandedIn } from '@yishi/contract/budget-desk'
import { useState } from 'react'
import { moneyInWords } from '../../words/budget.ts'
import { consoleBudgetDeskWords } from '../../words/console-budget-desk.ts'
import { shortMoment } from '../../words/console-time.ts'
import { listText } from '../../words/list-text.ts'
import { useRule } from '../commands/inputs.tsx'
import { useLanguage, useWords } from '../language.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { useDeskAct } from './queries.ts'

type Given = {
  readonly budget: string
  readonly handedIn: BudgetHandedIn
  /** Found by the code of a sheet. */
  readonly onPaper: boolean
  /** `keep`: it stays in hand, so that the slip can be printed for the voter to sign. */
  readonly finish: (said: string, keep?: boolean) => void
}
type Where = 'desk' | 'paper'

const Ticks = ({ projects }: Pick<BudgetHandedIn, 'projects'>) => {
  const words = useWords(consoleBudgetDeskWords)
  const { lang } = useLanguage()
  const options = projects.map(({ id, name, cost }) => ({
    value: id,
    label: `${id}. ${name} · ${moneyInWords(cost, lang)}`,
  }))
  return (
    <Form.Item name="choice" label={words.ticked} rules={[{ required: true, message: words.required }]}>
      <Checkbox.Group className="budget-ticks" aria-label={words.ticked} options={options} />
    </Form.Item>
  )
}

const Reading = ({ budget, handedIn, onPaper, finish }: Given) => {
  const words = useWords(consoleBudgetDeskWords)
  const { voter, name, projects, waiting } = handedIn
  const isSecond = waiting === 'read-once'
  // A sheet becomes a ballot once; afterwards its voter says it in person.
  const noted = handedIn.steps.some(({ step, where }) => step === 'noted' && where === 'paper')
  const ways: readonly Where[] = noted && !isSecond ? ['desk'] : ['desk', 'paper']
  const reading = useDeskAct<object>(budget, `voters/${voter}/read`, (next) => {
    const said = { 'read-once': words.doneRead, differing: words.doneDiffers }
    finish((next.waiting ? said[next.waiting] : words.doneNoted)(name), next.waiting === 'read-once')
  })
  const required = useRule(true)
  return (
    <Form<{ where: Where; choice: string[] }>
      layout="vertical"
      requiredMark={false}
      initialValues={{ where: handedIn.where ?? (onPaper && !noted ? 'paper' : 'desk') }}
      onFinish={(filled) => reading.mutate(filled)}
    >
      {isSecond && <p className="meta">{words.blind}</p>}
      <Form.Item name="where" label={words.how} rules={required} extra={noted ? words.sheetDone : null}>
        <Radio.Group
          aria-label={words.how}
          disabled={isSecond || onPaper}
          options={ways.map((value) => ({ value, label: words.hows[value] }))}
        />
      </Form.Item>
      <Ticks projects={projects} />
      <ProblemNote error={reading.error} />
      <Button type="primary" htmlType="submit" loading={reading.isPending}>
        {isSecond ? words.readAgain : words.readFirst}
      </Button>
    </Form>
  )
}

const Settling = ({ budget, handedIn, finish }: Given) => {
  const words = useWords(consoleBudgetDeskWords)
  const { lang } = useLanguage()
  const { voter, name, projects, readings } = handedIn
  const settling = useDeskAct<object>(budget, `voters/${voter}/settle`, () => finish(words.doneNoted(name)))
  const required = useRule(true)
  const names = (choice: readonly string[]) =>
    listText(
      projects.flatMap((project) => (choice.includes(project.id) ? [project.name] : [])),
      lang,
    )
  return (
    <Form layout="vertical" requiredMark={false} onFinish={(filled: object) => settling.mutate(filled)}>
      <p>{words.settleHint}</p>
      <ul>
        {readings.map(({ by, choice }) => (
          <li key={by}>{words.readBy(by, names(choice))}</li>
        ))}
      </ul>
      <Ticks projects={projects} />
      <Form.Item name="reason" label={words.reason} rules={required}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      <ProblemNote error={settling.error} />
      <Button type="primary" htmlType="submit" loading={settling.isPending}>
        {words.settle}
      </Button>
    </Form>
  )
}

const Dropping = ({ budget, handedIn: { voter, name }, finish }: Given) => {
  const words = useWords(consoleBudgetDeskWords)
  const [asked, askFor] = useState(false)
  const [form] = Form.useForm<{ reason: string }>()
  const dropping = useDeskAct<object>(budget, `voters/${voter}/drop`, () => finish(words.doneDropped(name)))
  const required = useRule(true)
  return (
    <>
      <Button onClick={() => askFor(true)}>{words.drop}</Button>
      {asked && (
        <Modal
          open
          title={words.dropTitle}
          okText={words.drop}
          onOk={form.submit}
          onCancel={() => askFor(false)}
          confirmLoading={dropping.isPending}
        >
          <Form form={form} layout="vertical" requiredMark={false} onFinish={(filled) => dropping.mutate(filled)}>
            <Form.Item name="reason" label={words.dropReason} rules={required}>
              <Input maxLength={500} />
            </Form.Item>
            <ProblemNote error={dropping.error} />
          </Form>
        </Modal>
      )}
    </>
  )
}

/** Why whoever looks can do nothing more with it. */
const useWhy = ({ waiting }: BudgetHandedIn): string => {
  const words = useWords(consoleBudgetDeskWords)
  if (waiting === null) return words.closed
  return waiting === 'differing' ? words.thirdWaits : words.secondWaits
}

const ToDo = (given: Given) => {
  const why = useWhy(given.handedIn)
  const { may } = given.handedIn
  if (may.includes('read')) return <Reading {...given} />
  return may.includes('settle') ? <Settling {...given} /> : <p>{why}</p>
}

const Steps = ({ steps }: Pick<BudgetHandedIn, 'steps'>) => {
  const words = useWords(consoleBudgetDeskWords)
  return steps.length === 0 ? null : (
    <section aria-label={words.steps}>
      <h4>{words.steps}</h4>
      <ol className="paper-register">
        {steps.map(({ step, where, by, words: said, at }, index) => (
          <li key={`${at} ${index}`}>
            <span className="meta num">{shortMoment(at)}</span> <strong>{words.step[step]}</strong>{' '}
            {[by, words.hows[where], said].filter(Boolean).join(' · ')}
          </li>
        ))}
      </ol>
    </section>
  )
}

export const HandedIn = (given: Given) => {
  const words = useWords(consoleBudgetDeskWords)
  const { budget, handedIn, finish } = given
  const { number, name, place, channel, waiting, may, mayPrint, steps, voter } = handedIn
  return (
    <div className="stack sheet-in-hand">
      <h3>{words.voter(number, name)}</h3>
      <p className="row chips">
        {place && <span className="meta">{place}</span>}
        {waiting && <span className="chip warn">{words.waitingChip[waiting]}</span>}
      </p>
      {channel && <Alert type="info" showIcon title={words.hasBallot[channel]} />}
      <ToDo {...given} />
      <p className="row">
        {mayPrint && <a href={`/budgets/${budget}/voters/${voter}/slip`}>{words.slip}</a>}
        {may.includes('drop') && <Dropping {...given} />}
        <Button type="link" onClick={() => finish('')}>
          {words.close}
        </Button>
      </p>
      <Steps steps={steps} />
    </div>
  )
}
