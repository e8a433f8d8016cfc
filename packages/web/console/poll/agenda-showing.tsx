// One notice for the results of a whole agenda, hung from its first question once each of the others is counted.
import { useQueries } from '@tanstack/react-query'
import { Button } from 'antd'
import type { PollFile } from '@yishi/contract/poll'
import { useState } from 'react'
import { consoleAgendaWords } from '../../words/console-agenda.ts'
import { consoleAssemblyWords } from '../../words/console-assembly.ts'
import { agendaTold } from '../../words/result-told.ts'
import { useLanguage, useWords } from '../language.tsx'
import { HangDrawer } from '../notice/hang-form.tsx'
import { pollQuery } from './queries.ts'
import { useReload } from './use-poll-act.ts'

type Given = { readonly file: PollFile }

/** The first question speaks for all, and only once nothing is left to count. */
export const showsTogether = ({ agenda, poll, may }: PollFile): boolean =>
  agenda !== null &&
  agenda !== undefined &&
  agenda.first === poll &&
  may.includes('show') &&
  agenda.questions.filter(({ status }) => status === 'preliminary').length > 1 &&
  agenda.questions.every(({ status }) => ['preliminary', 'decided', 'withdrawn'].includes(status))

export const AgendaShowing = ({ file }: Given) => {
  const words = useWords(consoleAgendaWords)
  const assembly = useWords(consoleAssemblyWords)
  const { lang } = useLanguage()
  const [open, setOpen] = useState(false)
  const reload = useReload(file)
  const shown = (file.agenda?.questions ?? []).filter(({ status }) => status === 'preliminary')
  const files = useQueries({
    queries: shown.map(({ poll }) => ({ ...pollQuery(poll), enabled: open })),
    combine: (results) => results.flatMap(({ data }) => data ?? []),
  })
  const numbers = new Map(shown.map(({ poll, number }) => [poll as string, number]))
  const days = Math.max(...files.map(({ rule }) => rule.objectionDays), file.rule.objectionDays)
  return (
    <div>
      <Button type="primary" onClick={() => setOpen(true)}>
        {words.showAll(shown.length)}
      </Button>
      {open && files.length === shown.length && (
        <HangDrawer
          hanging={{
            community: file.community.id,
            path: `/polls/${file.poll}/show`,
            fixed: { together: true },
            initial: {
              title: assembly.resultTitle(words.noticeTitle(file.question.text, shown.length)),
              text: agendaTold(
                files.map((each) => ({ ...each, number: numbers.get(each.poll) ?? 0 })),
                lang,
              ),
              days,
              everywhere: true,
            },
            least: days,
            askKind: false,
            title: words.showAll(shown.length),
          }}
          onClose={() => {
            setOpen(false)
            reload()
          }}
        />
      )}
    </div>
  )
}
