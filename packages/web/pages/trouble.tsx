// Pages for what went wrong, and for what has come to its end: what happened, and what to do now.
import { Frame } from '../design/frame.tsx'
import { Card, Heading } from '../design/parts.tsx'
import { endedWords, errorWords } from '../words/problems.ts'
import type { Page } from './page.ts'

export const ErrorPage: Page<'error'> = ({ props, context }) => {
  const words = errorWords[context.lang]
  const usual = words.byStatus[props.status] ?? words.other
  const title = props.title ?? usual.title
  return (
    <Frame context={context} title={title}>
      <Heading title={title} />
      <Card className="narrow">
        <p>{props.detail ?? usual.detail}</p>
        {props.reference ? (
          <>
            <p>
              {words.reference} <code>{props.reference}</code>
            </p>
            <p className="hint">{words.referenceHint}</p>
          </>
        ) : null}
        <div className="actions">
          {props.back ? (
            <a className="button button-main" href={props.back}>
              {words.again}
            </a>
          ) : null}
          <a className="button" href="/">
            {words.home}
          </a>
        </div>
      </Card>
    </Frame>
  )
}

export const EndedPage: Page<'ended'> = ({ props: { why }, context }) => {
  const words = endedWords[context.lang][why]
  return (
    <Frame context={context} title={words.title}>
      <Heading title={words.title} />
      <Card className="narrow">
        <p>{words.detail}</p>
        <a className="button button-main" href={why.startsWith('link') ? '/find' : '/login'}>
          {words.action}
        </a>
      </Card>
    </Frame>
  )
}
