// The story of a matter as a line: what was done, where it stands now, and what is still to come.
import type { FollowView, StoryItem } from '@yishi/contract/matter'
import type { Language } from '@yishi/contract/pages'
import type { ReactNode } from 'react'
import { followWords } from '../words/follow.ts'
import { deadlineInWords, momentInWords } from '../words/moments.ts'
import { isAside, namesOf, storyNote, storySentence } from '../words/story.ts'
import { type Shape, ShapeIcon } from './icons.tsx'
import { PhotoStrip } from './parts.tsx'
import { Voice } from './recording.tsx'

export const Step = ({ shape, state, children }: { shape: Shape; state: string; children: ReactNode }) => (
  <li className={`step step-${state}`}>
    <ShapeIcon shape={shape} />
    <div className="step-body">{children}</div>
  </li>
)

/** What went wrong carries no tick. */
const WARNINGS: Readonly<Record<string, Shape>> = {
  ClockBreached: 'octagon',
  MatterEscalated: 'triangle',
  MatterListed: 'triangle',
  OrderDeclined: 'triangle',
  OrderOverdue: 'octagon',
}
const SHAPES = { done: 'tick', now: 'half', aside: 'dot' } as const satisfies Record<string, Shape>

type ToldGiven = { item: StoryItem; state: keyof typeof SHAPES; at: string; asOf: string; lang: Language }

const Told = ({ item, state, at, asOf, lang }: ToldGiven) => {
  const [who, note] = [namesOf(item), storyNote(item)]
  const warning = state === 'done' ? WARNINGS[item.type] : undefined
  return (
    <Step shape={warning ?? SHAPES[state]} state={warning ? `${state} step-${warning}` : state}>
      <h3>{storySentence(item, lang)}</h3>
      <p className="meta">
        <time dateTime={item.at}>{momentInWords(item.at, asOf, lang)}</time>
        {who ? ` · ${who}` : null}
      </p>
      {note ? <p className="quote">{note}</p> : null}
      {item.recording ? <Voice recording={item.recording} at={at} lang={lang} /> : null}
      <PhotoStrip photos={item.photos} lang={lang} />
    </Step>
  )
}

/** The matter itself, as it was said, belongs to the line that says that it was raised. */
const withFirstWords = (item: StoryItem, { text, photos }: FollowView): StoryItem =>
  item.type === 'MatterRaised'
    ? { ...item, text: item.text ?? text, photos: item.photos.length > 0 ? item.photos : photos }
    : item

/** That a stage was entered says something only while nothing has happened in it yet. */
const toldOf = ({ story }: FollowView): readonly StoryItem[] => {
  const last = story.findLast((item) => !isAside(item))
  return story.filter((item) => item.type !== 'StageEntered' || item === last)
}

/** `at`: the page below which recordings may be heard. */
export const Timeline = ({ view, at, lang }: { view: FollowView; at: string; lang: Language }) => {
  const open = view.phase !== 'closed'
  const story = toldOf(view)
  const now = open ? story.findLastIndex((item) => !isAside(item)) : -1
  return (
    <ol className="timeline">
      {story
        .map((told) => withFirstWords(told, view))
        .map((item, index) => (
          <Told
            key={`${item.at}-${index}`}
            item={item}
            state={index === now ? 'now' : isAside(item) ? 'aside' : 'done'}
            at={at}
            asOf={view.asOf}
            lang={lang}
          />
        ))}
      {view.ahead.map(({ act, names }, index) => (
        <Step key={`${act}-${index}`} shape="ring" state="ahead">
          <h3>{names[lang]}</h3>
          {index === 0 && view.clock && !view.clock.overdue ? (
            <p className="meta">{followWords[lang].expected(deadlineInWords(view.clock.due, view.asOf, lang))}</p>
          ) : null}
        </Step>
      ))}
    </ol>
  )
}
