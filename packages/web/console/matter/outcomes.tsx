// The ways out of the present stage: which may be taken, and what the others wait for.
import { Button } from 'antd'
import { gateWords, matterWords } from '../../words/console-matter.ts'
import { shellWords } from '../../words/console-shell.ts'
import type { Opened } from '../commands/command-drawer.tsx'
import { useName, useWords } from '../language.tsx'
import { useInHand } from './in-hand.tsx'

export const Outcomes = ({ open }: { open: (opened: Opened) => void }) => {
  const words = useWords(matterWords)
  const gates: Readonly<Record<string, string>> = useWords(gateWords)
  const shell = useWords(shellWords)
  const name = useName()
  const { outcomes, may } = useInHand().file
  if (outcomes.length === 0) return null
  return (
    <section className="panel box" aria-label={words.waysOut}>
      <h2>{words.waysOut}</h2>
      <ul className="outcomes">
        {outcomes.map((outcome) => (
          <li key={outcome.key}>
            <span>
              <strong>{name(outcome.names)}</strong>
              <span className="meta block">
                {outcome.waitsFor.length > 0
                  ? shell.said(words.waitsFor, outcome.waitsFor.map((gate) => gates[gate] ?? gate).join(' · '))
                  : outcome.taken === 'itself' && words.itself}
              </span>
            </span>
            {outcome.taken === 'choice' && may.includes('take-outcome') && (
              <Button
                size="small"
                type={outcome.open ? 'primary' : 'default'}
                ghost={outcome.open}
                disabled={!outcome.open}
                aria-label={`${words.take}: ${name(outcome.names)}`}
                onClick={() => open({ name: 'take-outcome', outcome: outcome.key, title: name(outcome.names) })}
              >
                {words.take}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
