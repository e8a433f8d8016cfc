// How many must come, as a choice of plain words instead of fractions.
import { Form, InputNumber, Select } from 'antd'
import type { MeetingDraft } from '@yishi/contract/meeting'
import { MORE_THAN_HALF, type Share } from '@yishi/domain/meeting'
import { meetingCallWords } from '../../words/console-meeting-call.ts'
import { listText } from '../../words/list-text.ts'
import { ChoiceField, useRule } from '../commands/inputs.tsx'
import { useLanguage, useName, useWords } from '../language.tsx'

export type QuorumValues = { readonly quorum: QuorumName; readonly membersSeat?: string; readonly members?: number }
export type QuorumName = 'none' | 'half' | 'two-thirds' | 'members'

export const quorumNameOf = (share: MeetingDraft['share']): QuorumName => {
  if (share === null) return 'none'
  if (share.seat !== null) return 'members'
  return share.part * 2 === share.whole ? 'half' : 'two-thirds'
}

/** 过半数 is strict, 三分之二以上 includes the number. */
export const shareOf = ({ quorum, membersSeat = '', members = 1 }: QuorumValues): Share | null => {
  switch (quorum) {
    case 'none':
      return null
    case 'half':
      return { seat: null, members: null, ...MORE_THAN_HALF }
    case 'two-thirds':
      return { seat: null, members: null, part: 2, whole: 3, strict: false }
    case 'members':
      return { seat: membersSeat, members, ...MORE_THAN_HALF }
  }
}

export const QuorumField = ({ draft }: { draft: MeetingDraft }) => {
  const words = useWords(meetingCallWords)
  const name = useName()
  const { lang } = useLanguage()
  const rule = useRule(true)
  const chosen = Form.useWatch<QuorumName | undefined>('quorum')
  const must = draft.seats.filter(({ must }) => must).map(({ names }) => name(names))
  return (
    <>
      <ChoiceField name="quorum" label={words.quorum} choices={words.quorums} />
      {chosen === 'members' && (
        <div className="row call-members">
          <Form.Item name="membersSeat" label={words.membersSeat} rules={rule}>
            <Select
              aria-label={words.membersSeat}
              options={draft.seats.map(({ key, names }) => ({ value: key, label: name(names) }))}
            />
          </Form.Item>
          <Form.Item name="members" label={words.members} rules={[{ required: true, message: words.members }]}>
            <InputNumber min={1} max={500} aria-label={words.members} />
          </Form.Item>
        </div>
      )}
      {must.length > 0 && <p className="meta">{words.mustSeats(listText(must, lang))}</p>}
    </>
  )
}
