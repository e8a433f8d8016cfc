// Who sits on a committee, who they are on the roster, and the end of a seat with its day, reason and evidence.
import { Button, Form, Input, Modal, Radio } from 'antd'
import type { TermBody, TermFile } from '@yishi/contract/term'
import { localDateOf } from '@yishi/domain/calendar'
import type { Instant } from '@yishi/domain/kernel'
import { VACANCY_REASONS, type VacancyReason } from '@yishi/domain/term'
import { useState } from 'react'
import { consoleTermWords } from '../../words/console-term.ts'
import { termWords } from '../../words/term.ts'
import { ChoiceField, TextField, useRule } from '../commands/inputs.tsx'
import { useWords } from '../language.tsx'
import { Submit } from '../parts/submit.tsx'
import { useTermAct } from './queries.ts'

type Member = TermFile['members'][number]
type Given = { readonly file: TermFile; readonly member: Member; readonly close: () => void }

const VacateDialog = ({ file, member, close }: Given) => {
  const words = useWords(consoleTermWords)
  const { reasons } = useWords(termWords)
  const sending = useTermAct(file.term, 'vacate', close)
  const required = useRule(true)
  const choices = Object.fromEntries(VACANCY_REASONS.map((reason) => [reason, reasons[reason]]))
  const reason: VacancyReason | undefined = member.owns === false ? 'no-longer-owner' : undefined
  return (
    <Modal open title={words.vacateTitle(member.name)} footer={null} onCancel={close}>
      <Form
        name="vacate"
        layout="vertical"
        requiredMark={false}
        initialValues={{ on: localDateOf(file.asOf as Instant), reason }}
        onFinish={(values: Omit<TermBody<'vacate'>, 'member'>) => sending.mutate({ ...values, member: member.member })}
      >
        <p>{words.vacateHint(member.name)}</p>
        <ChoiceField name="reason" label={words.reason} choices={choices} />
        <Form.Item name="on" label={words.on} rules={required}>
          <Input type="date" />
        </Form.Item>
        <TextField name="evidence" label={words.evidenceLabel} hint={words.evidenceHint} longest={300} rows={2} />
        <Submit sending={sending} label={words.vacate} danger>
          <Button onClick={close}>{words.cancel}</Button>
        </Submit>
      </Form>
    </Modal>
  )
}

const MatchDialog = ({ file, member, close }: Given) => {
  const words = useWords(consoleTermWords)
  const sending = useTermAct(file.term, 'match', close)
  const required = useRule(true)
  return (
    <Modal open title={words.matchTitle(member.name)} footer={null} onCancel={close}>
      <Form
        name="match"
        layout="vertical"
        requiredMark={false}
        onFinish={({ person }: { person: string }) => sending.mutate({ member: member.member, person })}
      >
        <p>{words.matchHint}</p>
        <Form.Item name="person" label={words.who} rules={required}>
          <Radio.Group
            aria-label={words.who}
            options={member.rows.map(({ person, homes, account, wears }) => ({
              value: person,
              label: words.row(homes, account, wears),
            }))}
          />
        </Form.Item>
        <Submit sending={sending} label={words.match}>
          <Button onClick={close}>{words.cancel}</Button>
        </Submit>
      </Form>
    </Modal>
  )
}

const Signs = ({ member: { vacancy, known, account, owns } }: { readonly member: Member }) => {
  const words = useWords(consoleTermWords)
  const { reasons } = useWords(termWords)
  if (vacancy)
    return (
      <>
        <span className="chip mute">{words.ended(vacancy.on, reasons[vacancy.reason])}</span>
        <span className="meta">{words.evidence(vacancy.evidence)}</span>
      </>
    )
  return (
    <>
      {!known && <span className="chip warn">{words.notKnown}</span>}
      {known && <span className={`chip ${account ? 'ok' : 'mute'}`}>{account ? words.worn : words.noAccount}</span>}
      {owns === false && <span className="chip bad">{words.notOwner}</span>}
    </>
  )
}

type LineGiven = Omit<Given, 'close'> & { readonly open: (dialog: 'vacate' | 'match', member: Member) => void }

const Line = ({ file, member, open }: LineGiven) => {
  const words = useWords(consoleTermWords)
  const sits = file.status === 'running' && !member.vacancy
  return (
    <li className="poll-line">
      <strong>{member.name}</strong>
      <span className="row">
        <span className="meta num">{words.since(member.since)}</span>
        <Signs member={member} />
        {sits && !member.known && member.rows.length > 0 && (
          <Button size="small" onClick={() => open('match', member)} aria-label={words.matchTitle(member.name)}>
            {words.match}
          </Button>
        )}
        {sits && (
          <Button size="small" onClick={() => open('vacate', member)} aria-label={words.vacateTitle(member.name)}>
            {words.vacate}
          </Button>
        )}
      </span>
    </li>
  )
}

export const Members = ({ file }: { readonly file: TermFile }) => {
  const words = useWords(consoleTermWords)
  const [opened, setOpened] = useState<{ dialog: 'vacate' | 'match'; member: Member } | null>(null)
  const close = () => setOpened(null)
  return (
    <section className="panel box" aria-label={words.members}>
      <h2>{words.members}</h2>
      <ul>
        {file.members.map((member) => (
          <Line
            key={member.member}
            file={file}
            member={member}
            open={(dialog, of) => setOpened({ dialog, member: of })}
          />
        ))}
      </ul>
      {opened?.dialog === 'vacate' && <VacateDialog file={file} member={opened.member} close={close} />}
      {opened?.dialog === 'match' && <MatchDialog file={file} member={opened.member} close={close} />}
    </section>
  )
}
