// The procedures that this community may use.
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { procedureWords, sortingText } from '../../words/console-procedure.ts'
import { useOneCommunity } from '../community.tsx'
import { useLanguage, useName, useWords } from '../language.tsx'
import { Answered } from '../parts/answered.tsx'
import { Page } from '../shell/page.tsx'
import '../styles/procedure.css'
import { type ProcedureView, proceduresQuery } from './procedure-view.ts'

const Card = ({ procedure }: { procedure: ProcedureView }) => {
  const words = useWords(procedureWords)
  const { lang } = useLanguage()
  const name = useName()
  const sortings = sortingText(procedure.appliesTo, lang)
  const refused = procedure.findings.some(({ severity }) => severity === 'refused')
  return (
    <li className="panel procedure-card">
      <h2>
        <Link to={`/procedures/${procedure.key}`}>{name(procedure.names)}</Link>
      </h2>
      <p>{name(procedure.summary)}</p>
      <p className="row">
        {(sortings.length > 0 ? sortings : [words.everything]).map((text) => (
          <span key={text} className="chip plain">
            {text}
          </span>
        ))}
        {procedure.findings.length > 0 && (
          <span className={`chip ${refused ? 'bad' : 'warn'}`}>
            {words.severity[refused ? 'refused' : 'flagged']} {procedure.findings.length}
          </span>
        )}
      </p>
      <p className="meta">
        {procedure.stages.map((stage) => name(stage.names)).join(' → ')}
        <br />
        {words.stages(procedure.stages.length)} · {words.paths(procedure.paths)} · {words.version(procedure.version)}
      </p>
    </li>
  )
}

export const ProceduresPage = () => {
  const words = useWords(procedureWords)
  const procedures = useQuery(proceduresQuery(useOneCommunity()))
  return (
    <Page title={words.title}>
      <p className="intro">{words.intro}</p>
      <Answered query={procedures}>
        {(list) => (
          <ul className="procedure-cards">
            {list.length === 0 && <li>{words.none}</li>}
            {list.map((procedure) => (
              <Card key={procedure.key} procedure={procedure} />
            ))}
          </ul>
        )}
      </Answered>
    </Page>
  )
}
