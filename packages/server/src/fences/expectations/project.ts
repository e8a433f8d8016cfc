// What each caller is answered about small projects.
import { partyId } from '../people.ts'
import { NOBODY, READERS, type Row, post, says } from './rows.ts'

const PLAN = {
  title: '车棚',
  party: partyId('property'),
  milestones: [{ name: '搭棚', by: '2026-12-01' }],
  photos: [],
}

const none = (name: string, json: object): Row => post(`/api/projects/prj_none/${name}`, json, 404, [NOBODY, 401])

export const projectRows: Readonly<Record<string, Row>> = {
  'GET /api/matters/:matter/projects': {
    ask: ({ matter }) => ({ method: 'GET', url: `/api/matters/${matter}/projects` }),
    expected: says(403, [NOBODY, 401], [['staff-elsewhere'], 404], [READERS, 200]),
  },
  // The photo from before is missing: whoever may start a project is told so, the others that it is not theirs to start.
  'POST /api/matters/:matter/projects': {
    ask: ({ matter }) => ({ method: 'POST', url: `/api/matters/${matter}/projects`, json: PLAN }),
    expected: says(
      403,
      [NOBODY, 401],
      [['staff-elsewhere'], 404],
      [['staff', 'branch', 'property-with-order', 'repair-worker'], 422],
    ),
  },
  'POST /api/projects/:project/report': none('report', { milestone: 0, text: '在做' }),
  'POST /api/projects/:project/claim': none('claim', { milestone: 0, text: '做好了' }),
  'POST /api/projects/:project/accept': none('accept', { milestone: 0 }),
  'POST /api/projects/:project/fault': none('fault', { milestone: 0, reason: '漏水' }),
  'POST /api/projects/:project/move': none('move', { milestone: 0, by: '2026-12-01', reason: '下雨' }),
  'POST /api/projects/:project/stop': none('stop', { reason: '不做了' }),
}
