// The register of ballots given out: a name is found on the roll and ticked; nothing else is noted.
import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import type { RollLine } from '@yishi/contract/election'
import { useState } from 'react'
import { consoleSecretElectionWords } from '../../words/console-secret-election.ts'
import { useWords } from '../language.tsx'
import { Answered } from '../parts/answered.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { rollQuery, useElectionAct } from './queries.ts'
import type { Given } from './roll.tsx'

type Giving = { readonly voter: string; readonly to: 'self' | 'proxy' }

const Line = ({ line, give }: { line: RollLine; give: (to: Giving['to']) => void }) => {
  const words = useWords(consoleSecretElectionWords)
  const { number, name, group, struck, taken, proxy } = line
  const state = struck ? words.struck : taken ? words.taken : null
  return (
    <li>
      <strong>{`${number} ${name}`}</strong>
      <span className="meta">{group}</span>
      {state ? (
        <span className={`chip ${taken ? 'ok' : 'mute'}`}>{state}</span>
      ) : (
        <Button
          size="small"
          aria-label={`${words.give} ${number} ${name}`}
          onClick={() => give(proxy ? 'proxy' : 'self')}
        >
          {proxy ? words.giveProxy(proxy.name) : words.give}
        </Button>
      )}
    </li>
  )
}

export const RegisterDesk = ({ file }: Given) => {
  const words = useWords(consoleSecretElectionWords)
  const [find, setFind] = useState('')
  const [said, say] = useState('')
  const giving = useElectionAct<Giving>(file, 'give')
  const give = ({ voter, name }: RollLine, to: Giving['to']) => {
    say('')
    giving.mutate({ voter, to }, { onSuccess: () => say(words.givenTo(name)) })
  }
  return (
    <section className="panel box stack" aria-label={words.register}>
      <h2>{words.register}</h2>
      <p className="meta">{words.registerHint}</p>
      <p className="num">{words.given(file.turn?.given ?? 0)}</p>
      <Input.Search
        aria-label={words.find}
        placeholder={words.find}
        maxLength={40}
        onSearch={(text) => setFind(text.trim())}
      />
      <ProblemNote error={giving.error} />
      <p role="status" className={said ? 'saved' : ''}>
        {said}
      </p>
      <Answered query={useQuery(rollQuery(file.election, find))}>
        {(lines) => (
          <ul className="poll-voters">
            {lines.map((line) => (
              <Line key={line.voter} line={line} give={(to) => give(line, to)} />
            ))}
          </ul>
        )}
      </Answered>
    </section>
  )
}
