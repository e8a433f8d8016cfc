// Urgent notices of a community: those that run, with how far they got, and those that are over.
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { AlertRow, Alerts } from '@yishi/contract/alert'
import { Link, useNavigate } from 'react-router'
import { areasInWords, spanInWords } from '../../words/alert.ts'
import { alertDeskWords } from '../../words/console-alert.ts'
import { shortMoment } from '../../words/console-time.ts'
import { useOneCommunity } from '../community.tsx'
import { useLanguage, useWords } from '../language.tsx'
import { Answered } from '../parts/answered.tsx'
import { OneCommunity } from '../parts/one-community.tsx'
import { Page } from '../shell/page.tsx'
import '../styles/alert.css'
import '../styles/lists.css'
import '../styles/matter.css'
import { Grave } from './grave.tsx'
import { alertsQuery } from './queries.ts'

const Row = ({ alert, asOf }: { alert: AlertRow; asOf: string }) => {
  const words = useWords(alertDeskWords)
  const { lang } = useLanguage()
  const late = alert.liftedAt === null && alert.until !== null && alert.until <= asOf
  return (
    <li>
      <p className="row">
        <Grave alert={alert} />
        {late && <span className="chip warn">{words.late}</span>}
      </p>
      <h3>
        <Link to={`/alerts/${alert.alert}`}>{alert.title}</Link>
      </h3>
      <p className="meta">{`${areasInWords(alert, lang)} · ${spanInWords(alert, asOf, lang)}`}</p>
      {alert.latest && <p>{`${shortMoment(alert.latest.at)} ${alert.latest.text}`}</p>}
      <p>
        <strong className="num">{words.reached(alert.reach.reached, alert.reach.units)}</strong>
        <span className="meta"> {words.known(alert.reach.known, alert.reach.viewed)}</span>
      </p>
    </li>
  )
}

const List = ({ title, none, alerts, asOf }: { title: string; none: string; alerts: AlertRow[]; asOf: string }) => (
  <section className="panel box">
    <h2>{title}</h2>
    {alerts.length === 0 ? (
      <p className="quiet">{none}</p>
    ) : (
      <ul className="alert-rows">
        {alerts.map((alert) => (
          <Row key={alert.alert} alert={alert} asOf={asOf} />
        ))}
      </ul>
    )}
  </section>
)

const Lists = ({ answer: { alerts, asOf } }: { answer: Alerts }) => {
  const words = useWords(alertDeskWords)
  const running = alerts.filter(({ liftedAt }) => liftedAt === null)
  const lifted = alerts.filter(({ liftedAt }) => liftedAt !== null)
  return (
    <div className="stack">
      <List title={words.running} none={words.none} alerts={running} asOf={asOf} />
      <List title={words.lifted} none={words.noneLifted} alerts={lifted} asOf={asOf} />
    </div>
  )
}

export const AlertsPage = () => {
  const words = useWords(alertDeskWords)
  const navigate = useNavigate()
  const alerts = useQuery(alertsQuery(useOneCommunity()))
  const issue = alerts.data?.mayIssue ? (
    <Button type="primary" onClick={() => void navigate('/alerts/new')}>
      {words.issue}
    </Button>
  ) : null
  return (
    <Page
      title={words.title}
      actions={
        <>
          <OneCommunity />
          {issue}
        </>
      }
    >
      <p className="intro">{words.intro}</p>
      <Answered query={alerts}>{(answer) => <Lists answer={answer} />}</Answered>
    </Page>
  )
}
