// Gathers what is asked for in one turn of the event loop, and while the last batch is under way, and has it done as one batch: many waits for the disk become one.

/** Batches of one lane follow one another; lanes do not wait for each other. `owner` is what the work is done with. */
export type Lane<Owner extends object> = { readonly owner: Owner; readonly name: string }

type Waiting<Item, Result> = {
  readonly item: Item
  readonly done: (result: Result) => void
  readonly fail: (cause: unknown) => void
}

type Work<Owner extends object, Item, Result> = {
  readonly most: number
  /** One outcome for each item, in their order; if it throws, that is the outcome of all of them. */
  readonly work: (items: readonly Item[], lane: Lane<Owner>) => Promise<readonly PromiseSettledResult<Result>[]>
}

const tell = <Item, Result>({ done, fail }: Waiting<Item, Result>, outcome?: PromiseSettledResult<Result>) => {
  if (!outcome) fail(new Error('a batch left somebody without an answer'))
  else if (outcome.status === 'fulfilled') done(outcome.value)
  else fail(outcome.reason)
}

/** What had already arrived when the first came is still to be read: it goes with it, for less than a millisecond's wait. */
const turnOfTheLoop = () => new Promise<void>((turn) => setImmediate(turn))

/** Whoever comes first is served in this turn of the loop, with all who come in it; whoever comes later goes with the next batch, in the order of coming. */
export const together = <Owner extends object, Item, Result>({ most, work }: Work<Owner, Item, Result>) => {
  const lanes = new WeakMap<object, Map<string, Waiting<Item, Result>[]>>()

  const serve = async (batch: readonly Waiting<Item, Result>[], lane: Lane<Owner>) => {
    try {
      const items = batch.map(({ item }) => item)
      const outcomes = await work(items, lane)
      for (const [index, each] of batch.entries()) tell(each, outcomes[index])
    } catch (error) {
      for (const { fail } of batch) fail(error)
    }
  }

  const drive = async (queue: Waiting<Item, Result>[], lane: Lane<Owner>) => {
    await turnOfTheLoop()
    while (queue.length > 0) await serve(queue.splice(0, most), lane)
    lanes.get(lane.owner)?.delete(lane.name)
  }

  return (lane: Lane<Owner>, item: Item): Promise<Result> =>
    new Promise((done, fail) => {
      const ofOwner = lanes.get(lane.owner) ?? new Map<string, Waiting<Item, Result>[]>()
      lanes.set(lane.owner, ofOwner)
      const queue = ofOwner.get(lane.name)
      if (queue) return void queue.push({ item, done, fail })
      const first = [{ item, done, fail }]
      ofOwner.set(lane.name, first)
      void drive(first, lane)
    })
}

const MOST_ASKED = 100

/** Reads once for all who ask at one moment. Whoever comes meanwhile is read for with the next, after they came; null where nothing is found. */
export const readTogether = <Owner extends object, Key extends string, Value>(
  read: (keys: readonly Key[], lane: Lane<Owner>) => Promise<ReadonlyMap<Key, Value>>,
) =>
  together<Owner, Key, Value | null>({
    most: MOST_ASKED,
    work: async (keys, lane) => {
      const found = await read([...new Set(keys)], lane)
      return keys.map((key) => ({ status: 'fulfilled', value: found.get(key) ?? null }))
    },
  })
