// The front door: how to say something, where to look a matter up, and which communities there are.
import { FindForm } from './find.tsx'
import { Frame } from '../design/frame.tsx'
import { Card, Heading } from '../design/parts.tsx'
import { homeWords } from '../words/public.ts'
import type { Page } from './page.ts'

export const HomePage: Page<'home'> = ({ props, context }) => {
  const words = homeWords[context.lang]
  return (
    <Frame context={context} title={words.title}>
      <Heading title={words.title} />
      <p className="lead">{words.lead}</p>
      {props.found ? (
        <Card title={words.emptyTitle}>
          <p>{words.emptyLead}</p>
          <a className="button button-main" href="/found">
            {words.emptyAction}
          </a>
        </Card>
      ) : null}
      <div className="columns">
        <Card title={words.scanTitle}>
          <ol className="three-steps">
            {words.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          {props.communities.length > 0 ? <p className="hint">{words.noCode}</p> : null}
        </Card>
        <Card title={words.findTitle}>
          <FindForm code="" lang={context.lang} />
        </Card>
      </div>
      {props.communities.length > 0 ? (
        <Card title={words.communities}>
          <ul className="communities">
            {props.communities.map(({ id, name, streetOffice, open }) => (
              <li key={id}>
                <a href={`/c/${id}`}>
                  <b>{name}</b>
                  {streetOffice ? <small>{streetOffice}</small> : null}
                </a>
                <span>{words.open(open)}</span>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
    </Frame>
  )
}
