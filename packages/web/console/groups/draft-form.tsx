// One draft, to be decided: made a matter as corrected here, joined to one that is under way, or passed over with a reason.
import { Button, Checkbox, Input, Select } from 'antd'
import type { DraftView, Excerpt, SimilarMatter } from '@yishi/contract/group'
import type { Publicity } from '@yishi/domain/matter'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { excerptWords, groupWords, similarWords } from '../../words/console-groups.ts'
import { kindWords, publicityWords } from '../../words/kinds.ts'
import { listText } from '../../words/list-text.ts'
import { useLanguage, useWords } from '../language.tsx'
import { PhaseChip } from '../parts/phase-chip.tsx'
import type { Decide } from './use-deciding.ts'

type Values = {
  readonly title: string
  readonly text: string
  readonly path: string
  readonly where: string
  readonly publicity: Publicity
  readonly also: boolean
}

const Labelled = ({ id, label, hint, children }: { id: string; label: string; hint?: string; children: ReactNode }) => (
  <div className="labelled">
    <label htmlFor={id}>
      {label} {hint && <span className="meta">{hint}</span>}
    </label>
    {children}
  </div>
)

type FieldsProps = {
  readonly draft: DraftView
  readonly excerpt: Excerpt
  readonly values: Values
  readonly set: (values: Partial<Values>) => void
}

const Where = ({ draft, excerpt, values, set }: FieldsProps) => {
  const words = useWords(excerptWords)
  const { whole } = useWords(groupWords)
  const id = `where-${draft.draft}`
  const hint =
    draft.whereFrom === 'nickname' ? words.fromNickname : draft.whereFrom === 'text' ? words.fromText : words.whereNone
  return (
    <div className="two">
      <Labelled id={id} label={words.where} hint={hint}>
        <Select
          id={id}
          value={values.path}
          onChange={(path) => set({ path })}
          showSearch={{ optionFilterProp: 'label' }}
          options={excerpt.nodes.map(({ path, name }) => ({ value: path, label: name || whole }))}
        />
      </Labelled>
      <Labelled id={`${id}-door`} label={words.door} hint={words.doorHint}>
        <Input
          id={`${id}-door`}
          maxLength={120}
          value={values.where}
          onChange={({ target }) => set({ where: target.value })}
        />
      </Labelled>
    </div>
  )
}

const Fields = (props: FieldsProps) => {
  const { draft, values, set } = props
  const words = useWords(excerptWords)
  const publicities = useWords(publicityWords)
  const { lang } = useLanguage()
  const id = `draft-${draft.draft}`
  return (
    <>
      <Labelled id={`${id}-title`} label={words.heading} hint={words.headingHint}>
        <Input
          id={`${id}-title`}
          className="draft-title"
          maxLength={60}
          value={values.title}
          onChange={({ target }) => set({ title: target.value })}
        />
      </Labelled>
      <Labelled id={`${id}-text`} label={words.text}>
        <Input.TextArea
          id={`${id}-text`}
          rows={3}
          maxLength={4000}
          value={values.text}
          onChange={({ target }) => set({ text: target.value })}
        />
      </Labelled>
      <Where {...props} />
      <Labelled id={`${id}-publicity`} label={words.publicity}>
        <Select
          id={`${id}-publicity`}
          value={values.publicity}
          onChange={(publicity) => set({ publicity })}
          options={Object.entries(publicities).map(([value, label]) => ({ value, label }))}
        />
      </Labelled>
      {draft.also.length > 0 && (
        <Checkbox checked={values.also} onChange={({ target }) => set({ also: target.checked })}>
          {words.also(listText(draft.also, lang))}
        </Checkbox>
      )}
      {draft.pictures > 0 && <p className="meta">{words.pictures(draft.pictures)}</p>}
      {draft.voices > 0 && <p className="meta">{words.voices(draft.voices)}</p>}
    </>
  )
}

const SimilarItem = ({ matter, join, busy }: { matter: SimilarMatter; join: () => void; busy: boolean }) => {
  const words = useWords(excerptWords)
  const { voices } = useWords(similarWords)
  return (
    <li>
      <div>
        <Link to={`/matters/${matter.matter}`} target="_blank">
          {matter.title}
        </Link>{' '}
        <PhaseChip phase={matter.phase} />
        <p className="meta">
          {[matter.place, matter.voices > 1 ? voices(matter.voices) : ''].filter(Boolean).join(' · ')}{' '}
          <span className="num">{matter.code}</span>
        </p>
      </div>
      <Button size="small" disabled={busy} onClick={join} aria-label={words.joinTo(matter.title)}>
        {words.join}
      </Button>
    </li>
  )
}

const Similar = ({ draft, decide, busy }: { draft: DraftView; decide: Decide; busy: boolean }) => {
  const words = useWords(excerptWords)
  return (
    <div className="draft-similar">
      <h3>{words.similar}</h3>
      {draft.similar.length === 0 && <p className="quiet">{words.similarNone}</p>}
      <ul>
        {draft.similar.map((matter) => (
          <SimilarItem
            key={matter.matter}
            matter={matter}
            busy={busy}
            join={() => decide(draft.draft, 'join', { to: matter.matter })}
          />
        ))}
      </ul>
    </div>
  )
}

const Dismissal = ({ draft, decide, busy }: { draft: DraftView; decide: Decide; busy: boolean }) => {
  const words = useWords(excerptWords)
  return (
    <Select
      aria-label={words.dismissWhy}
      className="dismissal"
      placeholder={words.dismiss}
      value={null}
      disabled={busy}
      onChange={(reason: string | null) => reason && decide(draft.draft, 'dismiss', { reason })}
      options={words.reasons.map((reason) => ({ value: reason, label: reason }))}
    />
  )
}

const startOf = (draft: DraftView, excerpt: Excerpt): Values => ({
  title: draft.title,
  text: draft.text,
  path: draft.path ?? excerpt.group.path,
  where: draft.door ?? '',
  publicity: 'nameless',
  also: draft.also.length > 0,
})

type Props = { readonly draft: DraftView; readonly excerpt: Excerpt; readonly decide: Decide; readonly busy: boolean }

export const DraftForm = ({ draft, excerpt, decide, busy }: Props) => {
  const words = useWords(excerptWords)
  const kinds = useWords(kindWords)
  const [values, change] = useState(() => startOf(draft, excerpt))
  const set = (some: Partial<Values>) => change((before) => ({ ...before, ...some }))
  const confirm = () => decide(draft.draft, 'confirm', values)
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !busy) confirm()
  }
  return (
    <div className="draft-columns" onKeyDown={onKey}>
      <div className="stack">
        <p className="meta">
          {words.saidBy}：{draft.speaker ?? words.nobody} {draft.at && <span className="num">{draft.at}</span>}{' '}
          {draft.kind && (
            <span className="chip plain">
              {words.kind} {kinds[draft.kind]}
            </span>
          )}
        </p>
        <Fields draft={draft} excerpt={excerpt} values={values} set={set} />
        <div className="row">
          <Button
            type="primary"
            loading={busy}
            onClick={confirm}
            disabled={values.title.trim() === '' || values.text.trim() === ''}
          >
            {words.confirm}
          </Button>
          <Dismissal draft={draft} decide={decide} busy={busy} />
          <span className="meta">{words.keyboard}</span>
        </div>
      </div>
      <Similar draft={draft} decide={decide} busy={busy} />
    </div>
  )
}
