// A matter looked up by its short code, as far as it is public.
import type { Language } from '@yishi/contract/pages'
import { Field, Send } from '../design/fields.tsx'
import { Frame } from '../design/frame.tsx'
import { MatterFacts } from '../design/matter-list.tsx'
import { Card, Heading, NoticeBar } from '../design/parts.tsx'
import { StatusChip } from '../design/status.tsx'
import { followWords } from '../words/follow.ts'
import { publicWords } from '../words/public.ts'
import type { Page } from './page.ts'

export const FindForm = ({ code, lang }: { code: string; lang: Language }) => {
  const words = publicWords[lang]
  return (
    <form className="find" action="/find" method="get">
      <Field
        lang={lang}
        name="code"
        label={words.findLabel}
        hint={words.findHint}
        value={code}
        maxLength={16}
        autoComplete="off"
      />
      <Send>{words.findAction}</Send>
    </form>
  )
}

export const FindPage: Page<'find'> = ({ props: { code, matter, asOf }, context }) => {
  const { lang } = context
  const words = publicWords[lang]
  return (
    <Frame context={context} title={words.findTitle}>
      <Heading title={words.findTitle} />
      <Card>
        <FindForm code={code} lang={lang} />
      </Card>
      {code && !matter ? (
        <NoticeBar tone="warn">
          <b>{words.findNone(code)}</b> {words.findNoneHint}
        </NoticeBar>
      ) : null}
      {matter ? (
        <Card>
          <StatusChip phase={matter.phase} lang={lang} />
          <h2>{matter.title}</h2>
          <MatterFacts matter={matter} asOf={asOf} lang={lang} />
          <p className="meta">{`${matter.community} · ${followWords[lang].code(matter.code)}`}</p>
          <p className="hint">{words.findMore}</p>
        </Card>
      ) : null}
    </Frame>
  )
}
