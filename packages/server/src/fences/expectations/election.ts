// What each caller is answered about secret elections: drawing up, the roll, the register, the boxes, and looking.
import type { Caller } from '../people.ts'
import { DESK, NOBODY, type Row, type Says, community, get, post, says } from './rows.ts'

const KEEPERS = [...DESK, 'street-office'] as const satisfies readonly Caller[]
/** Of the whole place: who counts a stairway's matters counts no election. */
const TELLERS = [...KEEPERS, 'volunteer', 'counsel'] as const satisfies readonly Caller[]

const plan = {
  title: '村委会换届选举',
  posts: [{ seats: 1, candidates: [{ name: '赵国强' }] }],
  day: '2019-01-01',
  place: '大院',
  boxes: ['一号箱'],
}
const onElection = (path: string, body: object | null, ...expected: Parameters<typeof says>): Row => ({
  ask: ({ election }) => ({
    method: body ? 'POST' : 'GET',
    url: path.replace(':election', election),
    ...(body && { json: body }),
  }),
  expected: says(...expected),
})
const forTellers = (path: string, body: object | null, status: number, ...others: readonly Says[]): Row =>
  onElection(
    `/api/elections/:election${path}`,
    body,
    403,
    [NOBODY, 401],
    [['staff-elsewhere'], 404],
    [TELLERS, status],
    ...others,
  )
const forKeepers = (path: string, body: object, status: number): Row => forTellers(path, body, 403, [KEEPERS, status])
const paper = (path: string, status: number): Row =>
  onElection(`/elections/:election${path}`, null, 403, [NOBODY, 303], [['staff-elsewhere'], 404], [TELLERS, status])

const reason = { reason: '重新来过' }

/** The election of the walk has its roll out and its day far away. */
export const electionRows: Readonly<Record<string, Row>> = {
  'GET /api/elections': get('/api/elections', 403, [NOBODY, 401], [[...TELLERS, 'staff-elsewhere'], 200]),
  // A day on which its rules were not in force: nobody on the walk leaves an election behind.
  'POST /api/elections': post(
    '/api/elections',
    { ...plan, law: 'cn-village-election', day: '2010-01-01' },
    403,
    [NOBODY, 401],
    [[...KEEPERS, 'staff-elsewhere'], 409],
  ),
  'GET /api/election-laws': get('/api/election-laws', 200),
  'GET /api/elections/:election': forTellers('', null, 200),
  'GET /api/elections/:election/roll': forTellers('/roll', null, 200),
  // The roll of the walk hangs: there is nothing to draw up any more.
  'GET /api/elections/:election/roster': forTellers('/roster', null, 403, [KEEPERS, 409]),
  'POST /api/elections/:election/redraft': forTellers('/redraft', plan, 409),
  // An election asks for nobody's recall.
  'POST /api/elections/:election/hear': forKeepers('/hear', { name: '赵国强', statement: '有会。' }, 404),
  'POST /api/elections/:election/publish': forTellers('/publish', { voters: [{ name: '王五' }] }, 409),
  'POST /api/elections/:election/object': forTellers('/object', { text: '漏了', name: '王五' }, 200),
  'POST /api/elections/:election/rule': forKeepers('/rule', { objection: 'obj_none', upheld: true, ...reason }, 404),
  'POST /api/elections/:election/correct': forKeepers('/correct', { add: [], strike: [], ...reason }, 200),
  'POST /api/elections/:election/proxy': forKeepers(
    '/proxy',
    { principal: 'vtr_none', holder: 'vtr_none', relation: '父子' },
    404,
  ),
  'POST /api/elections/:election/lapse': forKeepers('/lapse', { principal: 'vtr_none', ...reason }, 404),
  'POST /api/elections/:election/open': forKeepers('/open', {}, 409),
  'POST /api/elections/:election/give': forTellers('/give', { voter: 'vtr_none', to: 'self' }, 409),
  'POST /api/elections/:election/close': forTellers('/close', {}, 409),
  'POST /api/elections/:election/box': forTellers(
    '/box',
    { box: 0, count: { collected: 0, spoiled: 0, posts: {} } },
    409,
  ),
  'POST /api/elections/:election/double': forTellers('/double', { name: '赵国强', post: 'p1', ...reason }, 409),
  'POST /api/elections/:election/woman': forTellers('/woman', { name: '赵国强', woman: true }, 409),
  'POST /api/elections/:election/fix': forTellers('/fix', { day: '2019-01-01', place: '大院' }, 409),
  'POST /api/elections/:election/next': forTellers('/next', {}, 409),
  'POST /api/elections/:election/end': forTellers('/end', reason, 409),
  'GET /c/:community/elections': community('/c/:community/elections', 200),
  'GET /elections/:election': onElection('/elections/:election', null, 200),
  'POST /elections/:election/objections': {
    ask: ({ election }) => ({
      method: 'POST',
      url: `/elections/${election}/objections`,
      form: { text: '', name: '王五' },
    }),
    expected: says(422),
  },
  'GET /elections/:election/paper': paper('/paper', 200),
  'GET /elections/:election/roll': paper('/roll', 200),
  // There is nothing to compute before it is counted.
  'GET /elections/:election/tally.json': onElection('/elections/:election/tally.json', null, 404),
  // The first who may takes it back; whoever comes later finds it withdrawn.
  'POST /api/elections/:election/withdraw': forTellers(
    '/withdraw',
    reason,
    409,
    [['volunteer', 'counsel'], 409],
    [['staff'], 200],
  ),
}
