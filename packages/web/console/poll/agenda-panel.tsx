// The agenda of an assembly: its questions in their order, each with its rule and how it stands, and what the law still asks of it.
import type { PollFile } from '@yishi/contract/poll'
import { Link } from 'react-router'
import { consoleAgendaWords } from '../../words/console-agenda.ts'
import { consoleAssemblyWords } from '../../words/console-assembly.ts'
import { useLanguage, useName, useWords } from '../language.tsx'
import { PollChip } from './poll-line.tsx'

type Given = { readonly file: PollFile }
type Item = NonNullable<PollFile['agenda']>['questions'][number]

const Line = ({ item, here }: { item: Item; here: boolean }) => {
  const words = useWords(consoleAgendaWords)
  const { checks } = useWords(consoleAssemblyWords)
  const name = useName()
  const { lang } = useLanguage()
  const { poll, number, question, rule, status, passed, cast, broken } = item
  const title = `${number}. ${question.text}`
  return (
    <li className="poll-line">
      {here ? <strong>{title}</strong> : <Link to={`/polls/${poll}`}>{title}</Link>}
      <span className="row">
        <PollChip status={status} passed={passed} />
        <span className="meta">{name(rule.names)}</span>
        {status !== 'draft' && <span className="meta num">{words.cast(cast)}</span>}
        {status === 'draft' && (
          <span className={broken.length > 0 ? 'tone-warn' : 'meta'}>
            {broken.length > 0
              ? words.unlawful(broken.map(({ check }) => checks[check]).join(lang === 'zh' ? '、' : '; '))
              : words.lawful}
          </span>
        )}
      </span>
    </li>
  )
}

export const AgendaPanel = ({ file }: Given) => {
  const words = useWords(consoleAgendaWords)
  const { agenda, may, poll } = file
  if (!agenda || (agenda.questions.length < 2 && !may.includes('add'))) return null
  return (
    <section className="panel box stack" aria-label={words.agenda}>
      <h2>{words.agenda}</h2>
      <p className="meta">{words.hint}</p>
      <ol className="agenda-lines">
        {agenda.questions.map((item) => (
          <Line key={item.poll} item={item} here={item.poll === poll} />
        ))}
      </ol>
      {may.includes('add') && <Link to={`/polls/${poll}/question`}>{words.add}</Link>}
      {agenda.first !== poll && <Link to={`/polls/${agenda.first}`}>{words.back}</Link>}
      {agenda.questions.length > 1 && may.includes('withdraw') && <p className="meta">{words.drop}</p>}
    </section>
  )
}
