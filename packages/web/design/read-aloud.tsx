// The buttons with which a page in large type reads itself aloud; hidden until the script finds that the browser can speak.
import type { Language } from '@yishi/contract/pages'
import { readingWords } from '../words/reading.ts'
import { Picture } from './icons.tsx'

export const ReadAloud = ({ lang }: { lang: Language }) => {
  const words = readingWords[lang]
  return (
    <div
      className="read-aloud"
      role="group"
      aria-label={words.controls}
      hidden
      data-read-aloud=""
      data-read={words.read}
      data-pause={words.pause}
      data-go-on={words.goOn}
      data-button={words.button}
      data-link={words.link}
      data-field={words.field}
      data-written={words.written}
      data-chosen={words.chosen}
    >
      <button className="button" type="button" data-reading-toggle="">
        <Picture name="speaker" />
        <span>{words.read}</span>
      </button>
      <button className="button" type="button" data-reading-again="" hidden>
        {words.again}
      </button>
      <button className="button" type="button" data-reading-speed="" data-speeds={words.speeds.join('|')} hidden>
        {`${words.speed}：`}
        <span>{words.speeds[1]}</span>
      </button>
    </div>
  )
}
