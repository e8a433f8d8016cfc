// What each caller is answered about polls: opening, counting, noting and looking.
import { DESK, NOBODY, READERS, type Row, type Ask, command, get, post, says } from './rows.ts'
import type { Caller } from '../people.ts'

/** Keepers of the place where the poll's matter lies. */
const NEAR = ['building-leader', 'grid-worker-here', ...DESK, 'street-office'] as const satisfies readonly Caller[]
const HELPERS = ['building-leader', 'grid-worker-here'] as const satisfies readonly Caller[]

const onPoll = (
  method: Ask['method'],
  path: string,
  body: Pick<Ask, 'json' | 'form'>,
  ...expected: Parameters<typeof says>
): Row => ({
  ask: ({ poll }) => ({ method, url: path.replace(':poll', poll), ...body }),
  expected: says(...expected),
})
type Others = readonly (readonly [readonly Caller[], number])[]
/** Read without a body, written with one. */
const forNear = (path: string, json: object | null, near: number, ...others: Others): Row =>
  onPoll(
    json ? 'POST' : 'GET',
    path,
    json ? { json } : {},
    403,
    [NOBODY, 401],
    [['staff-elsewhere'], 404],
    [NEAR, near],
    ...others,
  )

const redraft = {
  way: 'counted',
  question: { type: 'for-against', text: '装长椅？' },
  electorate: { totals: { heads: 3 } },
}
const notice = { title: '业主大会公告', text: '议题', days: 15, everywhere: true }
const draft = { rule: 'show-of-hands', ...redraft }
const question = { rule: 'show-of-hands', question: redraft.question, topic: 'other', regime: 'strict', basis: '' }

export const pollRows: Readonly<Record<string, Row>> = {
  'GET /api/matters/:matter/polls': {
    ask: ({ matter }) => ({ method: 'GET', url: `/api/matters/${matter}/polls` }),
    expected: says(403, [NOBODY, 401], [['staff-elsewhere'], 404], [READERS, 200]),
  },
  'POST /api/matters/:matter/polls': command('polls', draft, 409),
  'GET /api/polls': get('/api/polls', 403, [NOBODY, 401], [[...NEAR, 'grid-worker-elsewhere', 'staff-elsewhere'], 200]),
  'GET /api/polls/:poll': forNear('/api/polls/:poll', null, 200),
  'GET /api/polls/:poll/voters': forNear('/api/polls/:poll/voters', null, 200),
  'GET /api/candidates': get(
    '/api/candidates?community=com_sun&role=volunteer',
    403,
    [NOBODY, 401],
    [[...DESK, 'street-office'], 200],
  ),
  'GET /api/affected-units': get('/api/affected-units?community=com_sun&node=nod_b1', 403, [NOBODY, 401], [DESK, 200]),
  'POST /api/affected-units/read': post(
    '/api/affected-units/read',
    { community: 'com_sun', uses: ['flat'], text: '1号楼 101' },
    403,
    [NOBODY, 401],
    [DESK, 200],
  ),
  'GET /api/poll-rules': get('/api/poll-rules', 200),
  'POST /api/polls/:poll/ballots/:voter': forNear(
    '/api/polls/:poll/ballots/vtr_none',
    { choice: ['for'], where: 'hall' },
    404,
  ),
  'POST /api/polls/:poll/redraft': forNear('/api/polls/:poll/redraft', redraft, 409),
  'POST /api/polls/:poll/open': forNear('/api/polls/:poll/open', {}, 409),
  'POST /api/polls/:poll/count': forNear('/api/polls/:poll/count', {}, 422),
  'GET /api/polls/:poll/export': forNear('/api/polls/:poll/export', null, 409),
  'POST /api/polls/:poll/ballots/:voter/voter': forNear(
    '/api/polls/:poll/ballots/vtr_none/voter',
    { person: 'per_raiser', evidence: '推选书' },
    404,
  ),
  // Nothing but an assembly of owners is announced, shown or proved.
  'POST /api/polls/:poll/announce': forNear('/api/polls/:poll/announce', notice, 409),
  'POST /api/polls/:poll/redraw': forNear('/api/polls/:poll/redraw', {}, 422),
  'POST /api/polls/:poll/extend': forNear('/api/polls/:poll/extend', {}, 409, [HELPERS, 403]),
  'POST /api/polls/:poll/proofs': forNear(
    '/api/polls/:poll/proofs',
    { proof: 'delivered', voters: ['vtr_none'], evidence: '签收表' },
    422,
  ),
  'POST /api/polls/:poll/show': forNear('/api/polls/:poll/show', notice, 409),
  'POST /api/polls/:poll/recount': forNear('/api/polls/:poll/recount', { reason: '漏计' }, 409),
  'POST /api/polls/:poll/confirm': forNear('/api/polls/:poll/confirm', {}, 409),
  // Only an assembly of owners has an agenda.
  'POST /api/polls/:poll/questions': forNear('/api/polls/:poll/questions', question, 422),
  'GET /polls/:poll/agenda': onPoll('GET', '/polls/:poll/agenda', {}, 404),
  'GET /polls/:poll/agenda/sheet': onPoll('GET', '/polls/:poll/agenda/sheet', {}, 404),
  'GET /polls/:poll/agenda/result.pdf': onPoll('GET', '/polls/:poll/agenda/result.pdf', {}, 404),
  'GET /polls/:poll/agenda/certificate.pdf': onPoll('GET', '/polls/:poll/agenda/certificate.pdf', {}, 404),
  'GET /polls/:poll/agenda/certificate.json': onPoll('GET', '/polls/:poll/agenda/certificate.json', {}, 404),
  'GET /polls/:poll': onPoll('GET', '/polls/:poll', {}, 200),
  'POST /polls/:poll': onPoll('POST', '/polls/:poll', { form: { step: 'cast', choice: 'for' } }, 409),
  'GET /polls/:poll/sheet': onPoll('GET', '/polls/:poll/sheet', {}, 200),
  // There is nothing to check before it is decided.
  // The poll of the walk has no result yet: nothing to certify, to post or to check.
  'GET /polls/:poll/certificate.json': onPoll('GET', '/polls/:poll/certificate.json', {}, 404),
  'GET /polls/:poll/certificate.pdf': onPoll('GET', '/polls/:poll/certificate.pdf', {}, 404),
  'GET /polls/:poll/result.pdf': onPoll('GET', '/polls/:poll/result.pdf', {}, 404),
  'GET /polls/:poll/tally.json': onPoll('GET', '/polls/:poll/tally.json', {}, 404),
  // The first who may takes it back; whoever comes later finds it withdrawn.
  'POST /api/polls/:poll/withdraw': forNear(
    '/api/polls/:poll/withdraw',
    { reason: '不表决了' },
    409,
    [HELPERS, 403],
    [['staff'], 200],
  ),
}
