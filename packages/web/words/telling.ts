// How an event of a story becomes a sentence: the facts that it carries, by name.
import type { StoryItem } from '@yishi/contract/matter'

export type Teller = (item: StoryItem) => string

/** «» where the story does not tell it. */
export const fact = (item: StoryItem, name: string): string => {
  const value = item.facts[name]
  return value === null || value === undefined ? '' : String(value)
}

/** What has to carry its address as a text message ends in it; on a page the address is a link beside it. */
export const withoutAddress = (text: string): string =>
  text.replace(/\s*[^\s。.!?！？]*[：:]\s*https?:\/\/\S+\s*$/u, '')
