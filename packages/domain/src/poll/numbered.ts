// A mark with a number beside it, `option-3:4`: points for an option, or the place that is written beside it on paper.

export type Numbered = { readonly key: string; readonly number: number | null }

const SHAPE = /^([^:]*):(.*)$/

/** `number` is null for what is no number. */
export const readNumbered = (mark: string): Numbered => {
  const [, key = mark, number = ''] = SHAPE.exec(mark) ?? []
  return { key, number: /^\d{1,3}$/.test(number) ? Number(number) : null }
}

export const numberedMark = (key: string, number: number): string => `${key}:${number}`
