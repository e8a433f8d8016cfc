// The draft of an assembly beside the law, check by check, and the notice that announces it once all of them hold.
import { Button } from 'antd'
import type { PollFile } from '@yishi/contract/poll'
import { useState } from 'react'
import { Link } from 'react-router'
import { consoleAssemblyWords } from '../../words/console-assembly.ts'
import { consolePollWords } from '../../words/console-poll.ts'
import { fullMoment } from '../../words/console-time.ts'
import { candidatesText } from '../../words/candidates.ts'
import { pollWords } from '../../words/poll.ts'
import { HangDrawer } from '../notice/hang-form.tsx'
import { useLanguage, useWords } from '../language.tsx'
import { Glyph } from '../parts/glyph.tsx'
import { useReload } from './use-poll-act.ts'

type Given = { readonly file: PollFile }
type Finding = NonNullable<PollFile['law']>['findings'][number]

const Check = ({ finding: { check, holds, advice, ref } }: { finding: Finding }) => {
  const words = useWords(consoleAssemblyWords)
  const tone = holds ? 'ok' : advice ? 'warn' : 'bad'
  return (
    <li className="law-check">
      <span className={`chip ${tone}`}>
        <Glyph shape={holds ? 'ok' : advice ? 'half' : 'done'} />
        {holds ? words.holds : advice ? words.mind : words.broken}
      </span>
      <span>{words.checks[check]}</span>
      <span className="meta">{ref}</span>
    </li>
  )
}

const useAnnouncement = ({ question, assembly }: PollFile) => {
  const words = useWords(consoleAssemblyWords)
  const { lang } = useLanguage()
  if (!assembly) return {}
  const { scope, opensAt, closesAt, regime } = assembly
  const text = words.noticeText({
    question: question.text,
    why:
      question.type === 'candidates'
        ? `${question.explanation}\n${candidatesText(question, lang)}`.trim()
        : question.explanation,
    who: scope.name || words.scopes.units,
    from: fullMoment(opensAt),
    to: fullMoment(closesAt),
    silence: pollWords[lang].silence[regime],
  })
  return { title: words.noticeTitle(question.text), text, days: 15, everywhere: true }
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
  const { law, may } = file
  if (!law) return null
  const { ownersUnknown, areasMissing } = law.gaps
  return (
    <section className="panel box stack" aria-label={words.law}>
      <h2>{words.law}</h2>
      <p className="meta">{words.lawHint}</p>
      <ul>
        {law.findings.map((finding) => (
          <Check key={finding.check} finding={finding} />
        ))}
      </ul>
      {ownersUnknown + areasMissing > 0 && <p className="meta">{words.gaps(ownersUnknown, areasMissing)}</p>}
      {may.includes('announce') && <Announcing file={file} />}
      {may.includes('redraft') && <Link to={`/matters/${file.matter.matter}/vote?draft=${file.poll}`}>{redraft}</Link>}
    </section>
  )
}
