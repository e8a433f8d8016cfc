// Listening and typing: each recording with the box for what is said in it, worked without taking the hands off the keys.
import { Button, Input } from 'antd'
import type { MatterFile } from '@yishi/contract/matter'
import type { HeldRecordingView } from '@yishi/contract/recording'
import { type KeyboardEvent, type RefObject, useRef, useState } from 'react'
import { recordingWords } from '../../words/console-recording.ts'
import { isProblem, write } from '../api.ts'
import { useWords } from '../language.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { useAttempt } from '../use-attempt.ts'
import { useInHand } from './in-hand.tsx'

const BACK = 5
const RATES = [0.6, 0.8, 1, 1.25, 1.5]

const near = (rate: number, steps: number): number =>
  RATES[Math.min(RATES.length - 1, Math.max(0, RATES.indexOf(rate) + steps))] ?? 1

/** Function keys, because the others write; on the player itself the space bar and the arrow do the same. */
const KEYS: Readonly<Record<string, (audio: HTMLAudioElement) => void>> = {
  F2: (audio) => void (audio.paused ? audio.play() : audio.pause()),
  F4: (audio) => void (audio.currentTime = Math.max(0, audio.currentTime - BACK)),
  F8: (audio) => void (audio.playbackRate = near(audio.playbackRate, -1)),
  F9: (audio) => void (audio.playbackRate = near(audio.playbackRate, 1)),
}
const ON_PLAYER: Readonly<Record<string, string>> = { ' ': 'F2', ArrowLeft: 'F4' }

const handle = (event: KeyboardEvent, audio: HTMLAudioElement | null): void => {
  const act = KEYS[event.target === audio ? (ON_PLAYER[event.key] ?? event.key) : event.key]
  if (!act || !audio) return
  event.preventDefault()
  act(audio)
}

const useTranscribing = (recording: string, onDone: () => void) => {
  const { file, replace, reload } = useInHand()
  return useAttempt({
    send: (text: string, key) =>
      write<MatterFile>(`/matters/${file.matter}/transcribe`, { recording, text }, { key, revision: file.revision }),
    onDone(next) {
      replace(next)
      onDone()
    },
    onRefused(error) {
      if (isProblem(error, 'changed-meanwhile')) void reload()
    },
  })
}

const Suggestion = ({ recording, take }: { recording: HeldRecordingView; take: (text: string) => void }) => {
  const words = useWords(recordingWords)
  const { suggestion } = recording
  if (!suggestion) return null
  return (
    <div className="heard">
      <p>{words.heardBy(suggestion.by)}</p>
      <p className="said">{suggestion.text}</p>
      <Button size="small" onClick={() => take(suggestion.text)}>
        {words.take}
      </Button>
    </div>
  )
}

const Transcript = ({ recording }: { recording: HeldRecordingView }) => {
  const words = useWords(recordingWords)
  const [text, setText] = useState(recording.transcript ?? '')
  const [saved, setSaved] = useState(false)
  const transcribing = useTranscribing(recording.id, () => setSaved(true))
  return (
    <>
      <Suggestion recording={recording} take={setText} />
      <label htmlFor={`words-${recording.id}`}>{words.transcript}</label>
      <Input.TextArea
        id={`words-${recording.id}`}
        value={text}
        rows={3}
        maxLength={4000}
        placeholder={words.transcriptHint}
        onChange={(event) => {
          setText(event.target.value)
          setSaved(false)
        }}
      />
      {recording.isText && <p className="meta">{words.becomesText}</p>}
      <ProblemNote error={transcribing.error} />
      <div className="row">
        <Button
          type="primary"
          disabled={text.trim() === ''}
          loading={transcribing.isPending}
          onClick={() => transcribing.mutate(text.trim())}
        >
          {recording.transcript === null ? words.save : words.correct}
        </Button>
        <span role="status">{saved && words.saved}</span>
      </div>
    </>
  )
}

const Player = ({ recording, audio }: { recording: HeldRecordingView; audio: RefObject<HTMLAudioElement | null> }) => {
  const words = useWords(recordingWords)
  const { matter } = useInHand().file
  const [rate, setRate] = useState(1)
  return (
    <>
      <p className="row">
        <strong>{words.title}</strong>
        <span className="num">{words.length(recording.seconds)}</span>
        {recording.transcript === null && <span className="chip warn">{words.waiting}</span>}
        {rate !== 1 && <span className="meta">{words.speed(rate)}</span>}
      </p>
      {/* What is said in it is what the box beside it is for. */}
      <audio
        ref={audio}
        controls
        preload="none"
        aria-label={words.title}
        src={`/api/matters/${matter}/recordings/${recording.id}`}
        onRateChange={(event) => setRate(event.currentTarget.playbackRate)}
      />
    </>
  )
}

const Listening = ({ recording }: { recording: HeldRecordingView }) => {
  const words = useWords(recordingWords)
  const { may } = useInHand().file
  const audio = useRef<HTMLAudioElement>(null)
  const types = may.includes('transcribe')
  return (
    <div className="listening" onKeyDown={(event) => handle(event, audio.current)}>
      <Player recording={recording} audio={audio} />
      <p className="meta">{types ? `${words.keys} · ${words.noted}` : words.noted}</p>
      {types ? <Transcript recording={recording} /> : <p className="said">{recording.transcript}</p>}
    </div>
  )
}

export const Recordings = () =>
  useInHand().file.recordings.map((recording) => <Listening key={recording.id} recording={recording} />)
