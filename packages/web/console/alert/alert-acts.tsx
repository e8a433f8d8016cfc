// What may be said about a running notice: progress, another end, a correction, and the word that it is over.
import { useQueryClient } from '@tanstack/react-query'
import { Button, Drawer, Form } from 'antd'
import type { AlertCommandName, AlertFile } from '@yishi/contract/alert'
import { ADVICE_LONGEST } from '@yishi/domain/alert'
import { useState } from 'react'
import { alertDeskWords } from '../../words/console-alert.ts'
import { shellWords } from '../../words/console-shell.ts'
import { write } from '../api.ts'
import type { FormValues } from '../commands/body.ts'
import { TextField } from '../commands/inputs.tsx'
import { useWords } from '../language.tsx'
import { MomentField } from '../parts/moment-field.tsx'
import { Submit } from '../parts/submit.tsx'
import { useAttempt } from '../use-attempt.ts'
import { alertQuery } from './queries.ts'

const Fields = ({ name }: { name: AlertCommandName }) => {
  const words = useWords(alertDeskWords)
  switch (name) {
    case 'progress':
      return <TextField name="text" label={words.progressText} longest={400} hint={words.progressHint} rows={3} />
    case 'end':
      return (
        <>
          <MomentField name="until" label={words.until} hint={words.untilHint} />
          <TextField name="reason" label={words.reason} longest={200} required={false} rows={2} />
        </>
      )
    case 'correct':
      return (
        <>
          <TextField name="advice" label={words.correctAdvice} longest={ADVICE_LONGEST} rows={4} />
          <TextField name="reason" label={words.correctReason} longest={200} rows={2} />
        </>
      )
    case 'lift':
      return <TextField name="words" label={words.liftWords} longest={400} hint={words.liftHint} rows={3} />
  }
}

const startOf = (name: AlertCommandName, { until, advice }: AlertFile): FormValues => {
  if (name === 'end') return { until }
  return name === 'correct' ? { advice } : {}
}

type Opened = { readonly name: AlertCommandName; readonly file: AlertFile; readonly onClose: (done: boolean) => void }

const useActing = ({ name, file, onClose }: Opened) => {
  const client = useQueryClient()
  return useAttempt({
    send: (values: FormValues, key) =>
      write<AlertFile>(`/alerts/${file.alert}/${name}`, name === 'end' ? { until: null, ...values } : values, { key }),
    onDone(next) {
      client.setQueryData(alertQuery(file.alert).queryKey, next)
      void client.invalidateQueries({ queryKey: ['alerts'] })
      onClose(true)
    },
  })
}

const ActDrawer = (opened: Opened) => {
  const { name, file, onClose } = opened
  const words = useWords(alertDeskWords)
  const { cancel, required } = useWords(shellWords)
  const acting = useActing(opened)
  return (
    <Drawer open size={480} title={words.commands[name]} onClose={() => onClose(false)} className="command">
      <Form
        layout="vertical"
        requiredMark={false}
        initialValues={startOf(name, file)}
        onFinish={(values: FormValues) => acting.mutate(values)}
        validateMessages={{ required }}
      >
        <Fields name={name} />
        <Submit sending={acting} label={words.commands[name]} danger={name === 'lift'}>
          <Button onClick={() => onClose(false)}>{cancel}</Button>
        </Submit>
      </Form>
    </Drawer>
  )
}

const NAMES = ['progress', 'end', 'correct', 'lift'] as const satisfies readonly AlertCommandName[]

export const AlertActs = ({ file }: { file: AlertFile }) => {
  const words = useWords(alertDeskWords)
  const [open, setOpen] = useState<AlertCommandName | null>(null)
  const [done, setDone] = useState('')
  const close = (acted: boolean) => {
    if (acted && open) setDone(words.done(words.commands[open]))
    setOpen(null)
  }
  return (
    <>
      <div className="row alert-acts">
        {file.may &&
          NAMES.map((name) => (
            <Button key={name} type={name === 'progress' ? 'primary' : 'default'} onClick={() => setOpen(name)}>
              {words.commands[name]}
            </Button>
          ))}
      </div>
      <p role="status" className={done ? 'saved' : ''}>
        {done}
      </p>
      {open && <ActDrawer name={open} file={file} onClose={close} />}
    </>
  )
}
