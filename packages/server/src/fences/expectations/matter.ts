// What each caller is answered at each command on a matter and on its orders.
import { partyId } from '../people.ts'
import { DESK, HELPERS, type Row, command, onOrder } from './rows.ts'

const later = '2026-03-09T01:00:00.000Z'

export const matterRows: Readonly<Record<string, Row>> = {
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
  'POST /api/matters/:matter/meet-condition': command('meet-condition', { condition: 'cnd_none', note: '做到了' }, 409),
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
