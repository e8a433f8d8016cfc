// How a notice stands, in one line: its status, the days left, and the objections that wait.
import type { NoticeLine } from '@yishi/contract/notice'
import { consoleNoticeWords } from '../../words/console-notice.ts'
import { useWords } from '../language.tsx'

const TONES = { hanging: 'info', elapsed: 'ok', told: 'ok', withdrawn: 'mute' } as const

export const NoticeStanding = ({ notice }: { notice: NoticeLine }) => {
  const words = useWords(consoleNoticeWords)
  return (
    <span className="row">
      <span className={`chip ${TONES[notice.status]}`}>{words.statuses[notice.status]}</span>
      {notice.daysLeft > 0 && <span className="meta">{words.daysLeft(notice.daysLeft)}</span>}
    </span>
  )
}

export const NoticeObjections = ({ notice: { status, objections } }: { notice: NoticeLine }) => {
  const words = useWords(consoleNoticeWords)
  const { lodged, answered } = objections
  if (lodged + answered === 0) return <span className="quiet">{words.noObjections}</span>
  return (
    <span className="row">
      {lodged > 0 && (
        <span className={`chip ${status === 'withdrawn' ? 'mute' : 'bad'}`}>{words.toAnswer(lodged)}</span>
      )}
      {answered > 0 && <span className="meta">{words.answered(answered)}</span>}
    </span>
  )
}
