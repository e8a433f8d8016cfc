// How a meeting stands, as a chip.
import type { MeetingLine } from '@yishi/contract/meeting'
import { meetingStatusWords } from '../../words/meeting.ts'
import { useWords } from '../language.tsx'
import { Glyph, type Shape } from '../parts/glyph.tsx'

const LOOKS = {
  called: ['ring', 'info'],
  sitting: ['half', 'info'],
  closed: ['done', 'mute'],
  minuted: ['ok', 'ok'],
  cancelled: ['pause', 'mute'],
} as const satisfies Record<MeetingLine['status'], readonly [Shape, string]>

export const MeetingChip = ({ status }: { status: MeetingLine['status'] }) => {
  const [shape, tone] = LOOKS[status]
  return (
    <span className={`chip ${tone}`}>
      <Glyph shape={shape} />
      {useWords(meetingStatusWords)[status]}
    </span>
  )
}
