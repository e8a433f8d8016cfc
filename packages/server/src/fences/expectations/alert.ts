// What each caller is answered about urgent notices, the duty roster, and the public board with its stream.
import { DESK, NOBODY, RESIDENTS, type Row, community, get, post, says, tasks } from './rows.ts'

const KNOCKERS = ['building-leader', 'grid-worker-here', 'grid-worker-elsewhere', ...DESK] as const
const ISSUERS = [...DESK, 'property-with-order', 'property-without-order'] as const

/** In the town one notice runs; whoever has no task there does not find it out by its id. */
const onAlert = (name: string, json: unknown, status: number): Row => ({
  ask: ({ alert }) => ({ method: 'POST', url: `/api/alerts/${alert}/${name}`, json }),
  expected: says(403, [NOBODY, 401], [['staff-elsewhere'], 404], [ISSUERS, status]),
})

const WORDS = {
  community: 'com_sun',
  kind: 'water',
  severity: 'notable',
  title: '停水抢修',
  advice: '请先接水',
  nodes: ['com_sun'],
  until: null,
  contact: { party: 'pty_property', phone: '021-57650188' },
}
const ROSTER = {
  community: 'com_sun',
  node: null,
  shifts: [{ day: 'mon', begins: '08:00', ends: '18:00', person: null, party: 'pty_committee', phone: '02157650001' }],
}

export const alertRows: Readonly<Record<string, Row>> = {
  'GET /api/alerts': tasks('/api/alerts'),
  'POST /api/alerts': post('/api/alerts', WORDS, 403, [NOBODY, 401], [ISSUERS, 201]),
  'GET /api/alerts/:alert': {
    ask: ({ alert }) => ({ method: 'GET', url: `/api/alerts/${alert}` }),
    expected: says(200, [NOBODY, 401], [RESIDENTS, 403], [['staff-elsewhere'], 404]),
  },
  'POST /api/alerts/:alert/progress': onAlert('progress', { text: '抢修队到场' }, 200),
  // The second who says the same is told that nothing has changed.
  'POST /api/alerts/:alert/end': onAlert('end', { until: '2026-01-01T00:00:00.000Z' }, 422),
  'POST /api/alerts/:alert/correct': onAlert('correct', { advice: '不用接水', reason: '写错了' }, 200),
  'POST /api/alerts/:alert/lift': {
    ask: ({ over }) => ({ method: 'POST', url: `/api/alerts/${over}/lift`, json: { words: '好了' } }),
    expected: says(409, [NOBODY, 401], [RESIDENTS, 403], [['staff-elsewhere'], 404]),
  },
  'GET /a/:alert': { ask: ({ alert }) => ({ method: 'GET', url: `/a/${alert}` }), expected: says(200) },
  'POST /a/:alert/known': {
    ask: ({ alert }) => ({ method: 'POST', url: `/a/${alert}/known`, form: { at: '' } }),
    expected: says(303),
  },
  'POST /a/:alert/seen': {
    ask: ({ alert }) => ({ method: 'POST', url: `/a/${alert}/seen`, form: { at: '' } }),
    expected: says(204),
  },
  'GET /a/:alert/doors': {
    ask: ({ alert }) => ({ method: 'GET', url: `/a/${alert}/doors` }),
    expected: says(403, [NOBODY, 303], [KNOCKERS, 200]),
  },
  'POST /a/:alert/told': {
    ask: ({ alert }) => ({ method: 'POST', url: `/a/${alert}/told`, form: { unit: 'unt_b1', way: 'door' } }),
    expected: says(403, [NOBODY, 401], [['building-leader', 'grid-worker-here', ...DESK], 303]),
  },
  'GET /api/duty': tasks('/api/duty'),
  // Everybody asks with the first revision: whoever comes after the first is told to look again.
  'POST /api/duty': post('/api/duty', { ...ROSTER, revision: 99 }, 403, [NOBODY, 401], [DESK, 409]),
  'GET /hall/:community': community('/hall/:community', 200),
  'GET /live/:community/:view': get('/live/com_sun/hall?once=1', 200),
}
