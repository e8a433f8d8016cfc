// What each caller is answered about notices and objections.
import type { WholeGround } from '../ground.ts'
import { type Ask, DESK, NOBODY, RESIDENTS, type Row, type Says, post, says, tasks } from './rows.ts'

const HUNG = { title: '消防检查通知', text: '周日检查楼道。', days: 7, everywhere: true }

const at =
  (method: 'GET' | 'POST', path: string, body: Pick<Ask, 'json' | 'form'> = {}) =>
  (...expected: Parameters<typeof says>): Row => ({
    ask: ({ notice, objection }: WholeGround) => ({
      method,
      url: path.replace(':notice', notice).replace(':objection', objection),
      ...body,
    }),
    expected: says(...expected),
  })

/** For who has a task in the notice's own community; the rules say the rest. */
const works = (all: number, ...others: readonly Says[]): [number, ...Says[]] => [
  all,
  [NOBODY, 401],
  [RESIDENTS, 403],
  [['staff-elsewhere'], 403],
  ...others,
]
const POSTERS = [...DESK, 'grid-worker-here', 'grid-worker-elsewhere', 'building-leader'] as const

export const noticeRows: Readonly<Record<string, Row>> = {
  'GET /api/notices': tasks('/api/notices'),
  'POST /api/notices': post('/api/notices', HUNG, 403, [NOBODY, 401], [[...DESK, 'staff-elsewhere'], 201]),
  'GET /api/notices/:notice': at('GET', '/api/notices/:notice')(...works(200)),
  'GET /api/notices/:notice/poster': at('GET', '/api/notices/:notice/poster?paper=a4')(...works(200)),
  'GET /api/notices/:notice/proof': at('GET', '/api/notices/:notice/proof')(200),
  'POST /api/notices/:notice/prove-hung': at('POST', '/api/notices/:notice/prove-hung', { json: { spot: 0 } })(
    ...works(403, [POSTERS, 200]),
  ),
  'POST /api/notices/:notice/prove-taken-down': at('POST', '/api/notices/:notice/prove-taken-down', {
    json: { spot: 0 },
  })(...works(409)),
  'POST /api/notices/:notice/withdraw': at('POST', '/api/notices/:notice/withdraw', { json: { reason: '写错了' } })(
    ...works(403, [DESK, 200]),
  ),
  'POST /api/notices/:notice/result': at('POST', '/api/notices/:notice/result', { json: HUNG })(
    ...works(403, [DESK, 409]),
  ),
  'POST /api/objections/:objection/answer': at('POST', '/api/objections/:objection/answer', {
    json: { answer: '改了', upheld: false },
  })(403, [NOBODY, 401], [['staff-elsewhere'], 404], [DESK, 200]),
  'GET /n/:notice': at('GET', '/n/:notice')(200),
  'GET /n/:notice/check': at('GET', '/n/:notice/check')(200),
  'POST /n/:notice/objections': at('POST', '/n/:notice/objections', { form: { text: '太早了' } })(303),
  // Only the holder of its receipt knows the token.
  'GET /o/:token': { ask: () => ({ method: 'GET', url: `/o/${'A'.repeat(24)}` }), expected: says(404) },
  'POST /o/:token/take-back': {
    ask: () => ({ method: 'POST', url: `/o/${'A'.repeat(24)}/take-back`, form: { x: '' } }),
    expected: says(404),
  },
}
