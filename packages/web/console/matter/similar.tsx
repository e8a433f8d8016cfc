// Beside a file: what is like it, now and within half a year, with one press to say how the two belong together.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import type { SimilarMatter } from '@yishi/contract/group'
import type { MatterFile } from '@yishi/contract/matter'
import { Link } from 'react-router'
import { similarWords } from '../../words/console-groups.ts'
import { shortMoment } from '../../words/console-time.ts'
import { newKey, write } from '../api.ts'
import { useWords } from '../language.tsx'
import { PhaseChip } from '../parts/phase-chip.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { similarQuery } from '../queries.ts'
import '../styles/groups.css'
import { useInHand } from './in-hand.tsx'

const useLinking = () => {
  const { file, replace } = useInHand()
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ to, relation }: { to: string; relation: string }) =>
      write<MatterFile>(`/matters/${file.matter}/link`, { to, relation }, { key: newKey(), revision: file.revision }),
    onSuccess(next) {
      replace(next)
      void client.invalidateQueries({ queryKey: similarQuery(file.matter).queryKey })
    },
  })
}

type ItemProps = { readonly matter: SimilarMatter; readonly link: (relation: string) => void; readonly may: boolean }

const Item = ({ matter, link, may }: ItemProps) => {
  const words = useWords(similarWords)
  const { relation } = matter
  const offered = Object.entries(words.link).filter(([name]) => name !== 'duplicate' || matter.status === 'open')
  return (
    <li>
      <div>
        <Link to={`/matters/${matter.matter}`}>{matter.title}</Link> <PhaseChip phase={matter.phase} />
        <p className="meta">
          {[matter.place, matter.voices > 1 ? words.voices(matter.voices) : ''].filter(Boolean).join(' · ')}{' '}
          <span className="num">{shortMoment(matter.raisedAt)}</span>
        </p>
      </div>
      <div className="row">
        {relation ? (
          <span className="chip ok">{words.linked(words.link[relation] ?? relation)}</span>
        ) : (
          may &&
          offered.map(([name, label]) => (
            <Button key={name} size="small" aria-label={words.linkAs(label, matter.title)} onClick={() => link(name)}>
              {label}
            </Button>
          ))
        )}
      </div>
    </li>
  )
}

export const Similar = () => {
  const words = useWords(similarWords)
  const { file } = useInHand()
  const similar = useQuery(similarQuery(file.matter))
  const linking = useLinking()
  return (
    <section className="panel box draft-similar" aria-label={words.title}>
      <h2>{words.title}</h2>
      <ProblemNote error={linking.error ?? similar.error} />
      {similar.data?.length === 0 && <p className="quiet">{words.none}</p>}
      <ul>
        {similar.data?.map((matter) => (
          <Item
            key={matter.matter}
            matter={matter}
            may={file.may.includes('link')}
            link={(relation) => linking.mutate({ to: matter.matter, relation })}
          />
        ))}
      </ul>
    </section>
  )
}
