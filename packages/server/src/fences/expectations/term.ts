// What each caller is answered about terms of owners' committees: the desk keeps them, everybody looks at the public page.
import { DESK, NOBODY, type Row, community, get, post, says } from './rows.ts'

const onTerm = (path: string, body: object | null, desk: number): Row => ({
  ask: ({ term }) => ({
    method: body ? 'POST' : 'GET',
    url: `/api/terms/${term}${path}`,
    ...(body && { json: body }),
  }),
  expected: says(403, [NOBODY, 401], [['staff-elsewhere'], 404], [DESK, desk]),
})
const note = { on: '2018-01-01', evidence: '回执' }

export const termRows: Readonly<Record<string, Row>> = {
  'GET /api/terms': get('/api/terms', 403, [NOBODY, 401], [[...DESK, 'staff-elsewhere'], 200]),
  // No such election: nobody on the walk begins a term.
  'POST /api/terms': post(
    '/api/terms',
    { poll: 'pol_none', number: 1, from: '2018-01-01', years: 3, members: [] },
    403,
    [NOBODY, 401],
    [[...DESK, 'staff-elsewhere'], 409],
  ),
  // The poll of the walk elects nobody.
  'GET /api/term-offers': {
    ask: ({ poll }) => ({ method: 'GET', url: `/api/term-offers?poll=${poll}` }),
    expected: says(403, [NOBODY, 401], [DESK, 409]),
  },
  'GET /api/terms/:term': onTerm('', null, 200),
  'POST /api/terms/:term/seat': onTerm('/seat', { poll: 'pol_none', members: [] }, 409),
  'POST /api/terms/:term/match': onTerm('/match', { member: 'm9', person: 'per_none' }, 409),
  // Before the term began.
  'POST /api/terms/:term/vacate': onTerm('/vacate', { member: 'm1', reason: 'resigned', ...note }, 422),
  'POST /api/terms/:term/step': onTerm('/step', { step: 'filed', ...note }, 422),
  'GET /c/:community/committee': community('/c/:community/committee', 200),
}
