// One bundle after another, and each once: whoever asks for one that is being made waits for the same making.
export type Turns = {
  readonly take: (key: string, work: () => Promise<void>) => Promise<void>
  /** Once what goes on under this key is over, however it ended. */
  readonly over: (key: string) => Promise<void>
}

export const openTurns = (): Turns => {
  const waiting = new Map<string, Promise<void>>()
  let last: Promise<void> = Promise.resolve()
  const settled = (turn: Promise<void>): Promise<void> => turn.catch(() => undefined)
  return {
    take(key, work) {
      const known = waiting.get(key)
      if (known) return known
      const turn = settled(last)
        .then(work)
        .finally(() => waiting.delete(key))
      waiting.set(key, turn)
      last = turn
      return turn
    },
    over: (key) => settled(waiting.get(key) ?? Promise.resolve()),
  }
}
