// What is left of a clock, told anew each minute. Counts from the server's moment, because a phone's own clock may be wrong.
import { restSentence } from '../../words/rest.ts'

const loaded = Date.now()

const tick = (element: HTMLElement): void => {
  const { due, asOf } = element.dataset
  if (!due || !asOf) return
  // A part of the page that came later counts from when it came.
  const since = Number(element.closest<HTMLElement>('[data-since]')?.dataset['since'] ?? loaded)
  const left = Date.parse(due) - (Date.parse(asOf) + Date.now() - since)
  const sentence = restSentence(
    { ms: Math.abs(left), overdue: left <= 0 },
    document.documentElement.lang === 'en' ? 'en' : 'zh',
  )
  if (element.textContent !== sentence) element.textContent = sentence
}

export const startClocks = (): void => {
  setInterval(() => document.querySelectorAll<HTMLElement>('[data-due]').forEach(tick), 20_000)
}
