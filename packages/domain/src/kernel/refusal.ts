// An expected "no" is a value: a code that the caller can name, and the numbers its message needs.

export type Refused<Code extends string = string> = {
  readonly refused: Code
  readonly detail?: Readonly<Record<string, string | number>>
}

export const refuse = <Code extends string>(code: Code, detail?: Refused['detail']): Refused<Code> =>
  detail ? { refused: code, detail } : { refused: code }

export const isRefused = <T, Code extends string>(answer: T | Refused<Code>): answer is Refused<Code> =>
  typeof answer === 'object' && answer !== null && 'refused' in answer
