// How a draw was computed: the key, and every step with its division, so that anybody can follow it on paper.
import type { DrawView } from '@yishi/contract/draw'
import { Card } from '../design/parts.tsx'
import type { Language } from '../words/dictionary.ts'
import { drawWords } from '../words/draw.ts'

type Result = NonNullable<DrawView['result']>
type Given = { draw: DrawView; result: Result; lang: Language }

const Step = ({ step, n, lang }: { step: Result['rounds'][number]['steps'][number]; n: number; lang: Language }) => {
  const words = drawWords[lang]
  return (
    <li>
      <b>{words.step(n)}</b> <code className="draw-digest">{step.digest}</code>{' '}
      {words.division(step.divisor, step.remainder)}
      {lang === 'zh' ? '，' : ', '}
      <b>{words.drawn(step.position, step.lot)}</b>
    </li>
  )
}

export const Steps = ({ draw, result, lang }: Given) => {
  const words = drawWords[lang]
  return (
    <Card title={words.steps}>
      <p className="hint">{words.stepsHint}</p>
      {result.rounds.map(({ key, steps }, index) => {
        const name = draw.rounds[index]?.name ?? ''
        return (
          <div key={key}>
            {name === '' ? null : <h3>{words.stepsOf(name)}</h3>}
            <p className="meta">{words.key}</p>
            <code className="proof">{key}</code>
            <details>
              <summary>{words.stepsOpen(steps.length)}</summary>
              <ol className="draw-steps">
                {steps.map((step, at) => (
                  <Step step={step} n={at + 1} lang={lang} key={step.digest} />
                ))}
              </ol>
            </details>
          </div>
        )
      })}
    </Card>
  )
}
