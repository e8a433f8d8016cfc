// Gathers what is asked for in one turn of the event loop, and while batches are under way, and has it done as one batch: many waits for the disk become one.

/** Batches of one lane follow one another, or go a few abreast; lanes do not wait for each other. `owner` is what the work is done with. */
export type Lane<Owner extends object> = { readonly owner: Owner; readonly name: string }

type Waiting<Item, Result> = {
  readonly item: Item
  readonly done: (result: Result) => void
  readonly fail: (cause: unknown) => void
}

type Work<Owner extends object, Item, Result> = {
  readonly most: number
  /** Batches of one lane that may be under way side by side; one where none is said. */
  readonly abreast?: number
  /** One outcome for each item, in their order; if it throws, that is the outcome of all of them. */
  readonly work: (items: readonly Item[], lane: Lane<Owner>) => Promise<readonly PromiseSettledResult<Result>[]>
}

type Queue<Item, Result> = {
  readonly waiting: Waiting<Item, Result>[]
  batches: number
  /** Items in those batches. */
  underWay: number
  gathers: boolean
}

const tell = <Item, Result>({ done, fail }: Waiting<Item, Result>, outcome?: PromiseSettledResult<Result>) => {
  if (!outcome) fail(new Error('a batch left somebody without an answer'))
  else if (outcome.status === 'fulfilled') done(outcome.value)
  else fail(outcome.reason)
}

const turnOfTheLoop = () => new Promise<void>((turn) => setImmediate(turn))

/** A second batch sets out once as many wait as are under way: one is made ready while the other is at the database, and neither gets small. */
const mayBegin = ({ waiting, batches, underWay }: Queue<unknown, never>, abreast: number): boolean =>
  waiting.length > 0 && (batches === 0 || (batches < abreast && waiting.length >= underWay))

/** One queue for each lane that somebody is in. */
const openQueues = <Owner extends object, Item, Result>() => {
  const lanes = new WeakMap<object, Map<string, Queue<Item, Result>>>()
  const queueOf = ({ owner, name }: Lane<Owner>): Queue<Item, Result> => {
    const ofOwner = lanes.get(owner) ?? new Map<string, Queue<Item, Result>>()
    lanes.set(owner, ofOwner)
    const queue = ofOwner.get(name) ?? { waiting: [], batches: 0, underWay: 0, gathers: false }
    ofOwner.set(name, queue)
    return queue
  }
  const close = ({ owner, name }: Lane<Owner>) => lanes.get(owner)?.delete(name)
  return { queueOf, close }
}

/** Whoever comes first is served in this turn of the loop, with all who come in it; whoever comes later goes with a later batch, in the order of coming. */
export const together = <Owner extends object, Item, Result>({
  most,
  abreast = 1,
  work,
}: Work<Owner, Item, Result>) => {
  const { queueOf, close } = openQueues<Owner, Item, Result>()

  const serve = async (batch: readonly Waiting<Item, Result>[], lane: Lane<Owner>) => {
    try {
      const items = batch.map(({ item }) => item)
      const outcomes = await work(items, lane)
      for (const [index, each] of batch.entries()) tell(each, outcomes[index])
    } catch (error) {
      for (const { fail } of batch) fail(error)
    }
  }

  const drive = async (queue: Queue<Item, Result>, lane: Lane<Owner>) => {
    // What had already arrived when the first came is still to be read: it goes with it, for less than a millisecond's wait.
    await turnOfTheLoop()
    queue.gathers = false
    while (mayBegin(queue, abreast)) {
      const batch = queue.waiting.splice(0, most)
      queue.batches += 1
      queue.underWay += batch.length
      await serve(batch, lane)
      queue.batches -= 1
      queue.underWay -= batch.length
    }
    if (queue.batches === 0 && queue.waiting.length === 0 && !queue.gathers) close(lane)
  }

  return (lane: Lane<Owner>, item: Item): Promise<Result> =>
    new Promise((done, fail) => {
      const queue = queueOf(lane)
      queue.waiting.push({ item, done, fail })
      if (queue.gathers) return
      queue.gathers = true
      void drive(queue, lane)
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
