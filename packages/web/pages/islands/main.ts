// Comfort on top of pages that work without it: ticking clocks, kept drafts, small photos, recording, the same matter found while typing, sending on a bad line, reading aloud, printing, live boards.
import { startClocks } from './clocks.ts'
import { keepDraft } from './draft.ts'
import { startLive } from './live.ts'
import { preparePhotos } from './photos.ts'
import { forgetPages } from './forgetting.ts'
import { offerReading } from './reading.ts'
import { prepareRecording } from './recording.ts'
import { askWhileTyping } from './similar.ts'
import { offerCopying, tellSeen } from './seen.ts'
import { sendPatiently } from './sending.ts'

const enhance = (): void => {
  // The form of patrol has a script of its own that sends it.
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-note]')) preparePhotos(form)
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-send]')) {
    keepDraft(form)
    preparePhotos(form)
    prepareRecording(form)
    askWhileTyping(form)
    sendPatiently(form, enhance)
  }
  offerReading()
}

const offerPrinting = (): void => {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]')) {
    button.hidden = false
    button.addEventListener('click', () => window.print())
  }
}

enhance()
void forgetPages()
startClocks()
offerPrinting()
offerCopying()
tellSeen()
startLive()
