// Where the matter stands: who is responsible, what comes next, and what is still ahead.
import { matterWords } from '../../words/console-matter.ts'
import { useName, useWords } from '../language.tsx'
import { useInHand } from './in-hand.tsx'

export const Standing = () => {
  const words = useWords(matterWords)
  const name = useName()
  const { file } = useInHand()
  const { responsible, stage, ahead } = file
  return (
    <section className="panel box" aria-label={words.nextStep}>
      <dl className="facts">
        <dt>{words.responsible}</dt>
        <dd>
          <strong>{responsible.party}</strong> {responsible.name !== responsible.party && responsible.name}
          {responsible.phone && (
            <>
              {' '}
              <a href={`tel:${responsible.phone}`}>{responsible.phone}</a>
            </>
          )}
        </dd>
        <dt>{words.nowAt}</dt>
        <dd>
          <strong>{name(stage.names)}</strong>{' '}
        </dd>
        {ahead.length > 0 && (
          <>
            <dt>{words.ahead}</dt>
            <dd>{ahead.map(({ names }) => name(names)).join(' → ')}</dd>
          </>
        )}
      </dl>
    </section>
  )
}
