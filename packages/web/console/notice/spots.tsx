// Where a notice hangs, and who has seen to it: hung, with a photo if one was taken, and taken down again.
import { Button, Form } from 'antd'
import type { NoticeCommandName, NoticeFile } from '@yishi/contract/notice'
import { useState } from 'react'
import { consoleNoticeWords } from '../../words/console-notice.ts'
import { shortMoment } from '../../words/console-time.ts'
import { write } from '../api.ts'
import { type FormValues, bodyOf } from '../commands/body.ts'
import { PhotosOf } from '../commands/photos-field.tsx'
import { useWords } from '../language.tsx'
import { Photos } from '../parts/photos.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { useAttempt } from '../use-attempt.ts'
import { useNoticeInHand } from './in-hand.tsx'

type Spot = NoticeFile['spots'][number]
type Proving = Extract<NoticeCommandName, 'prove-hung' | 'prove-taken-down'>

const ProveForm = ({ index, proving, onDone }: { index: number; proving: Proving; onDone: () => void }) => {
  const words = useWords(consoleNoticeWords)
  const { file, replace } = useNoticeInHand()
  const sending = useAttempt({
    send: (values: FormValues, key) =>
      write<NoticeFile>(`/notices/${file.notice}/${proving}`, { ...bodyOf(values), spot: index }, { key }),
    onDone(next) {
      replace(next)
      onDone()
    },
  })
  return (
    <Form onFinish={(values: FormValues) => sending.mutate(values)}>
      <p className="meta">{words.photo}</p>
      <PhotosOf community={file.community.id} />
      <ProblemNote error={sending.error} />
      <Button type="primary" htmlType="submit" loading={sending.isPending}>
        {proving === 'prove-hung' ? words.proveHung : words.proveTaken}
      </Button>
    </Form>
  )
}

const SpotItem = ({ spot, index }: { spot: Spot; index: number }) => {
  const words = useWords(consoleNoticeWords)
  const { file } = useNoticeInHand()
  const [open, setOpen] = useState(false)
  const proving: Proving = file.status === 'hanging' ? 'prove-hung' : 'prove-taken-down'
  const done = proving === 'prove-hung' ? spot.hung : spot.taken
  const name = proving === 'prove-hung' ? words.proveHung : words.proveTaken
  return (
    <li className="order">
      <strong>{spot.name}</strong>
      <span className="meta">
        {spot.hung ? words.hungAt(shortMoment(spot.hung.at)) : words.notSeen}
        {spot.taken && ` · ${words.takenAt(shortMoment(spot.taken.at))}`}
      </span>
      <Photos photos={[...(spot.hung?.photos ?? []), ...(spot.taken?.photos ?? [])]} />
      {file.may.prove && done === null && !open && (
        <div>
          <Button size="small" aria-label={`${name}: ${spot.name}`} onClick={() => setOpen(true)}>
            {name}
          </Button>
        </div>
      )}
      {open && <ProveForm index={index} proving={proving} onDone={() => setOpen(false)} />}
    </li>
  )
}

export const Spots = () => {
  const words = useWords(consoleNoticeWords)
  const { spots } = useNoticeInHand().file
  return (
    <section className="panel box" aria-label={words.spots}>
      <h2>{words.spots}</h2>
      <ul>
        {spots.map((spot, index) => (
          <SpotItem key={spot.name} spot={spot} index={index} />
        ))}
      </ul>
    </section>
  )
}
