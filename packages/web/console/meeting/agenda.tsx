// The agenda at the desk: each item with its time, and what is written down under it.
import { Button } from 'antd'
import type { MeetingFile } from '@yishi/contract/meeting'
import { meetingItemWords } from '../../words/console-meeting-item.ts'
import { useWords } from '../language.tsx'
import { useMeeting } from './in-hand.tsx'
import { Remarks } from './lines.tsx'
import { Options } from './options.tsx'
import { Resolutions } from './resolutions.tsx'
import { Timer } from './timer.tsx'
import { Votes } from './votes.tsx'

const Item = ({ entry }: { entry: MeetingFile['agenda'][number] }) => {
  const words = useWords(meetingItemWords)
  const { file, give, may, busy } = useMeeting()
  const { item, text, minutes } = entry
  const isNow = file.now?.item === item
  return (
    <li className={`panel box agenda-item${isNow ? ' now' : ''}`}>
      <div className="row agenda-head">
        <h2>{`${item}. ${text}`}</h2>
        {isNow && file.now && <Timer since={file.now.since} minutes={minutes} asOf={file.asOf} />}
        {!isNow && minutes !== null && <span className="meta num">{words.planned(minutes)}</span>}
        {may('begin-item') && !isNow && (
          <Button
            disabled={busy}
            type={file.now === null && item === 1 ? 'primary' : 'default'}
            aria-label={words.beginItem(text)}
            onClick={() => give('begin-item', { item })}
          >
            {words.begin}
          </Button>
        )}
      </div>
      <Remarks item={item} />
      <Options item={item} />
      <Votes item={item} />
      <Resolutions item={item} />
    </li>
  )
}

export const Agenda = () => {
  const words = useWords(meetingItemWords)
  const { agenda } = useMeeting().file
  return (
    <ol className="stack" aria-label={words.agenda}>
      {agenda.map((entry) => (
        <Item key={entry.item} entry={entry} />
      ))}
    </ol>
  )
}
