// Form parts: a field with its label, hint and error beside it; choices; photos; the summary of what to fix; buttons.
import type { PhotoView } from '@yishi/contract/matter'
import type { FieldProblem, Language } from '@yishi/contract/pages'
import type { ReactNode } from 'react'
import { frameWords } from '../words/frame.ts'
import { problemWords } from '../words/problems.ts'
import { raiseWords } from '../words/raise.ts'
import { classes } from './classes.ts'
import { Picture, ShapeIcon } from './icons.tsx'
import { NoticeBar } from './parts.tsx'

type Said = { lang: Language; name: string; id?: string; hint?: string | undefined; problem?: FieldProblem | undefined }

export const Problem = ({ lang, name, id = name, problem }: Said) =>
  problem ? (
    <p className="problem" id={`${id}-problem`}>
      <ShapeIcon shape="octagon" />
      {problemWords[lang][problem]}
    </p>
  ) : null

const Hint = ({ name, id = name, hint }: Said) =>
  hint ? (
    <p className="hint" id={`${id}-hint`}>
      {hint}
    </p>
  ) : null

const described = ({ name, id = name, hint, problem }: Said) => ({
  ...(hint || problem
    ? { 'aria-describedby': [problem && `${id}-problem`, hint && `${id}-hint`].filter(Boolean).join(' ') }
    : {}),
  ...(problem ? { 'aria-invalid': true as const } : {}),
})

type FieldGiven = Said & {
  label: string
  value?: string
  optional?: boolean
  /** Something else may stand in its place; the server sees to it that one of them is there. */
  orElse?: boolean
  /** Several lines; kept as a draft in the browser, which names and numbers never are. */
  lines?: number
  type?: 'text' | 'tel' | 'password' | 'search'
  autoComplete?: string
  inputMode?: 'numeric' | 'tel'
  maxLength?: number
  /** What a script says of it where only the page as a whole can tell that it is empty. */
  missing?: string
}

export const Field = (given: FieldGiven) => {
  const {
    lang,
    name,
    id = name,
    label,
    value = '',
    optional = false,
    lines,
    type = 'text',
    autoComplete,
    inputMode,
  } = given
  const common = {
    id,
    name,
    required: !optional && !given.orElse,
    ...(given.maxLength ? { maxLength: given.maxLength } : {}),
    ...(autoComplete ? { autoComplete } : {}),
    ...(inputMode ? { inputMode } : {}),
    ...(given.missing ? { 'data-missing': given.missing } : {}),
    ...described(given),
  }
  return (
    <div className={classes('field', given.problem && 'field-wrong')}>
      <label htmlFor={id}>
        {label}
        {optional ? <small> {frameWords[lang].optional}</small> : null}
      </label>
      <Hint {...given} />
      {lines ? (
        <textarea {...common} rows={lines} defaultValue={value} data-draft="" />
      ) : (
        <input {...common} type={type} defaultValue={value} />
      )}
      <Problem {...given} />
    </div>
  )
}

type Choice = { value: string; label: string; hint?: string }
type ChoicesGiven = Said & { label: string; choices: readonly Choice[]; value: string | null; className?: string }

export const Choices = (given: ChoicesGiven) => (
  <fieldset className={classes('field', 'choices', given.className, given.problem && 'field-wrong')}>
    <legend>{given.label}</legend>
    <Hint {...given} />
    {given.choices.map(({ value, label, hint }) => (
      <label className="choice" key={value}>
        <input type="radio" name={given.name} value={value} required defaultChecked={value === given.value} />
        <span>
          {label}
          {hint ? <small>{hint}</small> : null}
        </span>
      </label>
    ))}
    <Problem {...given} />
  </fieldset>
)

/** Plain file input, so that the phone itself asks for camera or album; the island adds previews and makes them small. */
export const PhotoField = ({ kept, ...given }: Said & { kept: readonly PhotoView[] }) => {
  const words = raiseWords[given.lang]
  return (
    <div className={classes('field', given.problem && 'field-wrong')}>
      <label htmlFor={given.name}>
        {words.photos}
        <small> {frameWords[given.lang].optional}</small>
      </label>
      <Hint {...given} />
      <div className="photo-picker">
        <Picture name="camera" />
        <span aria-hidden="true">{words.photosAdd}</span>
        <input
          id={given.name}
          name={given.name}
          type="file"
          accept="image/*"
          multiple
          data-photos=""
          {...described(given)}
        />
      </div>
      <ul className="photos previews" data-previews="" data-remove={words.photoRemove} hidden />
      <Kept kept={kept} title={words.photosKept} lang={given.lang} />
      <Problem {...given} />
    </div>
  )
}

const Kept = ({ kept, title, lang }: { kept: readonly PhotoView[]; title: string; lang: Language }) =>
  kept.length === 0 ? null : (
    <>
      <p className="hint">{title}</p>
      <ul className="photos">
        {kept.map(({ id, thumb }, index) => (
          <li key={id}>
            <img src={thumb} alt={frameWords[lang].photo(index + 1)} width="240" height="240" />
            <input type="hidden" name="kept" value={id} />
          </li>
        ))}
      </ul>
    </>
  )

type FixFirstGiven = {
  problems: Readonly<Record<string, unknown>>
  lang: Language
  /** Of fields that are not called as they are sent. */
  ids?: Readonly<Record<string, string>>
}

/** How many, and the way to the first of them, which may be a screen further down or folded away. */
export const FixFirst = ({ problems, lang, ids = {} }: FixFirstGiven) => {
  const wrong = Object.keys(problems).filter((name) => problems[name])
  const [first] = wrong
  return first === undefined ? null : (
    <NoticeBar tone="bad">
      <a href={`#${ids[first] ?? first}-problem`}>{frameWords[lang].fixFirst(wrong.length)}</a>
    </NoticeBar>
  )
}

/** For a form that a script sends without leaving the page, with what it says meanwhile; without a script it is sent like any other. */
export const sentInPlace = (lang: Language) => {
  const { sending, offline, trouble } = frameWords[lang]
  return { 'data-send': '', 'data-sending': sending, 'data-offline': offline, 'data-trouble': trouble }
}

type ButtonGiven = { children: ReactNode; tone?: 'main' | 'plain' | 'formal'; form?: string }

export const Send = ({ children, tone = 'main', form }: ButtonGiven) => (
  <button className={`button button-${tone}`} type="submit" {...(form ? { form } : {})}>
    {children}
  </button>
)
