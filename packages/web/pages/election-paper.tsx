// Ballots of a secret election for the printer: all alike, without number, code, or anything that leads to a voter (R2.4).
import type { Language, PageContext, Pages } from '@yishi/contract/pages'
import { localDateOf } from '@yishi/domain/calendar'
import { type Instant, later } from '@yishi/domain/kernel'
import { Send } from '../design/fields.tsx'
import { Frame } from '../design/frame.tsx'
import { Card, Heading } from '../design/parts.tsx'
import { electionWords } from '../words/election.ts'
import type { Page } from './page.ts'

type Given = { props: Pages['election-paper']; context: PageContext }

type Section = Given['props']['sections'][number]

type SectionGiven = { readonly section: Section; readonly lang: Language; readonly recall: boolean }

const SectionTable = ({ section: { title, seats, names, lines }, lang, recall }: SectionGiven) => {
  const words = electionWords[lang]
  const box = <span className="ballot-box" aria-hidden="true" />
  return (
    <table className="ballot-names">
      {title ? <caption>{recall ? title : words.postSeats(title, seats)}</caption> : null}
      <tbody>
        {(recall ? [words.agree, words.disagree] : names).map((name) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{box}</td>
          </tr>
        ))}
        {Array.from({ length: lines }, (_, index) => (
          <tr key={index} className="ballot-empty">
            <th scope="row">
              <small>{words.emptyLine}</small>
            </th>
            <td>{box}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Ballot = ({ props: { community, title, sections, addsDown, recall }, context: { lang } }: Given) => {
  const words = electionWords[lang]
  const [only] = sections
  const choosing = sections.length === 1 && only ? words.howTo(only.seats) : words.howToPosts
  const howTo = recall ? words.howToRecall : choosing
  const writes = sections.some(({ lines }) => lines > 0)
  const rules = [howTo, ...(addsDown ? [words.howToAdding] : []), ...(writes ? [words.howToWrite] : [])]
  return (
    <article className="secret-ballot">
      <h2>{title}</h2>
      <p>{`${community.name} · ${words.ballot}`}</p>
      {sections.map((section, index) => (
        <SectionTable key={index} section={section} lang={lang} recall={recall} />
      ))}
      <p className="ballot-rules">{rules.join(lang === 'zh' ? '' : ' ')}</p>
      <p>{words.stamp}</p>
    </article>
  )
}

export const ElectionPaperPage: Page<'election-paper'> = (given) => {
  const { props, context } = given
  const { lang } = context
  const words = electionWords[lang]
  return (
    <Frame context={context} title={words.paperTitle} owner={props.community} layout="paper">
      <div className="screen-only">
        <Heading title={words.paperTitle}>{props.title}</Heading>
        <Card>
          <p>{words.paperLead}</p>
          <form className="plate-choice" action={`/elections/${props.election}/paper`} method="get">
            <div className="field">
              <label htmlFor="copies">{words.copies}</label>
              <input id="copies" name="copies" type="number" min="1" max="200" defaultValue={props.copies} />
            </div>
            <Send tone="plain">{words.again}</Send>
            <button className="button button-main" type="button" data-print="" hidden>
              {words.print}
            </button>
          </form>
          <p className="hint">{words.printHint}</p>
        </Card>
      </div>
      {Array.from({ length: props.copies }, (_, index) => (
        <Ballot key={index} {...given} />
      ))}
    </Frame>
  )
}

type RollGiven = { props: Pages['election-roll']; context: PageContext }

const Groups = ({ props: { groups }, context: { lang } }: RollGiven) =>
  groups.map(({ group, names }) => (
    <section key={group}>
      <h2>{`${group || electionWords[lang].noGroup} (${names.length})`}</h2>
      <p className="roll-names">
        {names.map((name, index) => (
          <span key={index}>{name} </span>
        ))}
      </p>
    </section>
  ))

/** To be hung up: the one place where all names stand. */
export const ElectionRollPage: Page<'election-roll'> = (given) => {
  const { props, context } = given
  const words = electionWords[context.lang]
  const until = localDateOf(later(props.objectionsUntil as Instant, -1))
  return (
    <Frame context={context} title={words.rollTitle} owner={props.community} layout="paper">
      <p className="screen-only sheet-tools">
        <button className="button button-main" type="button" data-print="" hidden>
          {words.print}
        </button>
        <span className="hint">{words.printHint}</span>
      </p>
      <article className="result-sheet">
        <Heading title={words.rollTitle}>{`${props.community.name} · ${props.title}`}</Heading>
        <p>{words.rollLead(props.publishedOn, until, props.rulingDays)}</p>
        <p>{words.when(props.day, props.place)}</p>
        <Groups {...given} />
        <p>{words.registered(props.registered)}</p>
        <p className="sheet-small">{words.digest(props.digest)}</p>
      </article>
    </Frame>
  )
}
