// What a vote on a recall is about: who asked for it, of whom and why, and what the member says to it. Organic Law of Villagers’ Committees (2018), art. 16.
import type { ElectionPage } from '@yishi/contract/election-pages'
import type { Language } from '@yishi/contract/pages'
import { electionWords } from '../words/election.ts'
import { Card } from './parts.tsx'

type Given = { readonly recall: NonNullable<ElectionPage['recall']>; readonly lang: Language }

export const Recall = ({ recall: { members, line, on, until }, lang }: Given) => {
  const words = electionWords[lang]
  return (
    <Card title={words.recall} className="candidates">
      <p>{words.demandedOn(on)}</p>
      <p className="num">{line[lang]}</p>
      {until ? <p>{words.recallUntil(until)}</p> : null}
      {members.map(({ office, name, reasons, statement }) => (
        <section key={name}>
          <h3>{`${office} ${name}`.trim()}</h3>
          <p>
            <strong>{words.reasons}</strong>
          </p>
          <p className="said">{reasons}</p>
          <p>
            <strong>{words.statement}</strong>
          </p>
          {statement ? <p className="said">{statement}</p> : <p className="hint">{words.noStatement}</p>}
        </section>
      ))}
    </Card>
  )
}
