// What each caller is answered at the lists of 12345 tickets: they name people, so the desk alone has them.
import { DESK, NOBODY, type Row, get, post } from './rows.ts'

const OWN_DESK = [...DESK, 'staff-elsewhere'] as const
const none = { community: 'com_sun', list: 'hli_none' }

export const hotlineRows: Readonly<Record<string, Row>> = {
  'GET /api/hotline/tickets': get('/api/hotline/tickets', 403, [NOBODY, 401], [OWN_DESK, 200]),
  'GET /api/hotline/lists': get('/api/hotline/lists', 403, [NOBODY, 401], [OWN_DESK, 200]),
  'POST /api/hotline/preview': post('/api/hotline/preview', {}, 403, [NOBODY, 401], [OWN_DESK, 422]),
  'POST /api/hotline/confirm': post('/api/hotline/confirm', { ...none, choices: {} }, 403, [NOBODY, 401], [DESK, 404]),
  'POST /api/hotline/lists/:list/export': post(
    '/api/hotline/lists/hli_none/export',
    { community: 'com_sun', format: 'csv' },
    403,
    [NOBODY, 401],
    [DESK, 404],
  ),
}
