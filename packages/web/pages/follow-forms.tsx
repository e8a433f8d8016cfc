// What the one who raised a matter may do on its page: rate it, add a remark, have it reopened.
import type { FollowForm, PageContext, Pages } from '@yishi/contract/pages'
import type { ReactNode } from 'react'
import { classes } from '../design/classes.ts'
import { Choices, Field, FixFirst, PhotoField, Send, sentInPlace } from '../design/fields.tsx'
import { Card } from '../design/parts.tsx'
import { RecordingField } from '../design/recording.tsx'
import { followWords } from '../words/follow.ts'
import type { Page } from './page.ts'

type Given = Parameters<Page<'follow'>>[0]
type FormGiven = {
  props: Pages['follow']
  context: PageContext
  form: FollowForm
  title: string
  children: ReactNode
  ids?: Readonly<Record<string, string>>
}

/** Remark and reopening unfold when their link in the dock is followed, or when they come back with something to fix. */
const OwnForm = ({ props: { at, key, draft }, context: { lang }, form, title, children, ids = {} }: FormGiven) => {
  const mine = draft?.form === form
  const unfolds = form !== 'rate' && !mine && 'unfolds'
  return (
    <Card title={title} id={form} className={classes(`area-${form}`, unfolds)}>
      <form
        action={`${at}/${form}`}
        method="post"
        {...(form === 'rate' ? {} : { encType: 'multipart/form-data' as const })}
        {...sentInPlace(lang)}
      >
        <input type="hidden" name="key" value={key} />
        {mine ? <FixFirst problems={draft.problems} lang={lang} ids={ids} /> : null}
        {children}
      </form>
    </Card>
  )
}

const draftOf = (props: Pages['follow'], form: FollowForm) => (props.draft?.form === form ? props.draft : null)

export const RateForm = (given: Given) => {
  const { lang } = given.context
  const words = followWords[lang]
  const draft = draftOf(given.props, 'rate')
  const scores = [5, 4, 3, 2, 1].map((score) => ({ value: String(score), label: words.scores[score] ?? '' }))
  return (
    <OwnForm {...given} form="rate" title={words.rate}>
      <Choices
        lang={lang}
        name="score"
        label={words.rateHint}
        choices={scores}
        value={draft?.score ? String(draft.score) : null}
        problem={draft?.problems.score}
        className="scores"
      />
      <Field
        lang={lang}
        name="text"
        label={words.rateText}
        value={draft?.text ?? ''}
        problem={draft?.problems.text}
        lines={2}
        optional
        maxLength={1000}
      />
      <Send>{words.rateSend}</Send>
    </OwnForm>
  )
}

export const RemarkForm = (given: Given) => {
  const { lang } = given.context
  const words = followWords[lang]
  const draft = draftOf(given.props, 'remark')
  return (
    <OwnForm {...given} form="remark" title={words.remark} ids={{ text: 'remark-text' }}>
      <Field
        lang={lang}
        name="text"
        id="remark-text"
        label={words.remarkLabel}
        hint={words.remarkHint}
        value={draft?.text ?? ''}
        problem={draft?.problems.text}
        orElse
        lines={4}
        maxLength={2000}
      />
      <RecordingField lang={lang} problem={draft?.problems.recording} kept={draft?.recording} />
      <PhotoField lang={lang} name="photos" problem={draft?.problems.photos} kept={draft?.kept ?? []} />
      <Send>{words.remarkSend}</Send>
    </OwnForm>
  )
}

export const ReopenForm = (given: Given) => {
  const { lang } = given.context
  const words = followWords[lang]
  const draft = draftOf(given.props, 'reopen')
  return (
    <OwnForm {...given} form="reopen" title={words.reopen}>
      <Field
        lang={lang}
        name="reason"
        label={words.reopenReason}
        value={draft?.text ?? ''}
        problem={draft?.problems.text}
        lines={3}
        maxLength={1000}
      />
      <Send>{words.reopenSend}</Send>
    </OwnForm>
  )
}
