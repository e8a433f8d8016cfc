// The draft of an assembly beside the law, check by check, and the notice that announces it once all of them hold.
import { Button } from 'antd'
import type { PollFile } from '@yishi/contract/poll'
import { earliestMeeting, localDateOf, startOfDay } from '@yishi/domain/calendar'
import { toInstant } from '@yishi/domain/kernel'
import { LONGEST_TEXT } from '@yishi/domain/notice'
import { UNPREPARED } from '@yishi/domain/poll'
import { useState } from 'react'
import { Link } from 'react-router'
import { askedTold } from '../../words/asked-told.ts'
import { consoleAgendaWords } from '../../words/console-agenda.ts'
import { consoleAssemblyWords } from '../../words/console-assembly.ts'
import { consoleLawWords } from '../../words/console-law.ts'
import { consolePollWords } from '../../words/console-poll.ts'
import { consolePreparationWords } from '../../words/console-preparation.ts'
import { dayText, fullDeadline, fullMoment } from '../../words/console-time.ts'
import { pollAgendaWords } from '../../words/poll-agenda.ts'
import { pollWords } from '../../words/poll.ts'
import { HangDrawer } from '../notice/hang-form.tsx'
import { useLanguage, useWords } from '../language.tsx'
import { Glyph } from '../parts/glyph.tsx'
import { useReload } from './use-poll-act.ts'

type Given = { readonly file: PollFile }
type Finding = NonNullable<PollFile['law']>['findings'][number]

/** The first day on which an assembly may open whose notice is hung today. */
const earliestOpening = (noticeDays: number): string =>
  startOfDay(earliestMeeting(localDateOf(toInstant(Date.now())), noticeDays))

const useMend = ({ rule }: PollFile): ((finding: Finding) => string) => {
  const { mends, earliest } = useWords(consoleLawWords)
  const { lang } = useLanguage()
  return ({ check }) => (check === 'notice' ? earliest(dayText(earliestOpening(rule.noticeDays), lang)) : mends[check])
}

const Check = ({ finding, mend }: { finding: Finding; mend: string }) => {
  const words = useWords(consoleAssemblyWords)
  const { sources } = useWords(consoleLawWords)
  const { check, holds, advice, ref } = finding
  const tone = holds ? 'ok' : advice ? 'warn' : 'bad'
  return (
    <li className="law-check">
      <span className={`chip ${tone}`}>
        <Glyph shape={tone} />
        {holds ? words.holds : advice ? words.mind : words.broken}
      </span>
      <span>
        {words.checks[check]}
        {!holds && <span className="meta law-mend">{mend}</span>}
      </span>
      <span className="meta">{check === 'rule-in-force' ? ref : sources[check]}</span>
    </li>
  )
}

const useAnnouncement = ({ question, assembly, agenda }: PollFile) => {
  const words = useWords(consoleAssemblyWords)
  const { noticeTitle } = useWords(consoleAgendaWords)
  const { eachSilence } = useWords(pollAgendaWords)
  const { noticePaper, noticeProposal } = useWords(consolePreparationWords)
  const { lang } = useLanguage()
  if (!assembly || !agenda) return {}
  const { scope, opensAt, closesAt } = assembly
  const { silence } = pollWords[lang]
  const { proposal, paper } = assembly.preparation ?? UNPREPARED
  const asked = agenda.questions.filter(({ status }) => status !== 'withdrawn')
  const regimes = new Set(asked.map(({ regime }) => regime))
  const told = {
    who: scope.name || words.scopes.units,
    from: fullMoment(opensAt),
    to: fullDeadline(closesAt),
    silence:
      regimes.size > 1
        ? asked.map(({ number, regime }) => eachSilence(number, silence[regime])).join(' ')
        : silence[assembly.regime],
    more: [
      ...(paper ? [noticePaper(paper)] : []),
      ...(proposal ? [noticeProposal(proposal.owners.heads, proposal.owners.area)] : []),
    ]
      .map((line) => `\n${line}`)
      .join(''),
  }
  const named = (brief: boolean) => words.noticeText({ questions: askedTold(asked, lang, brief), ...told })
  const [whole, brief] = [named(false), named(true)]
  // What many candidates say of themselves may be longer than a notice.
  const text = whole.length > LONGEST_TEXT ? brief : whole
  const title = words.noticeTitle(asked.length > 1 ? noticeTitle(question.text, asked.length) : question.text)
  return { title, text, days: 15, everywhere: true }
}

const Announcing = ({ file }: Given) => {
  const words = useWords(consoleAssemblyWords)
  const [open, setOpen] = useState(false)
  const initial = useAnnouncement(file)
  const reload = useReload(file)
  return (
    <>
      <p>{words.announceHint}</p>
      <div>
        <Button type="primary" onClick={() => setOpen(true)}>
          {words.announce}
        </Button>
      </div>
      {open && (
        <HangDrawer
          hanging={{
            community: file.community.id,
            path: `/polls/${file.poll}/announce`,
            fixed: {},
            initial,
            least: 15,
            askKind: false,
            title: words.announce,
          }}
          onClose={() => {
            setOpen(false)
            reload()
          }}
        />
      )}
    </>
  )
}

export const Law = ({ file }: Given) => {
  const words = useWords(consoleAssemblyWords)
  const { redraft } = useWords(consolePollWords)
  const { announceLater } = useWords(consoleLawWords)
  const mend = useMend(file)
  const { law, may } = file
  if (!law) return null
  const broken =
    law.findings.some(({ holds, advice }) => !holds && !advice) ||
    file.agenda?.questions.some((each) => each.status === 'draft' && each.broken.length > 0)
  const { ownersUnknown, areasMissing } = law.gaps
  const follows = file.agenda !== null && file.agenda.first !== file.poll
  return (
    <section className="panel box stack" aria-label={words.law}>
      <h2>{words.law}</h2>
      <p className="meta">{words.lawHint}</p>
      <ul>
        {law.findings.map((finding) => (
          <Check key={finding.check} finding={finding} mend={mend(finding)} />
        ))}
      </ul>
      {ownersUnknown + areasMissing > 0 && <p className="meta">{words.gaps(ownersUnknown, areasMissing)}</p>}
      {may.includes('announce') && (broken ? <p>{announceLater}</p> : <Announcing file={file} />)}
      {may.includes('redraft') && (
        <Link to={follows ? `/polls/${file.poll}/question` : `/matters/${file.matter.matter}/vote?draft=${file.poll}`}>
          {redraft}
        </Link>
      )}
    </section>
  )
}
