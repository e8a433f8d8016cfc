// Keeps a board up to date without a reload: takes the pictures that the stream sends, turns the pages of long lists, moves the clock on.
import { wallClock } from '../../words/wall-clock.ts'

const ASK_AGAIN = 60_000
const TURN = 12_000
const WALL = '(min-width: 1000px) and (min-aspect-ratio: 5/4)'

const lang = (): 'zh' | 'en' => (document.documentElement.lang === 'en' ? 'en' : 'zh')

let page = 0
let stopped = matchMedia('(prefers-reduced-motion: reduce)').matches

/** On a wall a list shows one page of its rows; on a telephone all of them. */
const layOut = (list: HTMLElement): void => {
  const rows = [...list.children] as HTMLElement[]
  const most = Number(list.dataset['rotate'])
  const wall = matchMedia(WALL).matches && rows.length > most
  list.toggleAttribute('data-rotating', wall)
  const shown = page % Math.max(1, Math.ceil(rows.length / most))
  rows.forEach((row, index) => (row.hidden = wall && Math.floor(index / most) !== shown))
  const button = list.parentElement?.querySelector<HTMLButtonElement>('[data-pause]')
  if (!button) return
  button.hidden = !wall
  button.textContent = (stopped ? button.dataset['go'] : button.dataset['pause']) ?? ''
}

const layOutAll = (): void => document.querySelectorAll<HTMLElement>('[data-rotate]').forEach(layOut)

const show = (place: HTMLElement, html: string): void => {
  const focused = place.contains(document.activeElement) ? document.activeElement : null
  const [name, value] = [focused?.tagName, focused?.getAttribute('href') ?? focused?.textContent]
  // Made by our own server, as the page itself was.
  place.innerHTML = html
  place.dataset['since'] = String(Date.now())
  layOutAll()
  if (!name) return
  for (const each of place.querySelectorAll<HTMLElement>(name))
    if ((each.getAttribute('href') ?? each.textContent) === value) return each.focus()
}

const askOnce = async (place: HTMLElement, url: string): Promise<void> => {
  const answer = await fetch(`${url}?once=1`).catch(() => null)
  if (!answer?.ok) return
  const lines = (await answer.text()).split('\n').filter((line) => line.startsWith('data: '))
  show(place, lines.map((line) => line.slice('data: '.length)).join('\n'))
}

const follow = (place: HTMLElement): void => {
  const url = place.dataset['live'] ?? ''
  const stream = new EventSource(`${url}?has=${encodeURIComponent(place.dataset['version'] ?? '')}`)
  stream.addEventListener('board', ({ data }: MessageEvent<string>) => show(place, data))
  stream.addEventListener('error', () => {
    // Closed for good means that the server refused: then it is asked once in a while.
    if (stream.readyState === EventSource.CLOSED) setInterval(() => void askOnce(place, url), ASK_AGAIN)
  })
}

const tickClock = (clock: HTMLElement): void => {
  const [start, loaded] = [Date.parse(clock.dataset['clock'] ?? ''), Date.now()]
  const tell = (): void => {
    const { time, day } = wallClock(start + Date.now() - loaded, lang())
    const [first, second] = clock.children
    if (first && first.textContent !== time) first.textContent = time
    if (second && second.textContent !== day) second.textContent = day
  }
  setInterval(tell, 1000)
}

const turnPages = (): void => {
  if (!document.querySelector('[data-rotate]')) return
  layOutAll()
  addEventListener('resize', layOutAll)
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof HTMLElement) || !target.matches('[data-pause]')) return
    stopped = !stopped
    layOutAll()
  })
  setInterval(() => {
    if (stopped) return
    page += 1
    layOutAll()
  }, TURN)
}

export const startLive = (): void => {
  turnPages()
  document.querySelectorAll<HTMLElement>('[data-clock]').forEach(tickClock)
  if (typeof EventSource === 'undefined') return
  document.querySelectorAll<HTMLElement>('[data-live]').forEach(follow)
}
