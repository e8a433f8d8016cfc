// Records with the browser: one big button that counts, stops by itself after two minutes, and lets one listen before sending.
import { RECORDING_SECONDS } from '@yishi/domain/recording'

/** Chromium and Firefox make the first, Safari the second. */
const TYPES = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus']
/** Speech needs no more: two minutes are half a megabyte. */
const BITS_PER_SECOND = 32_000

type Running = { readonly stopped: Promise<void>; readonly stop: () => void }

const mayRecord = (): boolean =>
  window.isSecureContext &&
  typeof MediaRecorder !== 'undefined' &&
  typeof DataTransfer !== 'undefined' &&
  Boolean(navigator.mediaDevices?.getUserMedia)

const fileOf = (parts: readonly Blob[], type: string): File =>
  new File([...parts], `voice.${/\/(\w+)/.exec(type)?.[1] ?? 'webm'}`, { type })

const record = (stream: MediaStream, count: (seconds: number) => void, keep: (file: File) => void): Running => {
  const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type))
  const recorder = new MediaRecorder(stream, {
    audioBitsPerSecond: BITS_PER_SECOND,
    ...(mimeType ? { mimeType } : {}),
  })
  const parts: Blob[] = []
  const begun = performance.now()
  const stop = (): void => {
    if (recorder.state !== 'inactive') recorder.stop()
  }
  const timer = setInterval(() => {
    const seconds = Math.floor((performance.now() - begun) / 1000)
    count(seconds)
    if (seconds >= RECORDING_SECONDS) stop()
  }, 250)
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data))
  const stopped = new Promise<void>((done) =>
    recorder.addEventListener('stop', () => {
      clearInterval(timer)
      for (const track of stream.getTracks()) track.stop()
      keep(fileOf(parts, recorder.mimeType))
      done()
    }),
  )
  recorder.start(1000)
  return { stopped, stop }
}

type Parts = Record<'record' | 'now' | 'stop' | 'done' | 'again' | 'drop' | 'refused', HTMLElement> & {
  readonly seconds: HTMLElement
  readonly playback: HTMLAudioElement
}

const NAMES = ['record', 'now', 'seconds', 'stop', 'done', 'playback', 'again', 'drop', 'refused'] as const

const partsOf = (recorder: HTMLElement): Parts =>
  Object.fromEntries(NAMES.map((name) => [name, recorder.querySelector(`[data-${name}]`)])) as unknown as Parts

const give = (input: HTMLInputElement, file: File | null): void => {
  const files = new DataTransfer()
  if (file) files.items.add(file)
  input.files = files.files
}

type Panel = { readonly recorder: HTMLElement; readonly plain: HTMLElement; readonly parts: Parts }

const panelIn = (field: HTMLElement): Panel | null => {
  const recorder = field.querySelector<HTMLElement>('[data-recorder]')
  const plain = field.querySelector<HTMLElement>('[data-plain]')
  return recorder && plain ? { recorder, plain, parts: partsOf(recorder) } : null
}

const show = ({ parts }: Panel, part: 'record' | 'now' | 'done'): void => {
  for (const each of ['record', 'now', 'done'] as const) parts[each].hidden = each !== part
}

/** No microphone, no leave to use it, or an app that hides both: the phone's own recorder and typing remain. */
const giveUp = ({ parts, plain }: Panel): void => {
  parts.record.hidden = true
  parts.refused.hidden = false
  plain.hidden = false
}

/** Sent while it still records: what was said so far goes along. */
const sendWithAll = (form: HTMLFormElement, running: () => Running | null): void =>
  form.addEventListener(
    'submit',
    (event) => {
      const recording = running()
      if (!recording) return
      event.preventDefault()
      event.stopImmediatePropagation()
      void recording.stopped.then(() => form.requestSubmit())
      recording.stop()
    },
    true,
  )

const prepare = (form: HTMLFormElement, panel: Panel, input: HTMLInputElement): void => {
  const { parts, recorder, plain } = panel
  let running: Running | null = null
  const keep = (file: File): void => {
    running = null
    give(input, file)
    URL.revokeObjectURL(parts.playback.src)
    parts.playback.src = URL.createObjectURL(file)
    show(panel, 'done')
  }
  const begin = async (): Promise<void> => {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true }).catch(() => null)
    if (!stream) return giveUp(panel)
    parts.seconds.textContent = '0'
    running = record(stream, (seconds) => (parts.seconds.textContent = String(seconds)), keep)
    show(panel, 'now')
    parts.stop.focus()
  }
  parts.record.addEventListener('click', () => void begin())
  parts.again.addEventListener('click', () => void begin())
  parts.stop.addEventListener('click', () => running?.stop())
  parts.drop.addEventListener('click', () => {
    give(input, null)
    show(panel, 'record')
    parts.record.focus()
  })
  sendWithAll(form, () => running)
  recorder.hidden = false
  plain.hidden = true
}

/** Where the browser cannot record, the plain field does the job. */
export const prepareRecording = (form: HTMLFormElement): void => {
  const input = form.querySelector<HTMLInputElement>('input[name=recording]')
  const field = input?.closest<HTMLElement>('.field')
  const panel = field && panelIn(field)
  if (input && panel && mayRecord()) prepare(form, panel, input)
}
