// The conditions that reviewers set when they agreed: which are met, and which still stand.
import { matterWords } from '../../words/console-matter.ts'
import { shortMoment } from '../../words/console-time.ts'
import { useName, useWords } from '../language.tsx'
import { useInHand } from './in-hand.tsx'

export const Conditions = () => {
  const words = useWords(matterWords)
  const name = useName()
  const { conditions } = useInHand().file
  if (conditions.length === 0) return null
  return (
    <section className="panel box" aria-label={words.conditions}>
      <h2>{words.conditions}</h2>
      <ul className="outcomes">
        {conditions.map(({ condition, seat, text, met }) => (
          <li key={condition}>
            <span>
              <strong>{text ?? words.conditionErased}</strong>
              <span className="meta block">
                {name(seat)}
                {met?.note && <> · {met.note}</>}
              </span>
            </span>
            <span className={met ? 'chip ok' : 'chip warn'}>
              {met ? words.conditionMet(shortMoment(met.at)) : words.conditionOpen}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
