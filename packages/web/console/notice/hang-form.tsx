// Hanging a notice, for a stage of a matter, by itself, or as the result of an earlier one: prefilled, and nothing typed is lost.
import { useQueryClient } from '@tanstack/react-query'
import { Button, Drawer, Form, Input, InputNumber, Select } from 'antd'
import type { NoticeFile } from '@yishi/contract/notice'
import {
  BASES,
  BASIS_KEYS,
  type BasisKey,
  LONGEST_TEXT,
  LONGEST_TITLE,
  MOST_DAYS,
  NOTICE_KINDS,
} from '@yishi/domain/notice'
import { basisInWords, consoleNoticeWords } from '../../words/console-notice.ts'
import { shellWords } from '../../words/console-shell.ts'
import { noticeKindWords } from '../../words/notice.ts'
import { write } from '../api.ts'
import { type FormValues, bodyOf } from '../commands/body.ts'
import { FiguresField } from '../commands/figures-field.tsx'
import { PhotosOf } from '../commands/photos-field.tsx'
import { useLanguage, useWords } from '../language.tsx'
import { Submit } from '../parts/submit.tsx'
import { useAttempt } from '../use-attempt.ts'
import { WhereFields } from './where-fields.tsx'

export type Hanging = {
  readonly community: string
  /** Where it is sent, and what is sent along. */
  readonly path: string
  readonly fixed: FormValues
  readonly initial: FormValues
  /** What the stage asks for; null for what the committee hangs by itself. */
  readonly least: number
  readonly askKind: boolean
  readonly title: string
}

const useHanging = ({ path, fixed }: Hanging, onDone: (notice: NoticeFile) => void) => {
  const client = useQueryClient()
  return useAttempt({
    send: (values: FormValues, key) => write<NoticeFile>(path, { ...bodyOf(values), ...fixed }, { key }),
    onDone(notice) {
      for (const queryKey of [['notices'], ['notice'], ['matter']]) void client.invalidateQueries({ queryKey })
      onDone(notice)
    },
  })
}

const TitleField = () => {
  const words = useWords(consoleNoticeWords)
  const { required } = useWords(shellWords)
  const fits = (_: unknown, value: string = '') => {
    const { length } = [...value.trim()]
    return length > LONGEST_TITLE ? Promise.reject(new Error(words.titleTooLong(length))) : Promise.resolve()
  }
  return (
    <Form.Item
      name="title"
      label={words.noticeTitle}
      extra={words.titleHint}
      rules={[{ required: true, whitespace: true, message: required }, { validator: fits }]}
    >
      <Input.TextArea rows={2} />
    </Form.Item>
  )
}

/** The law's fewest days, where one was chosen, are the fewest that can be entered. */
const PeriodFields = ({ least }: { least: number }) => {
  const words = useWords(consoleNoticeWords)
  const { lang } = useLanguage()
  const basis = Form.useWatch<BasisKey | undefined>('basis')
  const fewest = Math.max(least, basis ? BASES[basis].minDays : 1)
  const options = BASIS_KEYS.map((key) => ({ value: key, label: basisInWords(key, lang) }))
  return (
    <>
      <Form.Item name="basis" label={words.basis}>
        <Select allowClear aria-label={words.basis} placeholder={words.noBasis} options={options} />
      </Form.Item>
      <Form.Item
        name="days"
        label={words.days}
        extra={words.daysHint(fewest)}
        rules={[{ required: true, type: 'integer', min: fewest, max: MOST_DAYS, message: words.daysHint(fewest) }]}
      >
        <InputNumber precision={0} aria-label={words.days} />
      </Form.Item>
    </>
  )
}

const Fields = ({ community, least, askKind }: Hanging) => {
  const words = useWords(consoleNoticeWords)
  const kinds = useWords(noticeKindWords)
  const { required } = useWords(shellWords)
  return (
    <>
      {askKind && (
        <Form.Item name="kind" label={words.kind}>
          <Select aria-label={words.kind} options={NOTICE_KINDS.map((kind) => ({ value: kind, label: kinds[kind] }))} />
        </Form.Item>
      )}
      <TitleField />
      <Form.Item name="text" label={words.text} rules={[{ required: true, whitespace: true, message: required }]}>
        <Input.TextArea rows={8} maxLength={LONGEST_TEXT} placeholder={words.textHint} />
      </Form.Item>
      <FiguresField />
      <PhotosOf community={community} />
      <PeriodFields least={least} />
      <WhereFields community={community} />
    </>
  )
}

type Props = { readonly hanging: Hanging; readonly onClose: (hung: NoticeFile | null) => void }

export const HangDrawer = ({ hanging, onClose }: Props) => {
  const words = useWords(consoleNoticeWords)
  const { cancel } = useWords(shellWords)
  const sending = useHanging(hanging, onClose)
  return (
    <Drawer open size={560} title={hanging.title} onClose={() => onClose(null)} className="command">
      <Form
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true }}
        initialValues={hanging.initial}
        onFinish={(values: FormValues) => sending.mutate(values)}
      >
        <Fields {...hanging} />
        <Submit sending={sending} label={words.send}>
          <Button onClick={() => onClose(null)}>{cancel}</Button>
        </Submit>
      </Form>
    </Drawer>
  )
}
