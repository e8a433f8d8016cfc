// The steps of an assembly between its notices: objections to the list, its opening and extension, the result shown and confirmed.
import { Button, Form, Input } from 'antd'
import type { PollAct, PollFile } from '@yishi/contract/poll'
import { useState } from 'react'
import { Link } from 'react-router'
import { consoleAssemblyWords } from '../../words/console-assembly.ts'
import { shortDeadline } from '../../words/console-time.ts'
import { resultTold } from '../../words/result-told.ts'
import { useRule } from '../commands/inputs.tsx'
import { useLanguage, useWords } from '../language.tsx'
import { HangDrawer } from '../notice/hang-form.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { AgendaShowing, showsTogether } from './agenda-showing.tsx'
import { usePollAct, useReload } from './use-poll-act.ts'

type Given = { readonly file: PollFile }

const Step = ({ file, name, label, hint }: Given & { name: PollAct; label: string; hint: string }) => {
  const acting = usePollAct<object>(file, name)
  return (
    <div className="stack">
      <p className="meta">{hint}</p>
      <ProblemNote error={acting.error} />
      <div>
        <Button loading={acting.isPending} onClick={() => acting.mutate({})}>
          {label}
        </Button>
      </div>
    </div>
  )
}

/** How the notice stands, and what waits for an answer before the next step. */
const Waiting = ({ file: { objections } }: Given) => {
  const words = useWords(consoleAssemblyWords)
  if (!objections) return null
  return (
    <p>
      {words.stands[objections.status]} · {words.unanswered(objections.unanswered)} ·{' '}
      <Link to={`/notices/${objections.notice}`}>{words.notice}</Link>
    </p>
  )
}

const Showing = ({ file, aside }: Given & { readonly aside: boolean }) => {
  const words = useWords(consoleAssemblyWords)
  const { lang } = useLanguage()
  const [open, setOpen] = useState(false)
  const reload = useReload(file)
  const { result, question, rule } = file
  if (!result) return null
  const initial = {
    title: words.resultTitle(question.text),
    text: [...resultTold(file, lang), words.resultObjections].join('\n'),
    days: rule.objectionDays,
    everywhere: true,
  }
  return (
    <div>
      <Button type={aside ? 'default' : 'primary'} onClick={() => setOpen(true)}>
        {aside ? words.showAlone : words.show}
      </Button>
      {open && (
        <HangDrawer
          hanging={{
            community: file.community.id,
            path: `/polls/${file.poll}/show`,
            fixed: {},
            initial,
            least: rule.objectionDays,
            askKind: false,
            title: words.show,
          }}
          onClose={() => {
            setOpen(false)
            reload()
          }}
        />
      )}
    </div>
  )
}

const Recounting = ({ file }: Given) => {
  const words = useWords(consoleAssemblyWords)
  const [form] = Form.useForm<{ reason: string }>()
  const acting = usePollAct<{ reason: string }>(file, 'recount', () => form.resetFields())
  const required = useRule(true)
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => acting.mutate(values)}>
      <Form.Item name="reason" label={words.recountReason} rules={required}>
        <Input maxLength={500} />
      </Form.Item>
      <ProblemNote error={acting.error} />
      <Button htmlType="submit" loading={acting.isPending}>
        {words.recount}
      </Button>
    </Form>
  )
}

export const AssemblySteps = ({ file }: Given) => {
  const words = useWords(consoleAssemblyWords)
  const { assembly, may, rule, status } = file
  if (!assembly || status === 'draft' || status === 'withdrawn') return null
  const left = (rule.extension?.times ?? 0) - assembly.extensions
  return (
    <section className="panel box stack" aria-label={words.next}>
      <h2>{words.next}</h2>
      <Waiting file={file} />
      {status === 'open' && <p className="num">{words.until(shortDeadline(assembly.closesAt))}</p>}
      {may.includes('redraw') && <Step file={file} name="redraw" label={words.redraw} hint={words.redrawHint} />}
      {may.includes('extend') && (
        <Step file={file} name="extend" label={words.extend} hint={words.extendHint(rule.extension!.days, left)} />
      )}
      {showsTogether(file) && <AgendaShowing file={file} />}
      {may.includes('show') && <Showing file={file} aside={showsTogether(file)} />}
      {may.includes('confirm') && <Step file={file} name="confirm" label={words.confirm} hint={words.confirmHint} />}
      {may.includes('recount') && <Recounting file={file} />}
      {['counting', 'preliminary', 'decided'].includes(status) && (
        <a href={`/api/polls/${file.poll}/export`} download="">
          {words.export}
        </a>
      )}
    </section>
  )
}
