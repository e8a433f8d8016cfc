// What a story tells of a note made on patrol.
import type { StoryItem } from '@yishi/contract/matter'
import type { NoteEvent } from '@yishi/domain/patrol'
import { type Language, dictionary } from './dictionary.ts'
import { plainMoment } from './moments.ts'
import { type Teller, fact } from './telling.ts'

const seenOnPatrol = dictionary('巡查时看到', 'Seen on patrol')
/** When it was seen, which a phone without a network tells later. */
const seenIn = (item: StoryItem, lang: Language): readonly string[] => {
  const at = fact(item, 'seenAt')
  return [seenOnPatrol[lang], at && plainMoment(at, lang)]
}

export const patrolTellers = dictionary<Record<NoteEvent['type'], Teller>>(
  {
    PatrolNoted: (item) =>
      [...seenIn(item, 'zh'), item.facts['settled'] === true ? '当场已解决' : ''].filter(Boolean).join('，'),
  },
  {
    PatrolNoted: (item) =>
      [...seenIn(item, 'en'), item.facts['settled'] === true ? 'settled on the spot' : ''].filter(Boolean).join(', '),
  },
)
