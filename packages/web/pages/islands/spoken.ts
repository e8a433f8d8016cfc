// What a page says, in the order in which it stands there: each block of text as sentences, fields and buttons with what they are.

export type Sentence = { readonly text: string; readonly block: Element; readonly range: Range | null }

/** Words for what one sees and does not hear. */
export type Said = Readonly<Record<'button' | 'link' | 'field' | 'written' | 'chosen', string>>

/** Longer than this some engines fall silent in the middle. */
const LONGEST = 90

const UNSPOKEN = 'script, style, svg, audio, [aria-hidden=true], [data-read-aloud], [hidden], .skip, code'
const PARTS = /[^。！？!?；;\n]+[。！？!?；;]*/gu

const isSeen = (element: Element): boolean => element.getClientRects().length > 0 && !element.closest(UNSPOKEN)

const isInline = (element: Element): boolean => {
  const { display } = getComputedStyle(element)
  return display.startsWith('inline') && !element.matches('a.button, button, label, summary')
}

/** What a voice takes in one breath: sentences, and of a long one its parts. */
export const sentencesOf = (text: string): readonly (readonly [from: number, to: number])[] =>
  [...text.matchAll(PARTS)].flatMap((match) => {
    const [part, from] = [match[0], match.index]
    const pieces = Math.ceil(part.length / LONGEST)
    return Array.from({ length: pieces }, (_, piece) => {
      const [start, end] = [piece, piece + 1].map((at) => from + Math.min(part.length, at * LONGEST)) as [
        number,
        number,
      ]
      return [start, end] as const
    })
  })

type Block = { readonly element: Element; readonly texts: Text[] }

const blockOf = (text: Text, root: Element): Element => {
  let element = text.parentElement ?? root
  while (element !== root && isInline(element)) element = element.parentElement ?? root
  return element
}

const blocksIn = (root: Element): readonly Block[] => {
  const blocks: Block[] = []
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (!node.data.trim() || !node.parentElement || !isSeen(node.parentElement)) continue
    const element = blockOf(node, root)
    const last = blocks.at(-1)
    if (last?.element === element) last.texts.push(node)
    else blocks.push({ element, texts: [node] })
  }
  return blocks
}

const rangeIn = (texts: readonly Text[], from: number, to: number): Range => {
  const range = document.createRange()
  let before = 0
  for (const text of texts) {
    const [start, end] = [before, before + text.length]
    if (from >= start && from < end) range.setStart(text, from - start)
    if (to > start && to <= end) range.setEnd(text, to - start)
    before = end
  }
  return range
}

const valueOf = (field: HTMLInputElement | HTMLTextAreaElement, said: Said): string => {
  if (field instanceof HTMLInputElement && /^(?:radio|checkbox)$/.test(field.type))
    return field.checked ? said.chosen : ''
  return field.value && field.type !== 'file' ? `${said.written}：${field.value}` : said.field
}

/** What the block is, beside its words. */
const kindOf = (element: Element, said: Said): string => {
  if (element.closest('button, summary')) return said.button
  if (element.closest('a')) return said.link
  const label = element.closest('label')
  const field = label?.control
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? valueOf(field, said) : ''
}

const spokenOf = ({ element, texts }: Block, said: Said): readonly Sentence[] => {
  const text = texts.map(({ data }) => data).join('')
  const sentences = sentencesOf(text).map(([from, to]) => ({
    text: text.slice(from, to).replaceAll(/\s+/gu, ' ').trim(),
    block: element,
    range: rangeIn(texts, from, to),
  }))
  const kind = kindOf(element, said)
  const more = kind ? [{ text: kind, block: element, range: null }] : []
  return [...sentences.filter((sentence) => /[\p{L}\p{N}]/u.test(sentence.text)), ...more]
}

/** The content, then what stands in the dock; the frame around them is the same on every page. */
export const spokenSentences = (said: Said): readonly Sentence[] =>
  [...document.querySelectorAll('main, .dock')].flatMap(blocksIn).flatMap((block) => spokenOf(block, said))
