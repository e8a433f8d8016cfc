// What each caller is answered about draws: announcing, telling, objecting and looking.
import type { Caller } from '../people.ts'
import { type Ask, DESK, NOBODY, RESIDENTS, type Row, post, says, tasks } from './rows.ts'

const onDraw = (
  method: Ask['method'],
  path: string,
  body: Pick<Ask, 'json' | 'form'>,
  ...expected: Parameters<typeof says>
): Row => ({
  ask: ({ draw }) => ({ method, url: path.replace(':draw', draw), ...body }),
  expected: says(...expected),
})
const STRANGERS = [
  [NOBODY, 401],
  [['staff-elsewhere'], 404],
] as const satisfies readonly (readonly [readonly Caller[], number])[]
const command = (
  name: string,
  json: object,
  all: number,
  ...others: readonly (readonly [readonly Caller[], number])[]
) => onDraw('POST', `/api/draws/:draw/${name}`, { json }, all, ...STRANGERS, ...others)

const announced = {
  community: 'com_sun',
  title: '车位先后',
  rounds: [{ pool: ['1 号', '2 号', '3 号'], count: 2 }],
  sources: [{ kind: 'drand', at: '2027-01-01T00:00:00.000Z' }],
}

/** In the town one draw is made, and somebody has objected to it. */
export const drawRows: Readonly<Record<string, Row>> = {
  'GET /api/draws': tasks('/api/draws'),
  'POST /api/draws': post('/api/draws', announced, 403, [NOBODY, 401], [DESK, 201]),
  'GET /api/draws/:draw': onDraw('GET', '/api/draws/:draw', {}, 200, ...STRANGERS),
  'GET /api/draws/:draw/proof': onDraw('GET', '/api/draws/:draw/proof', {}, 200),
  'POST /api/draws/:draw/enter-source': command('enter-source', { source: 0, outcome: [1, 2, 3] }, 409),
  'POST /api/draws/:draw/object': command('object', { grounds: '没看清' }, 200, [['raiser'], 409]),
  // The first who may answers it; whoever comes later finds it answered.
  'POST /api/draws/:draw/answer-objection': command(
    'answer-objection',
    { objection: 1, answer: '看过录像', upheld: false },
    403,
    [['branch'], 404],
    [['staff'], 200],
  ),
  'POST /api/draws/:draw/annul': command('annul', { reason: '不算' }, 403, [RESIDENTS, 403], [DESK, 409]),
  'GET /draws/:draw': onDraw('GET', '/draws/:draw', {}, 200),
  // Everybody who may has objected by now, and once is enough.
  'POST /draws/:draw/objections': onDraw('POST', '/draws/:draw/objections', { form: { grounds: '没看清' } }, 409),
  'GET /draws/:draw/poster.pdf': onDraw('GET', '/draws/:draw/poster.pdf?paper=a4', {}, 200),
  'GET /draws/:draw/draw.json': onDraw('GET', '/draws/:draw/draw.json', {}, 200),
}
