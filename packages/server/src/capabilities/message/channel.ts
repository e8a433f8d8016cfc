// How a message leaves the house. The local outbox is the first channel: what it "sends" stays readable on its page.

export type Outgoing = {
  readonly id: string
  readonly to: string
  readonly title: string
  readonly body: string
  readonly link: string | null
}

/** Resolves once the message is handed over; throws to be tried again. The same `id` twice is delivered once. */
export type Channel = {
  readonly name: string
  readonly deliver: (message: Outgoing) => Promise<void>
}

/** The message's own row is the outbox, so nothing is left to do. */
export const localOutbox: Channel = { name: 'sms', deliver: () => Promise.resolve() }
