// Sends a form on a line that may break: the same idempotency key each time, so that the server takes it once.
import { forgetDraft } from './draft.ts'

const PATIENCE = 60_000

const pause = (milliseconds: number): Promise<void> =>
  new Promise((done) => {
    const timer = setTimeout(finish, milliseconds)
    function finish(): void {
      clearTimeout(timer)
      window.removeEventListener('online', finish)
      done()
    }
    window.addEventListener('online', finish)
  })

const attempt = async (form: HTMLFormElement, body: BodyInit): Promise<Response | null> => {
  const giveUp = new AbortController()
  const timer = setTimeout(() => giveUp.abort(), PATIENCE)
  const answer = await fetch(form.action, { method: 'post', body, signal: giveUp.signal }).catch(() => null)
  clearTimeout(timer)
  return answer
}

const untilAnswered = async (
  form: HTMLFormElement,
  body: BodyInit,
  tell: (text: string) => void,
): Promise<Response> => {
  for (let tries = 1; ; tries += 1) {
    const answer = await attempt(form, body)
    if (answer) return answer
    tell(form.dataset['offline'] ?? '')
    await pause(Math.min(30_000, 3000 * tries))
  }
}

/** The page that came back has the same form with its errors; it takes the place of this one. */
const showAnswer = async (answer: Response, enhance: () => void): Promise<boolean> => {
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const content = page.querySelector('main')
  if (!content) return false
  document.querySelector('main')?.replaceWith(document.adoptNode(content))
  document.title = page.title
  enhance()
  window.scrollTo(0, 0)
  document.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  return true
}

const bodyOf = (form: HTMLFormElement): BodyInit => {
  const fields = new FormData(form)
  return form.enctype === 'multipart/form-data'
    ? fields
    : new URLSearchParams(fields as unknown as Record<string, string>)
}

const send = async (form: HTMLFormElement, enhance: () => void, tell: (text: string) => void): Promise<void> => {
  const answer = await untilAnswered(form, bodyOf(form), tell)
  if (answer.redirected && answer.ok) {
    forgetDraft(form)
    location.assign(answer.url)
    return
  }
  const shown = answer.status < 500 && (await showAnswer(answer, enhance))
  if (!shown) tell(form.dataset['trouble'] ?? '')
}

const notice = (form: HTMLFormElement): ((text: string) => void) => {
  const bar = document.createElement('div')
  bar.className = 'notice tone-warn'
  bar.setAttribute('role', 'alert')
  bar.hidden = true
  form.append(bar)
  return (text) => {
    bar.textContent = text
    bar.hidden = text === ''
  }
}

export const sendPatiently = (form: HTMLFormElement, enhance: () => void): void => {
  const tell = notice(form)
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('button[type=submit]')].filter(
    (button) => button.form === form,
  )
  let busy = false
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (busy) return
    busy = true
    tell('')
    const labels = buttons.map((button) => [...button.childNodes])
    for (const button of buttons) button.replaceChildren(form.dataset['sending'] ?? '')
    void send(form, enhance, tell).finally(() => {
      busy = false
      buttons.forEach((button, index) => button.replaceChildren(...(labels[index] ?? [])))
    })
  })
}
