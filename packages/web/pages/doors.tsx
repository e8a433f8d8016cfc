// For building leaders: the doors that an urgent notice has not reached, and the two taps that note whom one has told.
import type { PageContext, Pages } from '@yishi/contract/pages'
import type { StairDoors } from '@yishi/contract/alert'
import { Frame } from '../design/frame.tsx'
import { Card, Heading } from '../design/parts.tsx'
import { doorWords } from '../words/alert.ts'
import type { Page } from './page.ts'

type Mark = { alert: string; unit: string; door: string; lang: PageContext['lang'] }

const MarkForm = ({ alert, unit, door, way, lang }: Mark & { way: 'door' | 'phone' | '' }) => {
  const words = doorWords[lang]
  const act = way === '' ? words.undo : words[way]
  return (
    <form method="post" action={`/a/${alert}/told`}>
      <input type="hidden" name="unit" value={unit} />
      <input type="hidden" name="way" value={way} />
      <button className="button" type="submit" aria-label={words.on(act, door)}>
        {act}
      </button>
    </form>
  )
}

const Stair = ({ stair, alert, lang }: { stair: StairDoors; alert: string; lang: PageContext['lang'] }) => {
  const words = doorWords[lang]
  return (
    <Card title={stair.name}>
      <p className="meta">{words.reached(stair.units - stair.open.length, stair.units)}</p>
      {stair.open.length === 0 ? <p>{words.allReached}</p> : <h3>{words.open}</h3>}
      <ul className="doors">
        {stair.open.map(({ unit, door }) => (
          <li key={unit}>
            <b>{door}</b>
            <MarkForm alert={alert} unit={unit} door={door} way="door" lang={lang} />
            <MarkForm alert={alert} unit={unit} door={door} way="phone" lang={lang} />
          </li>
        ))}
      </ul>
      {stair.told.length === 0 ? null : (
        <details>
          <summary>{words.told}</summary>
          <ul className="doors">
            {stair.told.map(({ unit, door, way }) => (
              <li key={unit}>
                <b>{door}</b>
                <span>{words.ways[way]}</span>
                <MarkForm alert={alert} unit={unit} door={door} way="" lang={lang} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  )
}

type Given = { props: Pages['doors']; context: PageContext }

const Stairs = ({ props: { alert, stairs }, context: { lang } }: Given) => (
  <div className="columns">
    {stairs.map((stair) => (
      <Stair key={stair.name} stair={stair} alert={alert.alert} lang={lang} />
    ))}
  </div>
)

export const DoorsPage: Page<'doors'> = (given) => {
  const { props, context } = given
  const words = doorWords[context.lang]
  return (
    <Frame context={context} title={words.title} owner={props.alert.community}>
      <Heading title={words.title}>{props.alert.title}</Heading>
      <p className="lead">{words.lead}</p>
      {props.stairs.length === 0 ? <p>{words.none}</p> : <Stairs {...given} />}
      <p>
        <a href={`/a/${props.alert.alert}`}>{words.back}</a>
      </p>
    </Frame>
  )
}
