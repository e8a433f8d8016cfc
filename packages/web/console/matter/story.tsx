// The story of a matter as a timeline, newest first.
import type { StoryItem } from '@yishi/contract/matter'
import { matterWords, staffSentence } from '../../words/console-matter.ts'
import { shortMoment } from '../../words/console-time.ts'
import { isAside, namesOf, storyNote } from '../../words/story.ts'
import { useLanguage, useWords } from '../language.tsx'
import { Figures } from '../parts/figures.tsx'
import { Photos } from '../parts/photos.tsx'
import { useInHand } from './in-hand.tsx'

/** What the clock does by itself when nobody does it. */
const BY_CLOCK = /^Clock|^MatterEscalated$|^MatterListed$/

const Item = ({ item }: { item: StoryItem }) => {
  const words = useWords(matterWords)
  const { lang } = useLanguage()
  const note = storyNote(item)
  const who = namesOf(item) || (BY_CLOCK.test(item.type) ? words.clockItself : '')
  return (
    <li className={isAside(item) ? 'aside' : ''}>
      <span className="meta num">
        <time dateTime={item.at}>{shortMoment(item.at)}</time>
        {who && ` · ${who}`}
      </span>
      <span className="told">{staffSentence(item, lang)}</span>
      {note && <p className="note">{note}</p>}
      <Figures figures={item.figures} />
      <Photos photos={item.photos} />
    </li>
  )
}

export const Story = () => {
  const words = useWords(matterWords)
  const { story } = useInHand().file
  return (
    <section className="panel box" aria-label={words.story}>
      <h2>{words.story}</h2>
      <ol className="story">
        {story.toReversed().map((item) => (
          <Item key={`${item.at} ${item.type} ${item.text ?? ''} ${String(item.facts['party'] ?? '')}`} item={item} />
        ))}
      </ol>
    </section>
  )
}
