// One notice for the results of a whole agenda, hung from its first question once each of the others is counted.
import { useQueries } from '@tanstack/react-query'
import { Button } from 'antd'
import type { PollFile } from '@yishi/contract/poll'
import type { Language } from '@yishi/domain/kernel'
import { useState } from 'react'
import { electedText } from '../../words/candidates.ts'
import { consoleAgendaWords } from '../../words/console-agenda.ts'
import { consoleAssemblyWords } from '../../words/console-assembly.ts'
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

/** Every sum; of an election whether enough took part, and then who has a seat, name by name. */
const linesOf = ({ result }: PollFile, lang: Language): string => {
  if (!result) return ''
  const { allocation, verdicts } = result
  const sums = allocation
    ? [...(verdicts[0]?.lines.filter(({ test }) => test === 'quorum') ?? []), ...allocation.ranking]
    : verdicts.flatMap(({ lines }) => lines)
  return sums.map((each) => each[lang]).join('\n')
}

/** What it came to in a sentence, and how. */
export const resultTold = (file: PollFile, lang: Language): string => {
  const { question, result } = file
  const words = consoleAssemblyWords[lang]
  const elected = question.type === 'candidates' && result?.allocation
  const came = elected
    ? words.electedOf(electedText({ question, chosen: result.chosen, open: result.allocation!.open }, lang))
    : words.resultOf(result?.passed ?? false)
  return [came, linesOf(file, lang)].join('\n')
}

/** Question after question, each with its sums. */
const textOf = (files: readonly PollFile[], numbers: ReadonlyMap<string, number>, lang: Language): string => {
  const [agenda, assembly] = [consoleAgendaWords[lang], consoleAssemblyWords[lang]]
  const parts = files.map((file) => {
    const head = agenda.item(numbers.get(file.poll) ?? 0, file.question.text)
    return [head, resultTold(file, lang)].join('\n')
  })
  return [...parts, assembly.resultObjections].join('\n\n')
}

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
              text: textOf(files, numbers, lang),
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
