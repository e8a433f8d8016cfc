// While somebody types: what others have said of the same. The server draws it; this only puts it where it belongs.

const PAUSE = 800
const SHORTEST = 4

const lookUp = async (address: string, text: string): Promise<Element | null> => {
  const answer = await fetch(address, { method: 'post', body: new URLSearchParams({ text }) }).catch(() => null)
  if (!answer?.ok) return null
  return new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-similar]')
}

/** A choice that was made stays, for as long as what was chosen is among what is shown. */
const put = (place: Element, found: Element): void => {
  const chosen = place.querySelector<HTMLInputElement>('input:checked')?.value
  place.replaceChildren(...found.childNodes)
  for (const input of place.querySelectorAll<HTMLInputElement>('input')) input.checked = input.value === chosen
}

export const askWhileTyping = (form: HTMLFormElement): void => {
  const place = form.querySelector<HTMLElement>('[data-similar]')
  const area = form.querySelector<HTMLTextAreaElement>('textarea[name=text]')
  const address = place?.dataset['similar']
  if (!place || !area || !address) return
  let timer = 0
  let asked = area.value
  area.addEventListener('input', () => {
    clearTimeout(timer)
    timer = window.setTimeout(() => {
      const text = area.value.trim()
      if (text.length < SHORTEST || text === asked) return
      asked = text
      void lookUp(address, text).then((found) => found && area.value.trim() === text && put(place, found))
    }, PAUSE)
  })
}
