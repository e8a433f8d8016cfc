// What a story tells of acting for a neighbour: the consent, and what the helper did in the raiser's place.
import type { StoryItem } from '@yishi/contract/matter'
import type { HelpEvent } from '@yishi/domain/helping'
import { type Language, dictionary } from './dictionary.ts'
import { helpWords } from './helping.ts'
import { type Teller, fact } from './telling.ts'

const consentWay = (item: StoryItem, lang: Language): string => {
  const way = (helpWords[lang].ways as Readonly<Record<string, string>>)[fact(item, 'way')]
  return way ? (lang === 'zh' ? `（${way}）` : ` (${way.toLowerCase()})`) : ''
}

export const helpTellers = dictionary<Record<HelpEvent['type'], Teller>>(
  {
    ConsentGiven: (item) => `邻居同意由人代办${consentWay(item, 'zh')}`,
    ConsentWithdrawn: (item) => (item.facts['byHelper'] ? '代办的邻居不再代办' : '取消了代办'),
  },
  {
    ConsentGiven: (item) => `The neighbour agreed to be helped${consentWay(item, 'en')}`,
    ConsentWithdrawn: (item) => (item.facts['byHelper'] ? 'The helping neighbour stopped' : 'The helping was ended'),
  },
)

/** Where the usual sentence says «您» for the raiser, this one says who really did it. */
const helperTellers = dictionary<Readonly<Record<string, Teller>>>(
  {
    MatterRaised: () => '邻居代为上报了这件事',
    RemarkAdded: () => '代办的邻居补充了说明',
    MatterNudged: () => '代办的邻居催了一次',
    MatterRated: (item) => `代办的邻居评价：${fact(item, 'score')} 星`,
    MatterReopened: () => '代办的邻居说没办好，重新打开',
  },
  {
    MatterRaised: () => 'A neighbour raised this for the raiser',
    RemarkAdded: () => 'The helping neighbour added a remark',
    MatterNudged: () => 'The helping neighbour nudged',
    MatterRated: (item) => `The helping neighbour rated it ${fact(item, 'score')} of 5`,
    MatterReopened: () => 'The helping neighbour had it reopened',
  },
)

/** Null where the usual sentence is right. */
export const helperSentence = (item: StoryItem, lang: Language): string | null =>
  item.facts['byHelper'] === true ? (helperTellers[lang][item.type]?.(item) ?? null) : null
