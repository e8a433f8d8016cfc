// What takes long to make and is the same whenever it is made from the same source: made once for all who ask for it meanwhile, and kept for whoever asks next.

type Keeping<Made> = {
  /** Room for everything that is kept, in bytes; what alone is larger is answered and not kept. */
  readonly most: number
  readonly bytesOf: (made: Made) => number
}

export type Kept<Made> = {
  /** `key` is a digest of all that it is made from: nothing that is kept ever becomes untrue. What could not be made is tried again for whoever asks next. */
  readonly take: (key: string, make: () => Promise<Made>) => Promise<Made>
  /** How often something was made since the start. */
  readonly makings: () => number
  /** Bytes of what is kept now. */
  readonly bytes: () => number
}

export const kept = <Made>({ most, bytesOf }: Keeping<Made>): Kept<Made> => {
  const held = new Map<string, Made>()
  const underWay = new Map<string, Promise<Made>>()
  let [bytes, makings] = [0, 0]

  const makeRoom = (needed: number) => {
    for (const [key, oldest] of held) {
      if (bytes + needed <= most) return
      held.delete(key)
      bytes -= bytesOf(oldest)
    }
  }

  const keep = (key: string, made: Made) => {
    const needed = bytesOf(made)
    if (needed > most) return
    makeRoom(needed)
    held.set(key, made)
    bytes += needed
  }

  const begin = async (key: string, make: () => Promise<Made>): Promise<Made> => {
    makings += 1
    try {
      const made = await make()
      keep(key, made)
      return made
    } finally {
      underWay.delete(key)
    }
  }

  const take = (key: string, make: () => Promise<Made>): Promise<Made> => {
    const found = held.get(key)
    if (found !== undefined) return Promise.resolve(found)
    const waited = underWay.get(key)
    if (waited) return waited
    const making = begin(key, make)
    underWay.set(key, making)
    return making
  }
  return { take, makings: () => makings, bytes: () => bytes }
}
