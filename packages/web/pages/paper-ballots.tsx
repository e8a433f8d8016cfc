// The page from which ballots on paper are printed, one sheet for each unit, laid out for the printer of the browser (RULES R1.53).
import type { PageContext, Pages } from '@yishi/contract/pages'
import { Send } from '../design/fields.tsx'
import { Frame } from '../design/frame.tsx'
import { Card, Heading } from '../design/parts.tsx'
import { paperWordsFor } from '../words/paper-of-people.ts'
import { sheetNames } from '../words/preference-sheet.ts'
import type { Page } from './page.ts'
import { SheetPages } from './paper-sheet.tsx'

type Given = { props: Pages['paper-ballots']; context: PageContext }

const Choose = ({ props: { poll, path, stairways, rule }, context: { lang } }: Given) => {
  const words = paperWordsFor(rule.electorate, lang)
  return (
    <form className="plate-choice" action={`/polls/${poll}/paper`} method="get">
      <div className="field">
        <label htmlFor="path">{words.stairway}</label>
        <select id="path" name="path">
          <option value="" selected={path === ''}>
            {words.all}
          </option>
          {stairways.map((each) => (
            <option key={each.path} value={each.path} selected={each.path === path}>
              {words.stairwayOf(each.name, each.of)}
            </option>
          ))}
        </select>
      </div>
      <Send tone="plain">{words.show}</Send>
      <button className="button button-main" type="button" data-print="" hidden>
        {words.print}
      </button>
    </form>
  )
}

export const PaperBallotsPage: Page<'paper-ballots'> = (given) => {
  const { props, context } = given
  const words = paperWordsFor(props.rule.electorate, context.lang)
  return (
    <Frame context={context} title={words.title} owner={props.community} layout="paper">
      <div className="screen-only">
        <Heading title={words.title}>{words.count(props.sheets.length)}</Heading>
        <Card>
          <p>{sheetNames(props.rule, context.lang)?.lead ?? words.lead}</p>
          {props.left > 0 ? <p>{words.left(props.left)}</p> : null}
          <Choose {...given} />
          <p className="hint">{words.printHint}</p>
          {props.pages.length > 1 ? <p className="hint">{words.pagesHint(props.pages.length)}</p> : null}
          {props.sheets.length === 0 ? <p>{words.none}</p> : null}
        </Card>
      </div>
      {props.sheets.map((sheet) => (
        <SheetPages key={sheet.code} sheet={sheet} given={given} />
      ))}
    </Frame>
  )
}
