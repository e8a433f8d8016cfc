// What each caller is answered about the paper of a poll: it is for those who count it. The poll of the walk asks people, so that it has no paper.
import { CALLERS, type Caller } from '../people.ts'
import { DESK, NOBODY, type Row, says } from './rows.ts'

const TELLERS = [
  'building-leader',
  'grid-worker-here',
  ...DESK,
  'owners-committee',
  'self-management',
  'volunteer',
  'street-office',
] as const satisfies readonly Caller[]

const reading = (path: string, nobody = 401): Row => ({
  ask: ({ poll }) => ({ method: 'GET', url: path.replace(':poll', poll) }),
  expected: says(403, [NOBODY, nobody], [['staff-elsewhere'], 404], [TELLERS, 409]),
})
const acting = (name: string, json: object): Row => ({
  ask: ({ poll }) => ({ method: 'POST', url: `/api/polls/${poll}/paper/${name}`, json }),
  expected: says(403, [NOBODY, 401], [['staff-elsewhere'], 404], [TELLERS, 409]),
})

const code = '0001-7K3M9-QX2TD'
const delivery = { voters: ['vtr_none'], how: 'handed', to: '本人', told: true, warned: true }

const call = { owner: 'per_nobody', voter: 'vtr_none', result: 'absent', seenAt: '2026-03-02T01:00:00.000Z' }

/** Of a poll that asks people there is nothing to walk for; what a phone hands in is refused before anything else in another's name. */
const walking = (method: 'GET' | 'POST', expected: Row['expected']): Row => ({
  ask: ({ poll }) => ({
    method,
    url: `/patrol/walk/${poll}`,
    ...(method === 'POST' && { form: { voter: 'vtr_none', result: 'absent', companion: '李阿姨' } }),
  }),
  expected,
})
const handingIn = (path: string, more: object, status: number): Row => ({
  ask: ({ poll }) => ({ method: 'POST', url: `/api/polls/${poll}/${path}`, ...more }),
  expected: says(
    401,
    [[...CALLERS].filter((who) => !NOBODY.includes(who as never)), status],
    [['staff-elsewhere'], 404],
  ),
})

export const paperRows: Readonly<Record<string, Row>> = {
  'GET /api/polls/:poll/paper': reading('/api/polls/:poll/paper'),
  'GET /api/polls/:poll/paper/units': reading('/api/polls/:poll/paper/units'),
  'GET /api/polls/:poll/court-bundles': reading('/api/polls/:poll/court-bundles'),
  'POST /api/polls/:poll/court-bundle': {
    ask: ({ poll }) => ({ method: 'POST', url: `/api/polls/${poll}/court-bundle`, json: {} }),
    expected: says(403, [NOBODY, 401], [['staff-elsewhere'], 404], [TELLERS, 409]),
  },
  'GET /api/polls/:poll/court-bundles/:bundle': reading('/api/polls/:poll/court-bundles/cbn_none'),
  'GET /api/polls/:poll/reconciliation': reading('/api/polls/:poll/reconciliation'),
  'POST /api/polls/:poll/paper/find': acting('find', { code }),
  'POST /api/polls/:poll/paper/check-in': acting('check-in', { code, to: '业主本人' }),
  'POST /api/polls/:poll/paper/return': acting('return', { code, where: 'paper', signed: true }),
  'POST /api/polls/:poll/paper/read': acting('read', { code, marks: { pol_none: ['for'] } }),
  'POST /api/polls/:poll/paper/settle': acting('settle', { code, marks: { pol_none: ['for'] }, reason: '看过原票' }),
  'POST /api/polls/:poll/paper/deliver': acting('deliver', delivery),
  'POST /api/polls/:poll/paper/fail': acting('fail', { voter: 'vtr_none', why: 'absent' }),
  'POST /api/polls/:poll/paper/proxy': acting('proxy', {
    voter: 'vtr_none',
    holder: '13900139009',
    name: '王小明',
    document: '委托书',
  }),
  'POST /api/polls/:poll/paper/revoke-proxy': acting('revoke-proxy', { voter: 'vtr_none', reason: '业主自己来' }),
  'POST /api/polls/:poll/paper/replace': acting('replace', { voter: 'vtr_none', reason: '遗失' }),
  'GET /api/polls/:poll/scans': reading('/api/polls/:poll/scans'),
  'GET /api/polls/:poll/scans/:scan': reading('/api/polls/:poll/scans/scn_none'),
  'POST /api/polls/:poll/scans': {
    ask: ({ poll }) => ({ method: 'POST', url: `/api/polls/${poll}/scans` }),
    expected: says(403, [NOBODY, 401], [['staff-elsewhere'], 404], [TELLERS, 409]),
  },
  'GET /polls/:poll/paper': reading('/polls/:poll/paper', 303),
  // Hands are counted in the poll of the walk: there is nothing to follow on a screen.
  'GET /polls/:poll/screen': {
    ask: ({ poll }) => ({ method: 'GET', url: `/polls/${poll}/screen` }),
    expected: says(404),
  },
  'GET /me/ballots': {
    ask: () => ({ method: 'GET', url: '/me/ballots' }),
    expected: says(200, [NOBODY, 303]),
  },
  'GET /patrol/walk/:poll': walking('GET', says(403, [NOBODY, 303], [['staff-elsewhere'], 404])),
  'POST /patrol/walk/:poll': walking('POST', says(404, [NOBODY, 303])),
  'POST /api/polls/:poll/walk': handingIn('walk', { json: call }, 403),
  'POST /api/polls/:poll/walk/photos': handingIn('walk/photos?owner=per_nobody', {}, 422),
  'GET /polls/:poll/reconciliation': reading('/polls/:poll/reconciliation', 303),
}
