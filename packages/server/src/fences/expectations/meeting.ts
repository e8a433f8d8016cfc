// What each caller is answered about a meeting, on its public page, and at each of its commands.
import type { WholeGround } from '../ground.ts'
import type { Caller } from '../people.ts'
import { SECRETS } from '../secrets.ts'
import { type Ask, DESK, NOBODY, type Row, says, tasks } from './rows.ts'

/** Who may open the file of a matter that is being talked over: by territory, or by a seat at the talk. */
export const TALKERS = [
  'building-leader',
  'grid-worker-here',
  ...DESK,
  'self-management',
  'volunteer',
  'street-office',
] as const satisfies readonly Caller[]

type Says = Parameters<typeof says>[1]

const STRANGERS = [[NOBODY, 401] as const, [['staff-elsewhere'], 404] as const] as const

const row = (ask: (ground: WholeGround) => Ask, talkers: number, ...others: readonly NonNullable<Says>[]): Row => ({
  ask,
  expected: says(403, ...STRANGERS, [TALKERS, talkers], ...others),
})

/** The desk and the branch run it; the others who may read it do not. */
const command = (name: string, json: object, host: number): Row =>
  row(({ meeting }) => ({ method: 'POST', url: `/api/meetings/${meeting}/${name}`, json }), 403, [DESK, host])

const later = '2026-03-09T01:00:00.000Z'

const anyone = (ask: (ground: WholeGround) => Ask, status: number): Row => ({ ask, expected: says(status) })

const calling = {
  format: 'bench',
  title: '再议一次',
  when: later,
  where: '门厅',
  invited: [{ seat: 'committee', name: SECRETS.invited }],
  agenda: [{ text: '怎么办' }],
  share: null,
}

export const meetingRows: Readonly<Record<string, Row>> = {
  'GET /api/meetings': tasks('/api/meetings'),
  'GET /api/meetings/:meeting': row(({ meeting }) => ({ method: 'GET', url: `/api/meetings/${meeting}` }), 200),
  'GET /api/matters/:matter/meetings': row(
    ({ talk }) => ({ method: 'GET', url: `/api/matters/${talk}/meetings` }),
    200,
  ),
  // One is called already, and who has no seat at the talk calls none.
  'GET /api/matters/:matter/meeting-draft': row(
    ({ talk }) => ({ method: 'GET', url: `/api/matters/${talk}/meeting-draft` }),
    409,
    [['grid-worker-here', 'street-office'], 403],
  ),
  'POST /api/matters/:matter/meetings': row(
    ({ talk }) => ({ method: 'POST', url: `/api/matters/${talk}/meetings`, json: calling }),
    409,
    [['grid-worker-here', 'street-office'], 403],
  ),
  'POST /api/meetings/:meeting/change': command('change', { when: later, where: '活动室' }, 200),
  'POST /api/meetings/:meeting/invite': command('invite', { invited: [{ name: SECRETS.invited }] }, 200),
  'POST /api/meetings/:meeting/sign-in': command('sign-in', { invitee: 1, name: SECRETS.invited }, 200),
  'POST /api/meetings/:meeting/strike-sign-in': command('strike-sign-in', { attendee: 1, reason: '签错' }, 409),
  'POST /api/meetings/:meeting/open': command('open', { chair: 1 }, 409),
  'POST /api/meetings/:meeting/cancel': command('cancel', { reason: '停电' }, 200),
  // Nobody sits yet: the state refuses before anybody's right is asked.
  ...Object.fromEntries(
    (
      [
        ['begin-item', { item: 1 }],
        ['note', { item: 1, text: '太暗' }],
        ['offer-option', { item: 1, title: '换灯' }],
        ['resolve', { item: 1, text: '换灯' }],
        ['call-vote', { item: 1, rule: 'show-of-hands', question: { type: 'for-against', text: '换灯？' } }],
        ['strike', { kind: 'remark', number: 1 }],
        ['close', { result: null }],
        ['correct-minutes', { text: '改过' }],
        ['sign-minutes', { attendee: 1 }],
      ] as const
    ).map(([name, json]) => [
      `POST /api/meetings/:meeting/${name}`,
      row(({ meeting }) => ({ method: 'POST', url: `/api/meetings/${meeting}/${name}`, json }), 409),
    ]),
  ),
  'GET /meetings/:code': anyone(({ meetingCode }) => ({ method: 'GET', url: `/meetings/${meetingCode}` }), 200),
  'GET /meetings/:code/calendar.ics': anyone(
    ({ meetingCode }) => ({ method: 'GET', url: `/meetings/${meetingCode}/calendar.ics` }),
    200,
  ),
  'POST /meetings/:code/sign-in': anyone(
    ({ meetingCode, door }) => ({
      method: 'POST',
      url: `/meetings/${meetingCode}/sign-in`,
      form: { place: 'guest', name: '旁听的邻居', household: '', door },
    }),
    303,
  ),
  'GET /papers/meetings/:meeting': {
    ask: ({ meeting }) => ({ method: 'GET', url: `/papers/meetings/${meeting}` }),
    expected: says(403, [NOBODY, 303], [['staff-elsewhere'], 404], [TALKERS, 200]),
  },
}
