// Name and phone: of whoever writes, who may leave both out, or of somebody they speak for, whose name is needed.
import type { FieldProblems, Language } from '@yishi/contract/pages'
import { Field } from './fields.tsx'

type Given = {
  lang: Language
  words: { readonly name: string; readonly phone: string; readonly phoneHint: string }
  draft: Readonly<Record<'name' | 'phone', string>>
  problems: FieldProblems<'name' | 'phone'>
  /** The browser knows its own user's name and number only. */
  another?: boolean
}

export const PersonFields = ({ lang, words, draft, problems, another = false }: Given) => (
  <>
    <Field
      lang={lang}
      name="name"
      label={words.name}
      value={draft.name}
      problem={problems.name}
      optional={!another}
      maxLength={40}
      autoComplete={another ? 'off' : 'name'}
    />
    <Field
      lang={lang}
      name="phone"
      label={words.phone}
      hint={words.phoneHint}
      value={draft.phone}
      problem={problems.phone}
      optional
      type="tel"
      inputMode="tel"
      maxLength={24}
      autoComplete={another ? 'off' : 'tel'}
    />
  </>
)
