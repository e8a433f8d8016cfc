// What each caller is answered at everything else that programs ask.
import { PERSON_ACTS } from '@yishi/contract/people'
import { multipart } from '../ground.ts'
import { CALLERS, type Caller } from '../people.ts'
import { DESK, NOBODY, OFFICES, READERS, type Row, byLink, community, get, members, post, says, tasks } from './rows.ts'

/** Of somebody who is not here: whoever may ask at all is told so. */
const onPerson = (act: string): Row =>
  post(`/api/people/per_none/${act}`, { community: 'com_sun' }, 403, [NOBODY, 401], [[...DESK, 'street-office'], 404])
/** A number of their own, so that nobody is told that it was tried too often. */
const phoneOf = (caller: Caller) => `139000000${10 + CALLERS.indexOf(caller)}`

export const apiRows: Readonly<Record<string, Row>> = {
  'GET /api/openapi.json': get('/api/openapi.json', 200),
  'POST /api/matters': post('/api/matters', { text: '灯不亮', place: ':plate' }, 201),
  'GET /api/matters/:matter': {
    ask: ({ matter }) => ({ method: 'GET', url: `/api/matters/${matter}` }),
    expected: says(403, [NOBODY, 401], [['staff-elsewhere'], 404], [READERS, 200]),
  },
  'GET /api/board': tasks('/api/board'),
  'GET /api/board/buildings': tasks('/api/board/buildings'),
  'POST /api/board/export': post('/api/board/export', {}, 403, [NOBODY, 401], [OFFICES, 200]),
  'GET /api/parties': tasks('/api/parties'),
  'GET /api/people': get('/api/people', 403, [NOBODY, 401], [OFFICES, 200]),
  ...Object.fromEntries(PERSON_ACTS.map((act) => [`POST /api/people/:person/${act}`, onPerson(act)])),
  'GET /api/plates': tasks('/api/plates'),
  'GET /api/territory': tasks('/api/territory'),
  'GET /api/me': members('/api/me', 200),
  'GET /api/inbox': members('/api/inbox', 200),
  'POST /api/inbox/:id/read': post('/api/inbox/msg_none/read', {}, 204, [NOBODY, 401]),
  'GET /api/procedures': members('/api/procedures', 200),
  'GET /api/procedures/:key': members('/api/procedures/daily-matter', 200),
  'GET /api/places/:code': get('/api/places/:plate', 200),
  'POST /api/photos': {
    ask: () => ({ method: 'POST', url: '/api/photos', ...multipart('photos', Buffer.alloc(0)) }),
    expected: says(201, [NOBODY, 401]),
  },
  'GET /api/import/template': get('/api/import/template', 200),
  'POST /api/import/preview': post('/api/import/preview', {}, 403, [NOBODY, 401], [['staff', 'staff-elsewhere'], 422]),
  'POST /api/import/confirm': post(
    '/api/import/confirm',
    { community: 'com_sun', preview: 'imp_none' },
    403,
    [NOBODY, 401],
    [['staff'], 404],
  ),
  'GET /api/follow/:token': byLink('/api/follow/:token', 200, null),
  'POST /api/follow/:token/rate': byLink('/api/follow/:token/rate', 409, { json: { score: 5 } }),
  'POST /api/follow/:token/remark': byLink('/api/follow/:token/remark', 200, { json: { text: '又滴水了' } }),
  'POST /api/follow/:token/nudge': byLink('/api/follow/:token/nudge', 200, { json: {} }),
  'POST /api/follow/:token/reopen': byLink('/api/follow/:token/reopen', 409, { json: { reason: '又坏了' } }),
  // The ledger is public by design; what may stand in it is another test's matter.
  'GET /api/ledger/:community/checkpoint': community('/api/ledger/:community/checkpoint', 200),
  'GET /api/ledger/:community/entries': community('/api/ledger/:community/entries?most=500', 200),
  'GET /api/ledger/:community/inclusion/:entry': community('/api/ledger/:community/inclusion/1', 200),
  'GET /api/ledger/:community/consistency': community('/api/ledger/:community/consistency?from=1&to=2', 200),
  'POST /api/found': post(
    '/api/found',
    { streetOffice: 'a', community: 'b', name: 'c', phone: '13900000000', password: 'Kahle-Muschel-42-Regen' },
    409,
  ),
  'POST /api/auth/code': post('/api/auth/code', { phone: 'x' }, 422),
  'POST /api/auth/sign-in': {
    ask: (_, caller) => ({
      method: 'POST',
      url: '/api/auth/sign-in',
      json: { phone: phoneOf(caller), code: '000000' },
    }),
    expected: says(410),
  },
  'POST /api/auth/password': {
    ask: (_, caller) => ({
      method: 'POST',
      url: '/api/auth/password',
      json: { phone: phoneOf(caller), password: 'x' },
    }),
    expected: says(422),
  },
  'POST /api/auth/second-factor': post('/api/auth/second-factor', { code: '000000' }, 401),
  'POST /api/auth/sign-out': post('/api/auth/sign-out', {}, 204),
}
