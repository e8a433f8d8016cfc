// Words that no database keeps are refused at the door: the character NUL, and halves of characters (RFC 8785 3.2.2.2).
const UNKEEPABLE = /\0|\p{Surrogate}/u

const isKeepable = (text: string): boolean => !UNKEEPABLE.test(text)

/** Names and values, however deep; without recursion, which a deep body would exhaust. */
export const holdsUnkeepable = (given: unknown): boolean => {
  const left: unknown[] = [given]
  while (left.length > 0) {
    const each = left.pop()
    if (typeof each === 'string' && !isKeepable(each)) return true
    if (typeof each !== 'object' || each === null) continue
    for (const [name, value] of Object.entries(each)) left.push(name, value)
  }
  return false
}
