// Offers in the order of the least that each may cost: a heap, so that a round looks at few of many.

export type Queue = {
  /** Of each offer its key, from which the queue is ordered. */
  readonly keys: Float64Array
  /** Places of offers; each is at most as dear as the two below it. */
  readonly heap: number[]
}

/** Expects offers that are all in the queue, and none twice. */
export const queueOf = (keys: Float64Array): Queue => {
  const queue: Queue = { keys, heap: [] }
  for (let at = 0; at < keys.length; at++) if (keys[at]! < Infinity) put(queue, at)
  return queue
}

export const put = ({ keys, heap }: Queue, offer: number): void => {
  let at = heap.push(offer) - 1
  while (at > 0) {
    const above = (at - 1) >> 1
    if (keys[heap[above]!]! <= keys[offer]!) break
    heap[at] = heap[above]!
    at = above
  }
  heap[at] = offer
}

/** The lesser of the two below, or none. */
const below = ({ keys, heap }: Queue, at: number): number => {
  const left = 2 * at + 1
  if (left + 1 < heap.length && keys[heap[left + 1]!]! < keys[heap[left]!]!) return left + 1
  return left
}

/** Takes out the offer that may be cheapest. */
export const take = (queue: Queue): number | undefined => {
  const { keys, heap } = queue
  const [first, last] = [heap[0], heap.pop()]
  if (last === undefined || heap.length === 0) return last
  let at = 0
  for (let next = below(queue, at); next < heap.length && keys[heap[next]!]! < keys[last]!; next = below(queue, at)) {
    heap[at] = heap[next]!
    at = next
  }
  heap[at] = last
  return first
}
