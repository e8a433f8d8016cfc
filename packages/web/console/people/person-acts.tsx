// What may be done about one person's account; each act says first what it does.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Input, Modal } from 'antd'
import type { Invited, PersonAct, Worker } from '@yishi/contract/people'
import { useState } from 'react'
import { peopleWords } from '../../words/console-people.ts'
import { shellWords } from '../../words/console-shell.ts'
import { newKey, write } from '../api.ts'
import { useWords } from '../language.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'

const Invitation = ({ link }: { link: string }) => {
  const words = useWords(peopleWords)
  const [copied, setCopied] = useState(false)
  const copy = () => {
    // Browsers withhold the clipboard on plain http; the field is there to copy from by hand.
    void navigator.clipboard?.writeText(link).then(() => setCopied(true))
  }
  return (
    <div className="stack">
      <Alert type="warning" showIcon title={words.onlyOnce} />
      <Input aria-label={words.title} readOnly value={link} onFocus={({ currentTarget }) => currentTarget.select()} />
      <div className="row">
        <Button type="primary" onClick={copy}>
          {words.copy}
        </Button>
        <span role="status">{copied && words.copied}</span>
      </div>
    </div>
  )
}

type Props = { readonly act: PersonAct; readonly worker: Worker; readonly community: string }

const useActing = ({ act, worker, community }: Props) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => write<Invited | undefined>(`/people/${worker.person}/${act}`, { community }, { key: newKey() }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['people'] }),
  })
}

export const ActDialog = ({ onClose, ...props }: Props & { onClose: (done: boolean) => void }) => {
  const words = useWords(peopleWords)
  const { cancel } = useWords(shellWords)
  const { act, worker } = props
  const acting = useActing(props)
  const link = acting.data?.link
  const confirm = () => acting.mutate(undefined, { onSuccess: (answer) => answer?.link === undefined && onClose(true) })
  const buttons = [
    <Button key="no" onClick={() => onClose(false)}>
      {cancel}
    </Button>,
    <Button key="yes" type="primary" danger={act !== 'invite'} loading={acting.isPending} onClick={confirm}>
      {words.confirm}
    </Button>,
  ]
  return (
    <Modal
      open
      title={link ? words.invitation(worker.name) : words.actOn(words.acts[act], worker.name)}
      onCancel={() => onClose(false)}
      footer={link ? null : buttons}
    >
      {link ? (
        <Invitation link={link} />
      ) : (
        <div className="stack">
          <p>{words.sure[act]}</p>
          <ProblemNote error={acting.error} />
        </div>
      )}
    </Modal>
  )
}
