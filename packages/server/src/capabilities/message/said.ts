// What is told, in every language that we speak: the inbox shows the reader's, and what leaves by a channel is Chinese.
import type { Language } from '@yishi/domain/kernel'
import type { MessageRow } from './tables.ts'

type Said = { readonly title: string; readonly body: string }

/** The part of a message that people read. */
export type Words = Pick<MessageRow, 'title' | 'body' | 'title_en' | 'body_en'>

const unlike = (english: string, chinese: string): string | null => (english === chinese ? null : english)

export const inEveryLanguage = (say: (lang: Language) => Said): Words => {
  const [chinese, english] = [say('zh'), say('en')]
  return {
    ...chinese,
    title_en: unlike(english.title, chinese.title),
    body_en: unlike(english.body, chinese.body),
  }
}
