// The entry desk: a sheet is found by its code, registered as returned, and read; whoever has it in hand goes on with the next.
import { Input } from 'antd'
import type { PaperSheet } from '@yishi/contract/paper-ballot'
import { type ComponentRef, useRef, useState } from 'react'
import { consolePaperWords } from '../../words/console-paper.ts'
import { useWords } from '../language.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { usePaperAct } from './queries.ts'
import { SheetInHand } from './sheet-in-hand.tsx'

export const EntryDesk = ({ poll }: { poll: string }) => {
  const words = useWords(consolePaperWords)
  const field = useRef<ComponentRef<typeof Input.Search>>(null)
  const [code, type] = useState('')
  const [found, show] = useState<{ readonly code: string; readonly sheet: PaperSheet } | null>(null)
  const [done, tell] = useState('')
  const finding = usePaperAct<{ code: string }, PaperSheet>(poll, 'find', (sheet) => show({ code, sheet }))
  const find = (typed: string) => {
    tell('')
    show(null)
    if (typed.trim() !== '') finding.mutate({ code: typed })
  }
  const finish = (sheet: PaperSheet) => {
    tell(words.readDone(words.unit(sheet.number, sheet.name)))
    show(null)
    type('')
    field.current?.focus()
  }
  return (
    <section className="panel box stack" aria-label={words.entry}>
      <h2>{words.entry}</h2>
      <p className="meta">{words.entryHint}</p>
      <Input.Search
        ref={field}
        aria-label={words.code}
        placeholder={words.codeExample}
        enterButton={words.find}
        value={code}
        maxLength={300}
        autoFocus
        loading={finding.isPending}
        onChange={({ target }) => type(target.value)}
        onSearch={find}
      />
      <ProblemNote error={finding.error} />
      {done && <p role="status">{done}</p>}
      {found && (
        <SheetInHand
          key={`${found.code} ${found.sheet.status}`}
          poll={poll}
          code={found.code}
          sheet={found.sheet}
          next={(sheet) => show({ code: found.code, sheet })}
          finish={finish}
        />
      )}
    </section>
  )
}
