// The form of one command, beside the file: one idempotency key for each opening, and nothing typed is ever lost.
import { Button, Drawer, Form } from 'antd'
import type { MatterFile, OrderView } from '@yishi/contract/matter'
import { useEffect, useState } from 'react'
import { type ActionName, actionWords } from '../../words/console-forms.ts'
import { shellWords } from '../../words/console-shell.ts'
import { isProblem, write } from '../api.ts'
import { useWords } from '../language.tsx'
import { useInHand } from '../matter/in-hand.tsx'
import { Submit } from '../parts/submit.tsx'
import { useAttempt } from '../use-attempt.ts'
import { type FormValues, bodyOf } from './body.ts'
import { COMMAND_FIELDS } from './fields.tsx'

/** Which command is open, on which order, and what it begins with. */
export type Opened = {
  readonly name: ActionName
  readonly order?: OrderView
  readonly outcome?: string
  /** What is chosen already, beside the name of the command. */
  readonly title?: string
  readonly initial?: FormValues
}

const pathOf = ({ name, order }: Opened, matter: string): string =>
  order ? `/orders/${order.order}/${name}` : `/matters/${matter}/${name === 'whistle' ? 'place-orders' : name}`

const fixedPart = ({ name, outcome }: Opened): FormValues => ({
  ...(name === 'whistle' ? { whistle: true } : {}),
  ...(outcome === undefined ? {} : { outcome }),
})

const useCommand = (opened: Opened, onDone: () => void) => {
  const { file, replace, reload } = useInHand()
  return useAttempt({
    send: (values: FormValues, key) =>
      write<MatterFile>(
        pathOf(opened, file.matter),
        { ...bodyOf(values), ...fixedPart(opened) },
        { key, revision: file.revision },
      ),
    onDone(next) {
      replace(next)
      onDone()
    },
    onRefused(error) {
      if (isProblem(error, 'changed-meanwhile')) void reload()
    },
  })
}

/** Once the form is gone, the keyboard goes on where it came from, or at the head of the file if that button is gone too. */
const useFocusBack = () => {
  const [from] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      const back = from?.isConnected ? from : document.querySelector('#main')
      if (back instanceof HTMLElement) back.focus()
    },
    [from],
  )
}

type Props = { readonly opened: Opened; readonly onClose: (done: ActionName | null) => void }

export const CommandDrawer = ({ opened, onClose }: Props) => {
  const words = useWords(shellWords)
  const names = useWords(actionWords)
  const [form] = Form.useForm<FormValues>()
  const command = useCommand(opened, () => onClose(opened.name))
  useFocusBack()
  const { Fields, initial } = COMMAND_FIELDS[opened.name]
  const title = [names[opened.name], opened.order?.partyName ?? opened.title].filter(Boolean).join(' · ')
  return (
    <Drawer open size={480} title={title} onClose={() => onClose(null)} className="command">
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true }}
        initialValues={opened.initial ?? initial ?? {}}
        onFinish={(values) => command.mutate(values)}
        validateMessages={{ required: words.required }}
      >
        <Fields />
        <Submit sending={command} label={names[opened.name]}>
          <Button onClick={() => onClose(null)}>{words.cancel}</Button>
        </Submit>
      </Form>
    </Drawer>
  )
}
