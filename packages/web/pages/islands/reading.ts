// Reads the page aloud in large type, sentence by sentence, showing which; it pauses, goes on, and is as quick as one likes.
import { type Said, type Sentence, spokenSentences } from './spoken.ts'

const RATES = [0.7, 0.9, 1.15]
const USUAL = 1
const KEPT = 'yishi-reading-speed'

/** Storage may be switched off; then the speed is the usual one. */
const storage = <T>(use: (kept: Storage) => T): T | null => {
  try {
    return use(localStorage)
  } catch {
    return null
  }
}

const keptSpeed = (): number => {
  const kept = Number(storage((kept) => kept.getItem(KEPT)) ?? USUAL)
  return RATES[kept] === undefined ? USUAL : kept
}

/** A voice on the phone itself speaks without a line; among Chinese voices the mainland's. */
const voiceFor = (lang: string): SpeechSynthesisVoice | null => {
  const wanted = lang.startsWith('zh') ? /^(?:zh|cmn)(?:[-_](?:Hans[-_])?CN)?$/iu : /^en/iu
  const fitting = speechSynthesis.getVoices().filter((voice) => wanted.test(voice.lang))
  return fitting.find(({ localService }) => localService) ?? fitting[0] ?? null
}

const supportsRanges = (): boolean => 'highlights' in CSS && typeof Highlight !== 'undefined'

const show = ({ block, range }: Sentence): void => {
  block.setAttribute('data-reading', '')
  if (range && supportsRanges()) CSS.highlights.set('reading', new Highlight(range))
  block.scrollIntoView({ block: 'center', behavior: 'instant' })
}

const hide = (): void => {
  if (supportsRanges()) CSS.highlights.delete('reading')
  for (const block of document.querySelectorAll('[data-reading]')) block.removeAttribute('data-reading')
}

const utteranceOf = ({ text }: Sentence, rate: number): SpeechSynthesisUtterance => {
  const utterance = new SpeechSynthesisUtterance(text)
  utterance.lang = document.documentElement.lang
  utterance.voice = voiceFor(utterance.lang)
  utterance.rate = rate
  return utterance
}

type Reader = {
  readonly toggle: () => void
  readonly restart: () => void
  readonly hurry: (rate: number) => void
}
type State = 'silent' | 'speaking' | 'paused'
type Mouth = { readonly say: (sentence: Sentence, rate: number, then: () => void) => void; readonly hush: () => void }

/** Says one sentence at a time, and shows it. What was hushed ends too, and leads on to nothing. */
const openMouth = (): Mouth => {
  let turn = 0
  return {
    hush: () => {
      turn += 1
      speechSynthesis.cancel()
      hide()
    },
    say: (sentence, rate, then) => {
      turn += 1
      const mine = turn
      const utterance = utteranceOf(sentence, rate)
      utterance.addEventListener('end', () => {
        if (mine === turn) then()
      })
      hide()
      show(sentence)
      speechSynthesis.speak(utterance)
    },
  }
}

/** Pausing is hushing and remembering where: engines forget what they were paused in. */
const readerOf = (said: Said, tell: (state: State) => void): Reader => {
  const mouth = openMouth()
  let sentences: readonly Sentence[] = []
  let at = 0
  let speaking = false
  let rate = RATES[keptSpeed()]!
  const turnTo = (state: State): void => {
    mouth.hush()
    speaking = state === 'speaking'
    tell(state)
  }
  const goOn = (): void => {
    const sentence = sentences[at]
    if (sentence) return mouth.say(sentence, rate, next)
    at = 0
    turnTo('silent')
  }
  const next = (): void => {
    at += 1
    goOn()
  }
  const begin = (): void => {
    if (at === 0) sentences = spokenSentences(said)
    turnTo('speaking')
    goOn()
  }
  return {
    toggle: () => (speaking ? turnTo('paused') : begin()),
    restart: () => {
      at = 0
      begin()
    },
    hurry: (faster) => {
      rate = faster
      if (speaking) begin()
    },
  }
}

const offerSpeeds = (button: HTMLElement, reader: Reader): void => {
  const names = button.dataset['speeds']?.split('|') ?? []
  const label = button.querySelector('span')
  let chosen = keptSpeed()
  const tell = (): void => {
    if (label) label.textContent = names[chosen] ?? ''
  }
  tell()
  button.addEventListener('click', () => {
    chosen = (chosen + 1) % RATES.length
    storage((kept) => kept.setItem(KEPT, String(chosen)))
    tell()
    reader.hurry(RATES[chosen]!)
  })
}

/** Once for each content of the page: a form that comes back brings its own buttons. */
export const offerReading = (): void => {
  const group = document.querySelector<HTMLElement>('[data-read-aloud]')
  const part = (name: string) => group?.querySelector<HTMLElement>(`[data-reading-${name}]`)
  const [toggle, again, speed] = [part('toggle'), part('again'), part('speed')]
  const words = toggle?.querySelector('span')
  if (!group?.hidden || !toggle || !again || !speed || !words || !('speechSynthesis' in window)) return
  const { read = '', pause = '', goOn = '' } = group.dataset
  speechSynthesis.cancel()
  const reader = readerOf(group.dataset as unknown as Said, (state) => {
    words.textContent = { silent: read, speaking: pause, paused: goOn }[state]
    again.hidden = state === 'silent'
  })
  toggle.addEventListener('click', reader.toggle)
  again.addEventListener('click', reader.restart)
  offerSpeeds(speed, reader)
  speed.hidden = false
  group.hidden = false
  window.addEventListener('pagehide', () => speechSynthesis.cancel())
}
