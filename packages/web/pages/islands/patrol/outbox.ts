// Shows what this phone holds, and how far each of it has got; what was refused can be copied, tried again or thrown away.
import type { State } from './sending.ts'
import { type Waiting, type WaitingCall, forget, keep } from './waiting.ts'

type Outbox = {
  readonly show: (each: Waiting, state: State) => void
  /** What another page of this phone has sent meanwhile waits here no more. */
  readonly settle: (waiting: readonly Waiting[]) => void
}

const wordFor = (words: DOMStringMap, state: State): string => {
  if (state.is === 'refused') return state.why
  if (state.is !== 'arrived')
    return words[{ here: 'here', sending: 'sending', 'signed-out': 'signedOut' }[state.is]] ?? ''
  const arrived = state.handedOver ? words['handedOver'] : words['arrived']
  return [arrived, state.code?.replace(/(\d{3})(?=\d)/g, '$1 ')].filter(Boolean).join(' · ')
}

const callWords = ({ result, to }: WaitingCall, words: DOMStringMap): string => {
  const name = `call${result.charAt(0).toUpperCase()}${result.slice(1)}`
  return [words[name] ?? '', to].filter(Boolean).join('：')
}

const wordsOf = (each: Waiting, words: DOMStringMap): string => {
  if (each.what === 'look') return words['looked'] ?? ''
  if (each.what === 'call') return callWords(each, words)
  return `${each.settled ? `${words['settled'] ?? ''}：` : ''}${each.text}`
}

type Acts = { readonly again: () => void; readonly words: DOMStringMap }

const offerActs = (item: HTMLElement, each: Waiting, { again, words }: Acts): void => {
  const on = (name: string, act: () => void) =>
    item.querySelector<HTMLButtonElement>(`[data-${name}]`)?.addEventListener('click', act)
  on('copy', () => void navigator.clipboard?.writeText(`${each.place} ${wordsOf(each, words)} ${each.seenAt}`))
  on('again', () => void keep({ ...each, trouble: null }).then(again))
  on('drop', () => {
    if (confirm(words['sure'])) void forget(each).then(() => item.remove())
  })
}

const itemOf = (box: HTMLElement, each: Waiting, acts: Acts): HTMLElement | null => {
  const list = box.querySelector('ul')
  const known = list?.querySelector<HTMLElement>(`[data-key="${each.key}"]`)
  if (known) return known
  const item = box.querySelector('template')?.content.querySelector('li')?.cloneNode(true) as HTMLElement | undefined
  if (!list || !item) return null
  item.dataset['key'] = each.key
  item.querySelector('[data-place]')!.textContent = each.place
  item.querySelector('[data-words]')!.textContent = wordsOf(each, acts.words)
  offerActs(item, each, acts)
  list.prepend(item)
  return item
}

export const openOutbox = (box: HTMLElement, again: () => void): Outbox => {
  const words = box.dataset
  const settle = (waiting: readonly Waiting[]) => {
    const keys = new Set(waiting.map(({ key }) => key))
    for (const item of box.querySelectorAll<HTMLElement>('ul > li:not([data-state="arrived"])'))
      if (!keys.has(item.dataset['key'] ?? '')) item.remove()
    box.hidden = box.querySelector('ul > li') === null
  }
  const show = (each: Waiting, state: State) => {
    const item = itemOf(box, each, { again, words })
    if (!item) return
    item.dataset['state'] = state.is
    item.querySelector('[data-told]')!.textContent = wordFor(words, state)
    item.querySelector<HTMLElement>('[data-acts]')!.hidden = state.is !== 'refused'
    for (const each of box.querySelectorAll<HTMLElement>('[data-sign-in]')) each.hidden = state.is !== 'signed-out'
    box.hidden = false
  }
  return { show, settle }
}
