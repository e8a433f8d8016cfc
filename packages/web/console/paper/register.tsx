// The register of one sheet: every step, by whom and when; what was read on it is not among them.
import type { PaperStep } from '@yishi/contract/paper-ballot'
import { consolePaperWords } from '../../words/console-paper.ts'
import { shortMoment } from '../../words/console-time.ts'
import { useWords } from '../language.tsx'

const useSaid = () => {
  const words = useWords(consolePaperWords)
  const ways: Readonly<Record<string, string>> = { ...words.hows, ...words.whys, ...words.wheres }
  return ({ how, words: more, told, warned, signed, signedBy, assisted, companion }: PaperStep): string =>
    [
      how ? (ways[how] ?? '') : '',
      more,
      told ? words.told : '',
      warned ? words.warned : '',
      signed === false ? words.unsigned : '',
      signedBy === 'proxy' ? words.byProxy : '',
      assisted ? words.witnessed : '',
      companion ? words.with(companion) : '',
    ]
      .filter((part) => part !== '')
      .join(' · ')
}

export const Register = ({ steps }: { steps: readonly PaperStep[] }) => {
  const words = useWords(consolePaperWords)
  const said = useSaid()
  return steps.length === 0 ? null : (
    <section aria-label={words.register}>
      <h4>{words.register}</h4>
      <ol className="paper-register">
        {steps.map((step, index) => (
          <li key={`${step.seenAt} ${index}`}>
            <span className="meta num">{shortMoment(step.seenAt)}</span> <strong>{words.steps[step.step]}</strong>{' '}
            {step.by} {said(step)}
          </li>
        ))}
      </ol>
    </section>
  )
}
