// What a figure is: numbers, the goal that they are held against, and whether they meet it.

export type Figure = {
  readonly name: string
  readonly values: Readonly<Record<string, number>>
  readonly goal: string
  readonly met: boolean
}

const sorted = (values: readonly number[]) => values.toSorted((a, b) => a - b)

export const median = (values: readonly number[]): number => sorted(values)[Math.floor(values.length / 2)] ?? Number.NaN

export const percentile = (values: readonly number[], share: number): number =>
  sorted(values)[Math.min(values.length - 1, Math.ceil(values.length * share) - 1)] ?? Number.NaN

const DIGITS = 4

export const rounded = (values: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Number(value.toPrecision(DIGITS))]))

export const line = ({ name, values, goal, met }: Figure): string => {
  const told = Object.entries(values).map(([key, value]) => `${key} ${value}`)
  return `${met ? '✓' : '✗'} ${name}: ${told.join(', ')}   (goal: ${goal})`
}
