// Reads the page aloud in large type, where the browser can speak.

const textOf = (): string =>
  [...document.querySelectorAll<HTMLElement>('h1, [data-aloud], .person-words, .timeline h3, label, legend, .problem')]
    .map((element) => element.innerText.trim())
    .filter(Boolean)
    .join('。')

export const offerReading = (): void => {
  const button = document.querySelector<HTMLButtonElement>('[data-read-aloud]')
  const words = button?.querySelector('span')
  if (!button || !words || !('speechSynthesis' in window)) return
  const [read, stop] = [words.textContent, button.dataset['stop'] ?? '']
  button.hidden = false
  button.addEventListener('click', () => {
    const speaking = speechSynthesis.speaking
    speechSynthesis.cancel()
    words.textContent = speaking ? read : stop
    if (speaking) return
    const speech = new SpeechSynthesisUtterance(textOf())
    speech.lang = document.documentElement.lang
    speech.rate = 0.9
    speech.addEventListener('end', () => (words.textContent = read))
    speechSynthesis.speak(speech)
  })
}
