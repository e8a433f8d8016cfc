// The form of one command on a project: one idempotency key for each opening, and nothing typed is ever lost.
import { useQueryClient } from '@tanstack/react-query'
import type { ProjectCommandName, ProjectView, Projects } from '@yishi/contract/project'
import { Button, Drawer, Form } from 'antd'
import type { FC } from 'react'
import { projectFormWords } from '../../words/project.ts'
import { shellWords } from '../../words/console-shell.ts'
import { write } from '../api.ts'
import { type FormValues, bodyOf } from '../commands/body.ts'
import { FiguresField } from '../commands/figures-field.tsx'
import { TextField } from '../commands/inputs.tsx'
import { PhotosField } from '../commands/photos-field.tsx'
import { useWords } from '../language.tsx'
import { useInHand } from '../matter/in-hand.tsx'
import { Submit } from '../parts/submit.tsx'
import { useAttempt } from '../use-attempt.ts'
import { DayField, PlanFields } from './plan-fields.tsx'

export type ProjectOpened =
  | { readonly name: 'start' }
  | { readonly name: ProjectCommandName; readonly project: ProjectView; readonly milestone?: number }

const ReportFields = () => {
  const words = useWords(projectFormWords)
  return (
    <>
      <TextField name="text" label={words.text} longest={2000} />
      <PhotosField />
      <FiguresField />
    </>
  )
}

const AcceptFields = () => (
  <TextField name="note" label={useWords(projectFormWords).note} required={false} longest={1000} rows={3} />
)

const FaultFields = () => (
  <>
    <TextField name="reason" label={useWords(projectFormWords).reason} longest={1000} rows={3} />
    <PhotosField />
  </>
)

const MoveFields = () => {
  const words = useWords(projectFormWords)
  return (
    <>
      <DayField name="by" label={words.day} />
      <TextField name="reason" label={words.reason} longest={500} rows={3} />
    </>
  )
}

const StopFields = () => <TextField name="reason" label={useWords(projectFormWords).reason} longest={500} rows={3} />

const FIELDS: Readonly<Record<ProjectOpened['name'], FC>> = {
  start: PlanFields,
  report: ReportFields,
  claim: ReportFields,
  accept: AcceptFields,
  fault: FaultFields,
  move: MoveFields,
  stop: StopFields,
}

const useProjectCommand = (opened: ProjectOpened, onDone: () => void) => {
  const client = useQueryClient()
  const { file, reload } = useInHand()
  const path =
    opened.name === 'start' ? `/matters/${file.matter}/projects` : `/projects/${opened.project.project}/${opened.name}`
  const fixed = 'milestone' in opened && opened.milestone !== undefined ? { milestone: opened.milestone } : {}
  return useAttempt({
    send: (values: FormValues, key) => write<Projects>(path, { ...bodyOf(values), ...fixed }, { key }),
    onDone() {
      void client.invalidateQueries({ queryKey: ['projects', file.matter] })
      void reload()
      onDone()
    },
  })
}

type Props = { readonly opened: ProjectOpened; readonly onClose: () => void }

export const ProjectDrawer = ({ opened, onClose }: Props) => {
  const words = useWords(shellWords)
  const form = useWords(projectFormWords)
  const command = useProjectCommand(opened, onClose)
  const Fields = FIELDS[opened.name]
  const title = opened.name === 'start' ? form.start : form.names[opened.name]
  return (
    <Drawer open size={480} title={title} onClose={onClose} className="command">
      <Form
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true }}
        initialValues={{ milestones: [{}] }}
        onFinish={(values: FormValues) => command.mutate(values)}
        validateMessages={{ required: words.required }}
      >
        <Fields />
        <Submit sending={command} label={title}>
          <Button onClick={onClose}>{words.cancel}</Button>
        </Submit>
      </Form>
    </Drawer>
  )
}
