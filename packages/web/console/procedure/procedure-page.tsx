// One procedure: its drawing, its seats, and what the checker says of it.
import { useQuery } from '@tanstack/react-query'
import { findingInWords } from '@yishi/domain/procedure'
import { Link, useParams } from 'react-router'
import { roleWords } from '../../words/console-people.ts'
import { procedureWords } from '../../words/console-procedure.ts'
import { useOneCommunity } from '../community.tsx'
import { useLanguage, useName, useWords } from '../language.tsx'
import { Answered } from '../parts/answered.tsx'
import { Glyph } from '../parts/glyph.tsx'
import { Page } from '../shell/page.tsx'
import '../styles/procedure.css'
import { Drawn } from './drawn.tsx'
import { type ProcedureView, procedureQuery } from './procedure-view.ts'

const Findings = ({ procedure }: { procedure: ProcedureView }) => {
  const words = useWords(procedureWords)
  const { lang } = useLanguage()
  return (
    <section className="panel box" aria-label={words.findings}>
      <h2>{words.findings}</h2>
      {procedure.findings.length === 0 && (
        <p className="row">
          <Glyph shape="ok" /> {words.noFindings}
        </p>
      )}
      <ul className="stack">
        {procedure.findings.map((finding) => (
          <li key={`${finding.code} ${finding.stage ?? ''} ${finding.outcome ?? ''}`}>
            <span className={`chip ${finding.severity === 'refused' ? 'bad' : 'warn'}`}>
              <Glyph shape={finding.severity === 'refused' ? 'bad' : 'warn'} />
              {words.severity[finding.severity]}
            </span>{' '}
            {findingInWords(finding, lang, procedure)}
            {finding.source && <span className="meta block">{finding.source}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

const Seats = ({ procedure }: { procedure: ProcedureView }) => {
  const words = useWords(procedureWords)
  const roles = useWords(roleWords)
  const name = useName()
  return (
    <section className="panel box" aria-label={words.seats}>
      <h2>{words.seats}</h2>
      <dl className="seats">
        {procedure.seats.map((seat) => (
          <div key={seat.key}>
            <dt>{name(seat.names)}</dt>
            <dd className="meta">{seat.roles.map((role) => roles[role]).join(' · ')}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const Shown = ({ procedure }: { procedure: ProcedureView }) => {
  const words = useWords(procedureWords)
  const name = useName()
  return (
    <Page title={name(procedure.names)} above={<Link to="/procedures">‹ {words.back}</Link>}>
      <p className="intro">
        {name(procedure.summary)}{' '}
        <span className="meta">
          {words.version(procedure.version)} · {words.source}: {procedure.source.place} ·{' '}
          {words.basis[procedure.source.basis]}
        </span>
      </p>
      <div className="procedure">
        <section className="panel box" aria-label={words.drawing}>
          <p className="meta">{words.drawingHint}</p>
          <Drawn drawing={procedure.drawing} />
        </section>
        <div className="stack">
          <Findings procedure={procedure} />
          <Seats procedure={procedure} />
        </div>
      </div>
    </Page>
  )
}

export const ProcedurePage = () => {
  const { key = '' } = useParams()
  return (
    <Answered query={useQuery(procedureQuery(useOneCommunity(), key))}>
      {(procedure) => <Shown procedure={procedure} />}
    </Answered>
  )
}
