// Patrol without a network: what is noted or ticked is kept on the phone first, and sent as soon as there is a way.
import { catchCalls } from './calls.ts'
import { KEPT, PAGE } from './kept.ts'
import { openOutbox } from './outbox.ts'
import { type State, sendWaiting } from './sending.ts'
import { type Waiting, keep, openWaiting, waitingOf } from './waiting.ts'

const EVERY = 60_000

/** Not `randomUUID`, which browsers withhold on plain http in an office network. */
const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** The page of this visit and exactly what it was made of; what an older build was made of goes. */
const keepPage = async (): Promise<void> => {
  const kept = await caches.open(KEPT)
  const made = performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => name.startsWith(`${location.origin}/assets/`))
  const known = (await kept.keys()).map(({ url }) => url)
  for (const url of known) if (url.includes('/assets/') && !made.includes(url)) await kept.delete(url)
  await kept.addAll(made.filter((url) => !known.includes(url)))
  if (!(await kept.match(location.pathname))) await kept.add(location.pathname)
}

const workOffline = (): void => {
  if (!('serviceWorker' in navigator)) return
  void navigator.serviceWorker
    .register('/patrol/worker.js', { scope: PAGE })
    .then(() => navigator.serviceWorker.ready)
    .then(keepPage)
    .catch(() => undefined) // without a network there is nothing to keep; the page works as it is
  void navigator.storage?.persist?.()
}

const textIn = (fields: FormData, name: string): string => {
  const value = fields.get(name)
  return typeof value === 'string' ? value : ''
}

type Phone = { readonly owner: string; readonly community: string; readonly send: () => void }

const seenNow = ({ owner, community }: Phone, form: HTMLFormElement) => {
  const fields = new FormData(form)
  const node = textIn(fields, 'node')
  const place = document.querySelector<HTMLElement>(`[data-node="${node}"]`)?.dataset['name'] ?? ''
  const own = { key: newKey(), owner, community, node, place, seenAt: new Date().toISOString(), trouble: null }
  return { fields, own }
}

const words = (fields: FormData): string =>
  ['common', 'text']
    .map((name) => textIn(fields, name).trim())
    .filter(Boolean)
    .join('：')

const noteOf = (phone: Phone, form: HTMLFormElement): Waiting => {
  const { fields, own } = seenNow(phone, form)
  const photos = fields.getAll('photos').filter((each): each is File => each instanceof File && each.size > 0)
  return { ...own, what: 'note', text: words(fields), settled: fields.get('settled') === '1', photos }
}

const catchNotes = (phone: Phone, form: HTMLFormElement, kept: (each: Waiting) => void): void => {
  const text = form.querySelector('textarea')
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const note = noteOf(phone, form)
    // What the browser cannot know: a common kind says enough without a word.
    text?.setCustomValidity(note.what === 'note' && note.text === '' ? (text.dataset['missing'] ?? '') : '')
    if (!form.reportValidity()) return
    void keep(note).then(() => {
      kept(note)
      form.reset()
      phone.send()
    })
  })
  form.addEventListener('input', () => text?.setCustomValidity(''))
}

const tick = ({ what, node }: Waiting): void => {
  const round = document.querySelector<HTMLElement>(`[data-node="${node}"]`)
  const seen = round?.querySelector<HTMLElement>('[data-days]')
  if (what !== 'look' || !round || !seen) return
  round.dataset['seen'] = ''
  seen.textContent = seen.dataset['today'] ?? ''
}

const catchLooks = (phone: Phone, kept: (each: Waiting) => void): void => {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-look]'))
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      const look: Waiting = { ...seenNow(phone, form).own, what: 'look' }
      void keep(look).then(() => {
        kept(look)
        phone.send()
      })
    })
}

/** The stairway of a button or of a scanned code is chosen in the form. */
const choose = (node: string | undefined): void => {
  const radio = document.querySelector<HTMLInputElement>(`#note input[name=node][value="${node}"]`)
  if (!radio) return
  for (let fold = radio.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
    fold.open = true
  radio.checked = true
}

const offerChoosing = (): void => {
  for (const link of document.querySelectorAll<HTMLElement>('[data-choose]'))
    link.addEventListener('click', () => choose(link.dataset['choose']))
  const code = new URLSearchParams(location.search).get('at')
  if (code) choose(document.querySelector<HTMLElement>(`[data-code="${CSS.escape(code)}"]`)?.dataset['node'])
}

const start = async (page: HTMLElement): Promise<void> => {
  await openWaiting()
  const { owner = '', community = '' } = page.dataset
  const show = (each: Waiting, state: State) => {
    outbox.show(each, state)
    tick(each)
  }
  const send = () => void sendWaiting(owner, show).then(async () => outbox.settle(await waitingOf(owner)))
  const outbox = openOutbox(page, send)
  const waiting = await waitingOf(owner)
  for (const each of waiting) show(each, each.trouble ? { is: 'refused', why: each.trouble } : { is: 'here' })
  const phone: Phone = { owner, community, send }
  const kept = (each: Waiting) => show(each, { is: 'here' })
  const form = document.querySelector<HTMLFormElement>('form[data-note]')
  if (form) catchNotes(phone, form, kept)
  catchLooks(phone, kept)
  const own = () => ({ key: newKey(), owner, community, seenAt: new Date().toISOString(), trouble: null })
  catchCalls({ own, kept, send })
  offerChoosing()
  page.querySelector('[data-send-now]')?.addEventListener('click', send)
  window.addEventListener('online', send)
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && send())
  setInterval(send, EVERY)
  send()
}

const page = document.querySelector<HTMLElement>('[data-patrol]')
if (page) {
  workOffline()
  // Where the browser keeps nothing the plain forms send at once.
  void start(page).catch(() => undefined)
}
