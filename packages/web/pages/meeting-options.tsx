// Options side by side: what speaks for and against each, what it costs, and who offered it.
import type { OptionView } from '@yishi/contract/meeting'
import type { Language } from '@yishi/contract/pages'
import { sumInWords } from '@yishi/domain/meeting'
import { Card } from '../design/parts.tsx'
import { meetingWords } from '../words/meeting.ts'

const Arguments = ({ title, all }: { title: string; all: readonly string[] }) =>
  all.length === 0 ? null : (
    <>
      <h4>{title}</h4>
      <ul className="arguments">
        {all.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </>
  )

export const OptionTable = ({ options, lang }: { options: readonly OptionView[]; lang: Language }) => {
  const words = meetingWords[lang]
  return options.length === 0 ? null : (
    <Card title={words.options}>
      <ul className="options">
        {options.map(({ number, title, pros, cons, cost, by }) => (
          <li key={number} className="option">
            <h3>{title}</h3>
            <p className="meta">
              {[cost && words.cost(sumInWords(cost)), by && words.by(by)].filter(Boolean).join(' · ')}
            </p>
            <Arguments title={words.pros} all={pros} />
            <Arguments title={words.cons} all={cons} />
          </li>
        ))}
      </ul>
    </Card>
  )
}
