// What each caller is answered at each page.
import { DESK, NOBODY, RESIDENTS, type Row, byLink, community, form, get, says } from './rows.ts'

export const pageRows: Readonly<Record<string, Row>> = {
  'GET /': get('/', 200),
  'GET /c/:community': community('/c/:community', 200),
  'GET /console': get('/console', 308),
  // One page for all its addresses, without anything of anybody in it.
  'GET /console*': get('/console/matters', 200),
  'GET /*': get('/assets/none.js', 404),
  'GET /find': { ask: ({ code }) => ({ method: 'GET', url: `/find?code=${code}` }), expected: says(200) },
  'GET /found': get('/found', 303),
  'POST /found': form(
    '/found',
    {
      step: 'who',
      streetOffice: 'a',
      community: 'b',
      name: 'c',
      phone: '13900000000',
      password: 'Kahle-Muschel-42-Regen',
    },
    409,
  ),
  'GET /healthz': get('/healthz', 200),
  'GET /ledger/:community': community('/ledger/:community', 200),
  'GET /p/:code': get('/p/:plate', 200),
  'POST /p/:code': form('/p/:plate', { text: '灯又不亮了', same: 'none' }, 303),
  'POST /prefs': form('/prefs', { lang: 'zh', back: '/' }, 303),
  'GET /plates': get('/plates', 200, [NOBODY, 303], [RESIDENTS, 403]),
  'GET /outbox': get('/outbox', 403, [NOBODY, 401], [[...DESK, 'staff-elsewhere'], 200]),
  'GET /me': get('/me', 200, [NOBODY, 303]),
  'GET /login': get('/login', 200),
  'POST /login': form('/login', { step: 'phone', phone: 'x' }, 200),
  'POST /logout': form('/logout', {}, 200),
  'GET /staff/login': get('/staff/login', 200),
  'POST /staff/login': form('/staff/login', { phone: 'x', password: 'x' }, 200),
  'GET /staff/factor': get('/staff/factor', 303),
  'POST /staff/factor': form('/staff/factor', { code: '000000' }, 303),
  'GET /staff/invitation/:token': get('/staff/invitation/none', 404),
  'POST /staff/invitation/:token': form('/staff/invitation/none', { password: 'x' }, 404),
  'GET /demo/login/:token': get('/demo/login/none', 404),
  'GET /m/:token': byLink('/m/:token', 200, null),
  'POST /m/:token/rate': byLink('/m/:token/rate', 303, { form: { score: '5' } }),
  'POST /m/:token/remark': byLink('/m/:token/remark', 303, { form: { text: '又滴水了' } }),
  'POST /m/:token/nudge': byLink('/m/:token/nudge', 303, { form: { x: '' } }),
  'POST /m/:token/reopen': byLink('/m/:token/reopen', 303, { form: { text: '又坏了' } }),
  'GET /photos/:community/:id': {
    ask: ({ photo }) => ({ method: 'GET', url: `/photos/com_sun/${photo}` }),
    // Whoever was given the id of a photo, 80 bits of chance, was shown the photo: nobody else can know it.
    expected: says(200),
  },
}
