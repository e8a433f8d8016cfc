// How an event of a story becomes a sentence: the facts that it carries, by name.
import type { StoryItem } from '@yishi/contract/matter'

export type Teller = (item: StoryItem) => string

/** «» where the story does not tell it. */
export const fact = (item: StoryItem, name: string): string => {
  const value = item.facts[name]
  return value === null || value === undefined ? '' : String(value)
}
