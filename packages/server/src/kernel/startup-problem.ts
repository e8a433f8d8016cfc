// Why the program cannot start, told to whoever starts it: one plain sentence in Chinese and in English, no stack.

export class StartupProblem extends Error {
  override readonly name = 'StartupProblem'
}

export const startupProblem = (zh: string, en: string, cause?: unknown): StartupProblem =>
  new StartupProblem(`${zh}\n${en}`, { cause })
