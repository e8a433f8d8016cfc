// Saying it instead of typing: a plain file input that phones answer with their recorder; the island makes it a button that counts.
import type { FieldProblem, Language } from '@yishi/contract/pages'
import type { RecordingView } from '@yishi/contract/recording'
import { frameWords } from '../words/frame.ts'
import { recordingWords } from '../words/recording.ts'
import { classes } from './classes.ts'
import { Problem } from './fields.tsx'
import { Picture } from './icons.tsx'

type Given = { lang: Language; problem?: FieldProblem | undefined; kept: RecordingView | null | undefined }

/** Everything that the island shows and says stands here already, hidden, in the language of the page. */
const Recorder = ({ lang }: Pick<Given, 'lang'>) => {
  const words = recordingWords[lang]
  return (
    <div className="recorder" data-recorder="" hidden>
      <button className="button record" type="button" data-record="">
        <Picture name="microphone" />
        {words.start}
      </button>
      <div className="recorder-now" data-now="" hidden>
        <p role="status">
          {words.running} <b data-seconds="">0</b> {words.running2}
        </p>
        <button className="button button-main record" type="button" data-stop="">
          {words.stop}
        </button>
      </div>
      <div className="recorder-done" data-done="" hidden>
        <p role="status">{words.done}</p>
        <audio controls preload="metadata" aria-label={words.play} data-playback="" />
        <div className="actions">
          <button className="button" type="button" data-again="">
            {words.again}
          </button>
          <button className="button" type="button" data-drop="">
            {words.drop}
          </button>
        </div>
      </div>
      <p className="hint" role="status" data-refused="" hidden>
        {words.refused}
      </p>
    </div>
  )
}

const Kept = ({ kept, lang }: { kept: RecordingView; lang: Language }) => (
  <p className="recording-kept">
    <Picture name="microphone" />
    {recordingWords[lang].kept(kept.seconds)}
    <input type="hidden" name="recordingKept" value={kept.id} />
  </p>
)

export const RecordingField = ({ lang, problem, kept }: Given) => {
  const words = recordingWords[lang]
  return (
    <div className={classes('field', 'recording', problem && 'field-wrong')}>
      <label htmlFor="recording">
        {words.label}
        <small> {frameWords[lang].optional}</small>
      </label>
      <p className="hint" id="recording-hint">
        {words.hint}
      </p>
      {kept ? <Kept kept={kept} lang={lang} /> : null}
      <Recorder lang={lang} />
      <div className="photo-picker" data-plain="">
        <Picture name="microphone" />
        <span aria-hidden="true">{words.choose}</span>
        <input
          id="recording"
          name="recording"
          type="file"
          accept="audio/*"
          capture="user"
          aria-describedby={classes(problem && 'recording-problem', 'recording-hint')}
          {...(problem ? { 'aria-invalid': true } : {})}
        />
      </div>
      <Problem lang={lang} name="recording" problem={problem} />
    </div>
  )
}

/** `at`: the page below which it may be heard. */
export const Voice = ({ recording, at, lang }: { recording: RecordingView; at: string; lang: Language }) => (
  <figure className="voice">
    <figcaption>
      <Picture name="microphone" />
      {recordingWords[lang].voice(recording.seconds)}
    </figcaption>
    <audio
      controls
      preload="none"
      src={`${at}/recordings/${recording.id}`}
      aria-label={recordingWords[lang].voice(recording.seconds)}
    />
  </figure>
)
