// What each caller is answered about claims to own a unit: the committee's staff check them, everybody has a page of their own home.
import { NOBODY, type Row, community, get, says } from './rows.ts'

const onClaim = (act: string, json: object, staff: number): Row => ({
  ask: ({ claim }) => ({ method: 'POST', url: `/api/claims/${claim}/${act}`, json }),
  expected: says(403, [NOBODY, 401], [['staff'], staff]),
})
const home = community('/c/:community/home', 200)

export const identityRows: Readonly<Record<string, Row>> = {
  'GET /api/claims': get('/api/claims', 403, [NOBODY, 401], [['staff', 'staff-elsewhere'], 200]),
  'GET /api/claims/:claim': {
    ask: ({ claim }) => ({ method: 'GET', url: `/api/claims/${claim}` }),
    expected: says(403, [NOBODY, 401], [['staff'], 200]),
  },
  // The stranger is no owner of that flat.
  'POST /api/claims/:claim/confirm': onClaim('confirm', { owner: 'per_neighbour', how: 'known' }, 422),
  'POST /api/claims/:claim/refuse': onClaim('refuse', { reason: '请带证件来' }, 200),
  'GET /c/:community/home': { ...home, expected: says(200, [NOBODY, 303]) },
  // They own one, or are on the roster as something else, or are nobody here.
  'POST /c/:community/home': {
    ask: () => ({
      method: 'POST',
      url: '/c/com_sun/home',
      form: { act: 'claim', node: 'nod_b1', door: '1102', name: '甲' },
    }),
    expected: says(409, [NOBODY, 303]),
  },
}
