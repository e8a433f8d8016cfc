// A matter's own page, reached by its link: what happens next, the clock, whom to call, the story; as receipt, the code first.
import type { PageContext, Pages } from '@yishi/contract/pages'
import { AlertBanners } from '../design/alert.tsx'
import { classes } from '../design/classes.ts'
import { Send } from '../design/fields.tsx'
import { Frame } from '../design/frame.tsx'
import { Picture } from '../design/icons.tsx'
import { Card, Heading, NoticeBar, PersonCard, PlaceName, Seal } from '../design/parts.tsx'
import { Timeline } from '../design/timeline.tsx'
import { followWords, nextSentence } from '../words/follow.ts'
import { helpWords } from '../words/helping.ts'
import { Draws } from './follow-draws.tsx'
import { Meetings } from './follow-meetings.tsx'
import { fullDay } from '../words/moments.ts'
import { noticeWords } from '../words/notice.ts'
import { RateForm, RemarkForm, ReopenForm } from './follow-forms.tsx'
import { ReceiptCard, Standing } from './followed.tsx'
import type { Page } from './page.ts'
import { ProjectCard } from './project-card.tsx'

type Given = { props: Pages['follow']; context: PageContext }

const Notices = ({ props: { view }, context: { lang } }: Given) => {
  const words = noticeWords[lang]
  return view.notices.length === 0 ? null : (
    <Card className="area-notices">
      {view.notices.map(({ notice, title, status, lastDay, daysLeft }) => (
        <a className="notice-link" key={notice} href={`/n/${notice}`}>
          <Seal mark={words.mark} />
          <span>
            <span className="formal-kicker">
              {status === 'hanging' && daysLeft > 0
                ? `${words.running} · ${words.daysLeft(daysLeft)}`
                : words.listed.until(fullDay(lastDay, lang))}
            </span>
            <b>{title}</b>
          </span>
        </a>
      ))}
    </Card>
  )
}

const Story = ({ props: { view, at }, context: { lang } }: Given) => (
  <Card title={followWords[lang].story} className="area-story">
    <Timeline view={view} at={at} lang={lang} />
  </Card>
)

/** The raiser reads who acts for them, the helper that they do; each ends it by one press. */
const HelperCard = ({ props: { view, at, key }, context: { lang }, helper }: Given & { helper: string }) => {
  const words = helpWords[lang]
  const isHelper = at.startsWith('/help/')
  return (
    <Card title={isHelper ? words.helperSelf : words.helper(helper)} className="area-person">
      {view.may.withdraw ? (
        <form method="post" action={`${at}/withdraw-consent`}>
          <p>{isHelper ? words.withdrawHintSelf : words.withdrawHint}</p>
          <input type="hidden" name="key" value={key} />
          <p className="actions">
            <Send tone="plain">{isHelper ? words.withdrawSelf : words.withdraw}</Send>
          </p>
        </form>
      ) : null}
    </Card>
  )
}

const Dock = ({ props: { view, at, key }, context: { lang } }: Given) => {
  const words = followWords[lang]
  const { nudge, remark, reopen, rate } = view.may
  return (
    <>
      {nudge ? (
        <form method="post" action={`${at}/nudge`}>
          <input type="hidden" name="key" value={key} />
          <button className="button">{words.nudge}</button>
        </form>
      ) : null}
      {reopen ? (
        <a className="button" href="#reopen">
          {words.reopen}
        </a>
      ) : null}
      {remark ? (
        <a className={classes('button', !rate && 'button-main')} href="#remark">
          <Picture name="pencil" />
          {words.remark}
        </a>
      ) : null}
      {rate ? (
        <a className="button button-main" href="#rate">
          {words.rateGo}
        </a>
      ) : null}
    </>
  )
}

const mayAnything = ({ nudge, remark, reopen, rate }: Given['props']['view']['may']): boolean =>
  nudge || remark || reopen || rate

const SAID_TONES = {
  nudged: 'ok',
  rated: 'ok',
  remarked: 'ok',
  reopened: 'ok',
  withdrawn: 'ok',
  'raised-for': 'ok',
  'nudged-today': 'info',
  'not-now': 'warn',
} as const

export const FollowPage: Page<'follow'> = (given) => {
  const { props, context } = given
  const { view, receipt, said } = props
  const { lang } = context
  const words = followWords[lang]
  const { name, party, area, phone } = view.responsible
  const alerts = <AlertBanners alerts={props.beside.alerts} asOf={view.asOf} lang={lang} brief />
  return (
    <Frame
      context={context}
      title={view.title}
      owner={view.community}
      layout="wide"
      dock={mayAnything(view.may) ? <Dock {...given} /> : null}
    >
      <Heading title={view.title}>
        <PlaceName name={view.place} /> <span>{words.code(view.code)}</span>
      </Heading>
      {said ? <NoticeBar tone={SAID_TONES[said]}>{words.said[said]}</NoticeBar> : null}
      {receipt ? null : alerts}
      <div className="follow">
        {receipt ? <ReceiptCard receipt={receipt} words={words} code={view.code} className="area-receipt" /> : null}
        <Standing view={view} next={nextSentence(view, lang)} lang={lang} className="area-standing" />
        <Meetings view={view} context={context} />
        <Draws draws={props.beside.draws} context={context} />
        {view.may.rate ? <RateForm {...given} /> : null}
        <PersonCard
          className="area-person"
          name={[...new Set([party, name])].filter(Boolean).join(' ')}
          detail={area && words.area(area)}
          phone={phone}
          lang={lang}
        />
        <Notices {...given} />
        {view.may.remark ? <RemarkForm {...given} /> : null}
        {view.may.reopen ? <ReopenForm {...given} /> : null}
        {view.helper ? <HelperCard {...given} helper={view.helper} /> : null}
        {props.beside.projects.map((project, index) => (
          <ProjectCard key={`${project.deadline}-${index}`} project={project} lang={lang} />
        ))}
        <Story {...given} />
      </div>
      {receipt ? alerts : null}
    </Frame>
  )
}
