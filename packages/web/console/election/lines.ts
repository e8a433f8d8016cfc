// Lists as people type them: one a line, with what belongs to each after the first space.
export const linesIn = (text = ''): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const parted = (line: string): readonly [string, string] => {
  const [first = '', ...rest] = line.split(/\s+/u)
  return [first, rest.join(' ')]
}

export const votersIn = (text?: string) =>
  linesIn(text).map((line) => {
    const [name, group] = parted(line)
    return { name, group }
  })

/** As lists of candidates have it, 王芳（女）, with or without spaces around it. */
const WOMAN = /^(\S+?)\s*[（(]女[）)]\s*/u

export const candidatesIn = (text?: string) =>
  linesIn(text).map((line) => {
    const [name, profile] = parted(line.replace(WOMAN, '$1 '))
    return { name, profile, woman: WOMAN.test(line) }
  })

type Candidate = ReturnType<typeof candidatesIn>[number]
export const candidateLines = (all: readonly Candidate[]): string =>
  all.map(({ name, profile, woman }) => `${name}${woman ? '（女）' : ''} ${profile}`.trim()).join('\n')

type Named = { readonly name: string; readonly group: string }

/** Names that stand in both lists. */
export const namedTwice = (drawn: readonly Named[], pasted: readonly Named[]): readonly string[] => {
  const known = new Set(drawn.map(({ name }) => name))
  return [...new Set(pasted.map(({ name }) => name))].filter((name) => known.has(name))
}
