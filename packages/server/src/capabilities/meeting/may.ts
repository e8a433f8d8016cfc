// Which commands a reader may give a meeting now: asked of the rulebook itself, so that buttons and rules can never differ.
import type { MeetingAct } from '@yishi/contract/meeting'
import { type Actor, type Instant, isRefused, later } from '@yishi/domain/kernel'
import { type MeetingCommand, type StandingMeeting, meetingRules } from '@yishi/domain/meeting'

const NOBODY = -1
const NO_OPTION = { title: '', pros: [], cons: [], cost: null, by: '' }

/** One example of each command; refusals about its contents do not count. */
const examples = ({ agenda, invited }: StandingMeeting, now: Instant): Record<MeetingAct, MeetingCommand> => {
  const item = agenda[0]?.item ?? NOBODY
  return {
    change: { type: 'ChangeMeeting', when: later(now, 1), where: '' },
    invite: { type: 'Invite', invited: [] },
    'sign-in': {
      type: 'SignIn',
      invitee: invited[0]?.number ?? null,
      name: '',
      household: '',
      person: null,
      door: null,
    },
    'strike-sign-in': { type: 'StrikeSignIn', attendee: NOBODY, reason: '' },
    open: { type: 'OpenMeeting', chair: NOBODY },
    'begin-item': { type: 'BeginItem', item },
    note: { type: 'NoteRemark', item, text: '', by: '' },
    'offer-option': { type: 'OfferOption', item, ...NO_OPTION },
    resolve: { type: 'RecordResolution', item, text: '', task: null },
    'call-vote': { type: 'CallVote', item, poll: 'pol_example', question: '' },
    strike: { type: 'StrikeLine', kind: 'remark', number: NOBODY },
    close: { type: 'CloseMeeting', result: null },
    'correct-minutes': { type: 'CorrectMinutes', text: '' },
    'sign-minutes': { type: 'SignMinutes', attendee: NOBODY },
    cancel: { type: 'CancelMeeting', reason: '' },
  }
}

const ABOUT_CONTENTS: ReadonlySet<string> = new Set([
  'seat-taken',
  'already-signed-in',
  'not-present',
  'line-unknown',
  'not-quorate',
  'result-needed',
])

const ids = <P extends string>(prefix: P): `${P}_${string}` => `${prefix}_example`

export const mayOnMeeting = (meeting: StandingMeeting, actor: Actor, now: Instant): string[] =>
  Object.entries(examples(meeting, now)).flatMap(([name, command]) => {
    const answer = meetingRules.decide(meeting, command, { actor, now, ids })
    return isRefused(answer) && !ABOUT_CONTENTS.has(answer.refused) ? [] : [name]
  })
