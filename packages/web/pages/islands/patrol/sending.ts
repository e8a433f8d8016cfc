// Sends what waits, one after the other: photos first, each once, then the note that names them.
import { type Waiting, type WaitingCall, type WaitingNote, forget, keep, waitingOf } from './waiting.ts'

export type State =
  | { readonly is: 'here' | 'sending' | 'signed-out' }
  | { readonly is: 'arrived'; readonly code: string | null; readonly handedOver: boolean }
  | { readonly is: 'refused'; readonly why: string }

export type Tell = (each: Waiting, state: State) => void

type Answer = Readonly<Record<string, unknown>>
type Sent = { readonly ok: Answer } | Exclude<State, { is: 'arrived' | 'sending' }>

const HERE: Sent = { is: 'here' }
const SIGNED_OUT: Sent = { is: 'signed-out' }

/** No network, a busy server, a server in trouble: it stays here, and goes out another time. */
const later = ({ status }: Response): boolean => status >= 500 || status === 429 || status === 408

const post = async (path: string, key: string, init: RequestInit): Promise<Sent> => {
  const headers = { ...init.headers, accept: 'application/json', 'idempotency-key': key }
  const answer = await fetch(path, { ...init, method: 'POST', headers }).catch(() => null)
  if (!answer || later(answer)) return HERE
  if (answer.status === 401) return SIGNED_OUT
  const told = (await answer.json().catch(() => null)) as Answer | null
  if (!told) return HERE
  if (answer.ok) return { ok: told }
  // Somebody else has signed in on this phone since the page was opened.
  if (told['code'] === 'another-persons-note') return SIGNED_OUT
  return { is: 'refused', why: `${String(told['title'])}。${String(told['detail'])}` }
}

/** Each photo that has arrived is remembered at once, so that a broken line costs one photo and not all. */
const withPhotos = async <Held extends WaitingNote | WaitingCall>(note: Held, path: string): Promise<Held | Sent> => {
  let held = note
  for (const [index, photo] of note.photos.entries()) {
    if (typeof photo === 'string') continue
    const body = new FormData()
    body.append('photos', photo, 'photo.jpg')
    const sent = await post(path, `${note.key}-${index}`, { body })
    if (!('ok' in sent)) return sent
    held = { ...held, photos: held.photos.map((each, at) => (at === index ? String(sent.ok['photo']) : each)) }
    await keep(held)
  }
  return held
}

const asJson = (value: object): RequestInit => ({
  body: JSON.stringify(value),
  headers: { 'content-type': 'application/json' },
})

const sendNote = async (note: WaitingNote): Promise<Sent> => {
  const { community: place, owner: who } = note
  const ready = await withPhotos(note, `/api/patrol/photos?${new URLSearchParams({ community: place, owner: who })}`)
  if (!('key' in ready)) return ready
  const { owner, community, node, seenAt, text, settled, photos, key } = ready
  return post('/api/patrol/notes', key, asJson({ owner, community, node, seenAt, text, settled, photos }))
}

const sendCall = async (call: WaitingCall): Promise<Sent> => {
  const walk = `/api/polls/${call.poll}/walk`
  const ready = await withPhotos(call, `${walk}/photos?${new URLSearchParams({ owner: call.owner })}`)
  if (!('key' in ready)) return ready
  const { owner, node: voter, seenAt, result, to, companion, told, warned, signed, whole, photos, key } = ready
  const [photo = null] = photos
  return post(walk, key, asJson({ owner, voter, seenAt, result, to, companion, told, warned, signed, whole, photo }))
}

const sendOne = (each: Waiting): Promise<Sent> => {
  if (each.what === 'note') return sendNote(each)
  if (each.what === 'call') return sendCall(each)
  const { owner, community, node, seenAt, key } = each
  return post('/api/patrol/looks', key, asJson({ owner, community, node, seenAt }))
}

const settle = async (each: Waiting, sent: Sent): Promise<State> => {
  if ('ok' in sent) {
    await forget(each)
    const { code, handedOver } = sent.ok
    return { is: 'arrived', code: typeof code === 'string' ? code : null, handedOver: handedOver === true }
  }
  if (sent.is !== 'refused') return sent
  const [held] = (await waitingOf(each.owner)).filter(({ key }) => key === each.key)
  await keep({ ...(held ?? each), trouble: sent.why })
  return sent
}

const sendAll = async (owner: string, tell: Tell): Promise<void> => {
  for (const each of await waitingOf(owner)) {
    if (each.trouble) continue
    tell(each, { is: 'sending' })
    const state = await settle(each, await sendOne(each))
    tell(each, state)
    if (state.is === 'here' || state.is === 'signed-out') return
  }
}

let busy: Promise<void> = Promise.resolve()

/** One after the other in this page, and where the browser can, in all its pages. */
export const sendWaiting = (owner: string, tell: Tell): Promise<void> => {
  const work = () => sendAll(owner, tell)
  busy = busy.then(() => ('locks' in navigator ? navigator.locks.request('yishi-patrol', work) : work()))
  return busy
}
