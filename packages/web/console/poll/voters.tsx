// Noting ballots in the hall for those who vote in person, with who noted them.
import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Modal, Radio } from 'antd'
import type { PollFile, PollVoter } from '@yishi/contract/poll'
import { type NotedIn, hasSheets } from '@yishi/domain/poll'
import { useState } from 'react'
import { consoleAssemblyWords } from '../../words/console-assembly.ts'
import { consolePollWords } from '../../words/console-poll.ts'
import { useRule } from '../commands/inputs.tsx'
import { useWords } from '../language.tsx'
import { Answered } from '../parts/answered.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { MARKS, type MarkValues, choiceOf, saysMore } from './noted-choice.ts'
import { NotedMarks } from './noted-marks.tsx'
import { Proofs } from './proofs.tsx'
import { votersQuery } from './queries.ts'
import { usePollAct } from './use-poll-act.ts'

type Noted = MarkValues & { readonly where: NotedIn }
type Given = { readonly file: PollFile; readonly voter: PollVoter; readonly close: (done: boolean) => void }

const SIGNED: readonly string[] = ['paper', 'door']

const NoteDialog = ({ file, voter, close }: Given) => {
  const words = useWords(consolePollWords)
  const { question, rule } = file
  const [form] = Form.useForm<Noted>()
  // A signed sheet is read by two, at its own desk.
  const wheres = Object.entries(words.wheres).filter(([where]) => !hasSheets(rule) || !SIGNED.includes(where))
  const noting = usePollAct<{ choice: readonly string[]; where: NotedIn }>(file, `ballots/${voter.voter}`, () =>
    close(true),
  )
  const required = useRule(true)
  return (
    <Modal
      open
      title={words.noteFor(voter.name)}
      okText={words.note}
      onOk={form.submit}
      confirmLoading={noting.isPending}
      onCancel={() => close(false)}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ where: 'hall', ...(saysMore(question) && { choice: MARKS }) }}
        onFinish={({ where, ...marked }) => noting.mutate({ choice: choiceOf(question, marked), where })}
      >
        <NotedMarks question={question} />
        <Form.Item name="where" label={words.where} rules={required}>
          <Radio.Group aria-label={words.where} options={wheres.map(([value, label]) => ({ value, label }))} />
        </Form.Item>
        <ProblemNote error={noting.error} />
      </Form>
    </Modal>
  )
}

const UnitOf = ({ unit: { area, owners, head } }: { unit: NonNullable<PollVoter['unit']> }) => {
  const words = useWords(consoleAssemblyWords)
  const names = owners.map(({ name }) => name).join(' / ')
  return `${words.ownersOf(names)} · ${words.amount(area, 'area')} · ${words.head(head)}`
}

const Rows = ({ voters, note }: { voters: readonly PollVoter[]; note: (voter: PollVoter) => void }) => {
  const words = useWords(consolePollWords)
  return (
    <ul className="poll-voters">
      {voters.map((voter) => (
        <li key={voter.voter}>
          <strong>{voter.name}</strong>
          <span className="meta">{voter.unit ? <UnitOf unit={voter.unit} /> : voter.group}</span>
          <span className={`chip ${voter.cast ? 'ok' : 'mute'}`}>
            {voter.cast ? words.cast[voter.cast] : words.notCast}
          </span>
          <Button
            size="small"
            disabled={voter.cast === 'own' && voter.unit === null}
            aria-label={words.noteFor(voter.name)}
            onClick={() => note(voter)}
          >
            {words.note}
          </Button>
        </li>
      ))}
    </ul>
  )
}

export const Voters = ({ file }: { file: PollFile }) => {
  const words = useWords(consolePollWords)
  const assembly = useWords(consoleAssemblyWords)
  const [find, setFind] = useState('')
  const query = useQuery(votersQuery(file.poll, find))
  const [voter, note] = useState<PollVoter | null>(null)
  const [said, say] = useState('')
  return (
    <section className="panel box" aria-label={words.voters}>
      <h2>{words.voters}</h2>
      <p className="meta">{words.votersHint}</p>
      <p role="status" className={said ? 'saved' : ''}>
        {said}
      </p>
      {file.assembly && (
        <Input.Search
          aria-label={assembly.find}
          placeholder={assembly.findHint}
          maxLength={40}
          allowClear
          onSearch={(text) => setFind(text.trim())}
        />
      )}
      <Answered query={query}>
        {(voters) => (
          <>
            {file.may.includes('note') && <Rows voters={voters} note={note} />}
            {file.may.includes('prove') && <Proofs file={file} voters={voters} />}
          </>
        )}
      </Answered>
      {voter && (
        <NoteDialog
          file={file}
          voter={voter}
          close={(done) => {
            if (done) say(words.noted(voter.name))
            note(null)
          }}
        />
      )}
    </section>
  )
}
