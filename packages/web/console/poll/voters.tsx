// The list of a poll for those who count it: noting ballots in the hall, and whom the owners of a unit have chosen.
import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Form, Input, Modal, Radio } from 'antd'
import type { PollFile, PollVoter } from '@yishi/contract/poll'
import { type NotedIn, hasSheets } from '@yishi/domain/poll'
import { useState } from 'react'
import { consoleAssemblyWords } from '../../words/console-assembly.ts'
import { consoleChoosingWords } from '../../words/console-choosing.ts'
import { consolePollWords } from '../../words/console-poll.ts'
import { listText } from '../../words/list-text.ts'
import { useRule } from '../commands/inputs.tsx'
import { useLanguage, useWords } from '../language.tsx'
import { Answered } from '../parts/answered.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { ChooseDialog, VoterOfUnit, isShared } from './choosing.tsx'
import { MARKS, type MarkValues, choiceOf, saysMore } from './noted-choice.ts'
import { NotedMarks } from './noted-marks.tsx'
import { Proofs } from './proofs.tsx'
import { votersQuery } from './queries.ts'
import { usePollAct } from './use-poll-act.ts'

type Noted = MarkValues & { readonly where: NotedIn }
type Given = { readonly file: PollFile; readonly voter: PollVoter; readonly close: (said: string) => void }

const SIGNED: readonly string[] = ['paper', 'door']

const NoteDialog = ({ file, voter, close }: Given) => {
  const words = useWords(consolePollWords)
  const { question, rule } = file
  const [form] = Form.useForm<Noted>()
  // A signed sheet is read by two, at its own desk.
  const wheres = Object.entries(words.wheres).filter(([where]) => !hasSheets(rule) || !SIGNED.includes(where))
  const noting = usePollAct<{ choice: readonly string[]; where: NotedIn }>(file, `ballots/${voter.voter}`, () =>
    close(words.noted(voter.name)),
  )
  const required = useRule(true)
  return (
    <Modal
      open
      title={words.noteFor(voter.name)}
      okText={words.note}
      onOk={form.submit}
      confirmLoading={noting.isPending}
      onCancel={() => close('')}
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
  const names = words.ownersOf(owners.map(({ name }) => name).join(' / '))
  // Where households have one vote each, neither area nor heads count.
  return area === '' ? names : `${names} · ${words.amount(area, 'area')} · ${words.head(head)}`
}

/** Rows that are one person have one vote together. */
const SameRows = ({ same }: Pick<PollVoter, 'same'>) => {
  const words = useWords(consoleChoosingWords)
  const { lang } = useLanguage()
  if (same.length === 0) return null
  const names = listText(
    same.map(({ name, group, voted }) => words.row(name, group, voted)),
    lang,
  )
  return <span className="meta tone-warn">{words.same(names)}</span>
}

type Acts = {
  readonly file: PollFile
  readonly note: (voter: PollVoter) => void
  readonly choose: (voter: PollVoter) => void
}

const Row = ({ file: { may }, voter, note, choose }: Acts & { readonly voter: PollVoter }) => {
  const words = useWords(consolePollWords)
  const choosing = useWords(consoleChoosingWords)
  return (
    <li>
      <span className="poll-voter">
        <strong>{voter.name}</strong>
        <span className="meta">{voter.unit ? <UnitOf unit={voter.unit} /> : voter.group}</span>
        <VoterOfUnit voter={voter} />
        <SameRows same={voter.same} />
      </span>
      <span className={`chip ${voter.cast ? 'ok' : 'mute'}`}>
        {voter.cast ? words.cast[voter.cast] : words.notCast}
      </span>
      <span className="poll-voter-acts">
        {may.includes('choose') && isShared(voter) && (
          <Button size="small" aria-label={choosing.chooseFor(voter.name)} onClick={() => choose(voter)}>
            {choosing.choose}
          </Button>
        )}
        {may.includes('note') && (
          <Button
            size="small"
            disabled={voter.cast === 'own' && voter.unit === null}
            aria-label={words.noteFor(voter.name)}
            onClick={() => note(voter)}
          >
            {words.note}
          </Button>
        )}
      </span>
    </li>
  )
}

const Rows = ({ voters, ...acts }: Acts & { readonly voters: readonly PollVoter[] }) => (
  <ul className="poll-voters">
    {voters.map((voter) => (
      <Row key={voter.voter} voter={voter} {...acts} />
    ))}
  </ul>
)

type Listing = { readonly find: string; readonly several: boolean }
type Finding = { readonly listing: Listing; readonly list: (listing: Listing) => void }

const Finder = ({ listing, list }: Finding) => {
  const words = useWords(consoleAssemblyWords)
  const choosing = useWords(consoleChoosingWords)
  return (
    <div className="stack poll-finder">
      <Input.Search
        aria-label={words.find}
        placeholder={words.findHint}
        maxLength={40}
        allowClear
        onSearch={(text) => list({ ...listing, find: text.trim() })}
      />
      <Checkbox checked={listing.several} onChange={({ target }) => list({ ...listing, several: target.checked })}>
        {choosing.several}
      </Checkbox>
    </div>
  )
}

type Asked = { readonly to: 'note' | 'choose'; readonly voter: PollVoter }

export const Voters = ({ file }: { file: PollFile }) => {
  const words = useWords(consolePollWords)
  const choosing = useWords(consoleChoosingWords)
  const [listing, list] = useState<Listing>({ find: '', several: false })
  const query = useQuery(votersQuery(file.poll, listing))
  const [asked, ask] = useState<Asked | null>(null)
  const [said, say] = useState('')
  const close = (text: string) => {
    if (text) say(text)
    ask(null)
  }
  const acts = {
    file,
    note: (voter: PollVoter) => ask({ to: 'note', voter }),
    choose: (voter: PollVoter) => ask({ to: 'choose', voter }),
  }
  const title = file.may.includes('note') ? words.voters : words.votersListed
  return (
    <section className="panel box" aria-label={title}>
      <h2>{title}</h2>
      {file.may.includes('note') && <p className="meta">{words.votersHint}</p>}
      <p role="status" className={said ? 'saved' : ''}>
        {said}
      </p>
      {file.rule.ballotOf === 'unit' && <Finder listing={listing} list={list} />}
      <Answered query={query}>
        {(voters) => (
          <>
            {listing.several && voters.length === 0 && <p className="meta">{choosing.none}</p>}
            {(file.may.includes('note') || file.may.includes('choose')) && <Rows voters={voters} {...acts} />}
            {file.may.includes('prove') && <Proofs file={file} voters={voters} />}
          </>
        )}
      </Answered>
      {asked?.to === 'note' && <NoteDialog file={file} voter={asked.voter} close={close} />}
      {asked?.to === 'choose' && <ChooseDialog file={file} voter={asked.voter} close={close} />}
    </section>
  )
}
