// Voters of a round's list: who, where they live, how their ballot came, and whether something of theirs waits.
import { Button } from 'antd'
import type { BudgetVoterLine } from '@yishi/contract/budget-desk'
import { consoleBudgetDeskWords } from '../../words/console-budget-desk.ts'
import { useWords } from '../language.tsx'

type Given = { readonly lines: readonly BudgetVoterLine[]; readonly choose: (line: BudgetVoterLine) => void }

export const VoterLines = ({ lines, choose }: Given) => {
  const words = useWords(consoleBudgetDeskWords)
  return (
    <ul className="poll-voters">
      {lines.map((line) => (
        <li key={line.voter}>
          <strong>{line.name}</strong>
          <span className="meta">{line.place}</span>
          {line.waiting ? (
            <span className="chip warn">{words.waitingChip[line.waiting]}</span>
          ) : (
            <span className={`chip ${line.channel ? 'ok' : 'mute'}`}>
              {line.channel ? words.channel[line.channel] : words.notCast}
            </span>
          )}
          <Button size="small" aria-label={words.openFor(line.name)} onClick={() => choose(line)}>
            {words.open}
          </Button>
        </li>
      ))}
    </ul>
  )
}
