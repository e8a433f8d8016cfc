// What a matter is called: the first sentence of what was said.

const LONGEST_TITLE = 28

/** The first sentence, cut where a reader would; staff may correct it. */
export const titleOf = (text: string): string => {
  const [sentence = ''] = text.trim().split(/[\n。！？!?；;]/u, 1)
  const characters = [...sentence.trim()]
  return characters.length > LONGEST_TITLE
    ? `${characters.slice(0, LONGEST_TITLE).join('')}…`
    : characters.join('') || '…'
}
