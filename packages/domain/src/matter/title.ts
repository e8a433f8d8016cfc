// The title that a matter gets from what was said, until staff correct it.

const LONGEST = 28

/** The first sentence, cut where a reader would. */
export const titleOf = (text: string): string => {
  const [sentence = ''] = text.trim().split(/[\n。！？!?；;]/u, 1)
  const characters = [...sentence.trim()]
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : characters.join('') || '…'
}
