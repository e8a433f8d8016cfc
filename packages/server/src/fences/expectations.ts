// What each role is answered at each route, written by hand: the fence that every change of a route has to pass.
import { PERSON_ACTS } from '@yishi/contract/people'
import { type Ground, multipart } from './ground.ts'
import { CALLERS, type Caller, partyId } from './people.ts'
import type { Asking } from './town.ts'

export type Ask = Omit<Asking, 'cookie'>
export type Row = {
  /** Only the holder of the link knows its token. */
  readonly ask: (ground: Ground, caller: Caller) => Ask
  readonly expected: Readonly<Record<Caller, number>>
}

const NOBODY = ['visitor', 'link-holder', 'disabled'] as const satisfies readonly Caller[]
const RESIDENTS = ['raiser', 'neighbour'] as const satisfies readonly Caller[]
const DESK = ['staff', 'branch'] as const satisfies readonly Caller[]
/** Who answers for a whole community. */
const OFFICES = [...DESK, 'staff-elsewhere', 'street-office'] as const satisfies readonly Caller[]
/** Who may open the matter's file: by territory, by the desk, or by a part in it. */
export const READERS = [
  'building-leader',
  'grid-worker-here',
  ...DESK,
  'property-with-order',
  'repair-worker',
  'street-office',
] as const satisfies readonly Caller[]

type Says = readonly [callers: readonly Caller[], status: number]

const says = (all: number, ...others: readonly Says[]): Readonly<Record<Caller, number>> => {
  const expected = Object.fromEntries(CALLERS.map((caller) => [caller, all])) as Record<Caller, number>
  for (const [callers, status] of others) for (const caller of callers) expected[caller] = status
  return expected
}

const get = (url: string, ...expected: Parameters<typeof says>): Row => ({
  ask: () => ({ method: 'GET', url }),
  expected: says(...expected),
})
const post = (url: string, json: unknown, ...expected: Parameters<typeof says>): Row => ({
  ask: () => ({ method: 'POST', url, json }),
  expected: says(...expected),
})
const form = (url: string, fields: Record<string, string>, ...expected: Parameters<typeof says>): Row => ({
  ask: () => ({ method: 'POST', url, form: fields }),
  expected: says(...expected),
})

/** A command on the matter: strangers are refused whatever its stage, its readers answered by the rules. */
const command = (name: string, json: unknown, rules: number, ...others: readonly Says[]): Row => ({
  ask: ({ matter }) => ({ method: 'POST', url: `/api/matters/${matter}/${name}`, json }),
  expected: says(403, [NOBODY, 401], [['staff-elsewhere'], 404], [READERS, rules], ...others),
})
const HELPERS = ['building-leader', 'grid-worker-here', 'street-office'] as const satisfies readonly Caller[]
/** Handed work is its party's; the desk notes what a party says on the telephone. */
const onOrder = (name: string, json: unknown, rules: number, ...others: readonly Says[]): Row => ({
  ask: ({ order }) => ({ method: 'POST', url: `/api/orders/${order}/${name}`, json }),
  expected: says(403, [NOBODY, 401], [['staff-elsewhere'], 404], [READERS, rules], ...others),
})

const tokenFor = ({ token }: Ground, caller: Caller) => (caller === 'link-holder' ? token : 'A'.repeat(24))
const byLink = (path: string, holder: number, body: Pick<Ask, 'json' | 'form'> | null): Row => ({
  ask: (ground, caller) => ({
    method: body ? 'POST' : 'GET',
    url: path.replace(':token', tokenFor(ground, caller)),
    ...body,
  }),
  expected: says(404, [['link-holder'], holder]),
})

const TASKS = says(200, [NOBODY, 401], [RESIDENTS, 403])
const tasks = (url: string): Row => ({ ask: () => ({ method: 'GET', url }), expected: TASKS })
const members = (url: string, all: number): Row => get(url, all, [NOBODY, 401])
/** Of somebody who is not here: whoever may ask at all is told so. */
const onPerson = (act: string): Row =>
  post(`/api/people/per_none/${act}`, { community: 'com_sun' }, 403, [NOBODY, 401], [[...DESK, 'street-office'], 404])
const later = '2026-03-09T01:00:00.000Z'
const community = (path: string, all: number): Row => get(path.replace(':community', 'com_sun'), all)

/** A number of their own, so that nobody is told that it was tried too often. */
const phoneOf = (caller: Caller) => `139000000${10 + CALLERS.indexOf(caller)}`

const PAGES: Readonly<Record<string, Row>> = {
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
  'POST /p/:code': form('/p/:plate', { text: '灯又不亮了' }, 303),
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

const COMMANDS: Readonly<Record<string, Row>> = {
  'POST /api/matters/:matter/sort': command(
    'sort',
    { level: 'II', colour: 'yellow', size: 'small', kind: 'facilities' },
    409,
  ),
  'POST /api/matters/:matter/place-orders': command(
    'place-orders',
    { orders: [{ party: partyId('police'), task: '看一看' }] },
    200,
    [HELPERS, 403],
  ),
  'POST /api/matters/:matter/record-talk': command('record-talk', { result: 'agreed', summary: '谈妥了' }, 409),
  'POST /api/matters/:matter/sign': command('sign', { seat: 'committee', verdict: 'approved' }, 409),
  'POST /api/matters/:matter/answer': command('answer', { text: '在修了' }, 200, [HELPERS, 403]),
  'POST /api/matters/:matter/rate': command('rate', { score: 5 }, 409),
  'POST /api/matters/:matter/revisit': command('revisit', { found: 'solved', note: '好了' }, 409),
  'POST /api/matters/:matter/codify': command('codify', { title: '公约', text: '灯坏三日内修' }, 409),
  'POST /api/matters/:matter/take-outcome': command('take-outcome', { outcome: 'cannot-be-done' }, 409, [HELPERS, 403]),
  'POST /api/matters/:matter/pause': command('pause', { reason: '等配件', until: later }, 200, [HELPERS, 403]),
  'POST /api/matters/:matter/resume': command('resume', {}, 409, [HELPERS, 403]),
  'POST /api/matters/:matter/list': command('list', { reason: '拖久了' }, 403, [[...DESK, 'street-office'], 200]),
  'POST /api/matters/:matter/unlist': command('unlist', { reason: '办好了' }, 403, [[...DESK, 'street-office'], 409]),
  'POST /api/matters/:matter/remark': command('remark', { text: '已看过' }, 200),
  'POST /api/matters/:matter/nudge': command('nudge', {}, 403),
  'POST /api/matters/:matter/correct': command('correct', { field: 'title', value: '灯', reason: '写错' }, 403, [
    DESK,
    200,
  ]),
  'POST /api/matters/:matter/link': command('link', { to: 'none', relation: 'similar' }, 404),
  'POST /api/matters/:matter/reopen': command('reopen', { reason: '又坏了' }, 409),
  'POST /api/orders/:order/accept': onOrder('accept', {}, 200, [HELPERS, 403]),
  'POST /api/orders/:order/decline': onOrder('decline', { reason: '不归我们' }, 200, [HELPERS, 403]),
  'POST /api/orders/:order/report': onOrder('report', { text: '在路上' }, 409),
  'POST /api/orders/:order/complete': onOrder('complete', { text: '修好了' }, 409),
  'POST /api/orders/:order/transfer': onOrder('transfer', { to: partyId('police'), reason: '归派出所' }, 200, [
    HELPERS,
    403,
  ]),
}

const API: Readonly<Record<string, Row>> = {
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

export const EXPECTATIONS: Readonly<Record<string, Row>> = { ...PAGES, ...API, ...COMMANDS }
/** They end the sessions of the walk, so they come last. */
export const LAST: ReadonlySet<string> = new Set(['POST /logout', 'POST /api/auth/sign-out'])
