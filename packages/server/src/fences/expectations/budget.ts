// What each caller is answered about shared budgets: drawing up, opening, looking, voting, and taking back.
import type { Caller } from '../people.ts'
import { DESK, NOBODY, type Row, type Says, get, post, says } from './rows.ts'

const KEEPERS = [...DESK, 'owners-committee'] as const satisfies readonly Caller[]
const plan = {
  title: '十万元怎么花',
  amount: '100000',
  lastDay: '2020-01-01',
  projects: [
    { name: '长椅', cost: '20000' },
    { name: '健身角', cost: '50000' },
  ],
}

const onBudget = (path: string, body: object | null, ...expected: Parameters<typeof says>): Row => ({
  ask: ({ budget }) => ({
    method: body ? 'POST' : 'GET',
    url: path.replace(':budget', budget),
    ...(body && { json: body }),
  }),
  expected: says(...expected),
})
const forKeepers = (path: string, body: object | null, status: number, ...others: readonly Says[]): Row =>
  onBudget(path, body, 403, [NOBODY, 401], [['staff-elsewhere'], 404], [KEEPERS, status], ...others)

const forReaders = (path: string, status: number): Row =>
  onBudget(path, null, 403, [NOBODY, 303], [['staff-elsewhere'], 404], [KEEPERS, status])

export const budgetRows: Readonly<Record<string, Row>> = {
  'GET /api/budgets': get('/api/budgets', 403, [NOBODY, 401], [[...KEEPERS, 'staff-elsewhere'], 200]),
  // A last day that is long over: nobody on the walk leaves a round behind.
  'POST /api/budgets': post('/api/budgets', plan, 403, [NOBODY, 401], [[...KEEPERS, 'staff-elsewhere'], 422]),
  'GET /api/budgets/:budget': forKeepers('/api/budgets/:budget', null, 200),
  'POST /api/budgets/:budget/redraft': forKeepers('/api/budgets/:budget/redraft', plan, 409),
  'POST /api/budgets/:budget/open': forKeepers('/api/budgets/:budget/open', {}, 409),
  'GET /api/budgets/:budget/desk': forKeepers('/api/budgets/:budget/desk', null, 200),
  'GET /api/budgets/:budget/voters': forKeepers('/api/budgets/:budget/voters?find=', null, 200),
  'POST /api/budgets/:budget/find-sheet': forKeepers(
    '/api/budgets/:budget/find-sheet',
    { code: '0001-00000-00000' },
    422,
  ),
  // Nobody of that name on the list: what keepers may do to a ballot is for the tests of budgets.
  'GET /api/budgets/:budget/voters/:voter': forKeepers('/api/budgets/:budget/voters/vtr_none', null, 404),
  'POST /api/budgets/:budget/voters/:voter/read': forKeepers(
    '/api/budgets/:budget/voters/vtr_none/read',
    { where: 'desk', choice: ['1'] },
    404,
  ),
  'POST /api/budgets/:budget/voters/:voter/settle': forKeepers(
    '/api/budgets/:budget/voters/vtr_none/settle',
    { choice: ['1'], reason: '看原票' },
    404,
  ),
  'POST /api/budgets/:budget/voters/:voter/drop': forKeepers(
    '/api/budgets/:budget/voters/vtr_none/drop',
    { reason: '选错了人' },
    404,
  ),
  'GET /budgets/:budget/paper': forReaders('/budgets/:budget/paper', 200),
  'GET /budgets/:budget/voters/:voter/slip': forReaders('/budgets/:budget/voters/vtr_none/slip', 409),
  'GET /budgets/:budget': onBudget('/budgets/:budget', null, 200),
  // The list has changed for everybody who may vote, and nobody else has a ballot.
  'POST /budgets/:budget': {
    ask: ({ budget }) => ({ method: 'POST', url: `/budgets/${budget}`, form: { step: 'cast', choice: '1' } }),
    expected: says(409),
  },
  // There is nothing to compute before it is decided.
  'GET /budgets/:budget/ballots.pb': onBudget('/budgets/:budget/ballots.pb', null, 404),
  // The first who may takes it back; whoever comes later finds it withdrawn.
  'POST /api/budgets/:budget/withdraw': forKeepers('/api/budgets/:budget/withdraw', { reason: '重新来过' }, 409, [
    ['staff'],
    200,
  ]),
}
