// What each caller is answered at chat groups, excerpts, cards, tips, and at what may be the same.
import type { Caller } from '../people.ts'
import { DESK, NOBODY, READERS, type Row, post, says } from './rows.ts'

/** Who keeps groups somewhere: the desk, and who looks after a place. */
const KEEPERS: readonly Caller[] = [
  ...DESK,
  'building-leader',
  'grid-worker-here',
  'grid-worker-elsewhere',
  'staff-elsewhere',
]
const WRITERS: readonly Caller[] = [...DESK, 'staff-elsewhere']

const keepers = (url: string): Row => ({
  ask: () => ({ method: 'GET', url }),
  expected: says(403, [NOBODY, 401], [KEEPERS, 200]),
})
/** Of a group, an excerpt or a card that is not there: whoever keeps any is told so. */
const unknown = (url: string, json: object): Row => post(url, json, 403, [NOBODY, 401], [KEEPERS, 404])

/** Beside a file: as the file itself. */
const ofMatter = (what: string): Row => ({
  ask: ({ matter }) => ({ method: 'GET', url: `/api/matters/${matter}/${what}` }),
  expected: says(403, [NOBODY, 401], [['staff-elsewhere'], 404], [READERS, 200]),
})

const OPENED = { path: 'G1.B1', name: '1号楼群' }

export const groupRows: Readonly<Record<string, Row>> = {
  'GET /api/groups': keepers('/api/groups'),
  'POST /api/groups': post(
    '/api/groups',
    OPENED,
    403,
    [NOBODY, 401],
    [[...DESK, 'building-leader', 'grid-worker-here'], 201],
    // In their own community there is no such node.
    [['staff-elsewhere'], 422],
  ),
  'POST /api/groups/fill': post('/api/groups/fill', { kind: 'building' }, 403, [NOBODY, 401], [WRITERS, 200]),
  'POST /api/groups/:group/change': unknown('/api/groups/grp_none/change', { name: '群' }),
  'POST /api/groups/:group/close': unknown('/api/groups/grp_none/close', {}),
  'POST /api/groups/:group/excerpts': unknown('/api/groups/grp_none/excerpts', { text: '张三: 灯坏了' }),
  'GET /api/excerpts/:excerpt': {
    ask: () => ({ method: 'GET', url: '/api/excerpts/exc_none' }),
    expected: says(403, [NOBODY, 401], [KEEPERS, 404]),
  },
  'POST /api/excerpts/:excerpt/drafts/:draft/confirm': unknown('/api/excerpts/exc_none/drafts/0/confirm', {
    title: '灯坏了',
    text: '灯坏了',
    path: 'G1.B1',
  }),
  'POST /api/excerpts/:excerpt/drafts/:draft/join': unknown('/api/excerpts/exc_none/drafts/0/join', { to: 'mat_none' }),
  'POST /api/excerpts/:excerpt/drafts/:draft/dismiss': unknown('/api/excerpts/exc_none/drafts/0/dismiss', {
    reason: '闲聊',
  }),
  'GET /api/cards': keepers('/api/cards'),
  'POST /api/cards/:card/posted': unknown('/api/cards/crd_none/posted', {}),
  'GET /api/tips': keepers('/api/tips'),
  'POST /api/tips': post('/api/tips', { keywords: ['吵'], text: '请轻一点' }, 403, [NOBODY, 401], [WRITERS, 204]),
  'POST /api/tips/:tip': post(
    '/api/tips/tip_noise',
    { keywords: ['吵'], text: '请轻一点' },
    403,
    [NOBODY, 401],
    [WRITERS, 204],
  ),
  'POST /api/tips/:tip/drop': post('/api/tips/tip_none/drop', {}, 403, [NOBODY, 401], [WRITERS, 404]),
  'GET /api/matters/:matter/card': ofMatter('card'),
  'GET /api/matters/:matter/similar': ofMatter('similar'),
  'GET /api/classes': {
    ask: () => ({ method: 'GET', url: '/api/classes' }),
    expected: says(200, [NOBODY, 401], [['raiser', 'neighbour'], 403]),
  },
  'POST /p/:code/similar': {
    ask: () => ({ method: 'POST', url: '/p/:plate/similar', form: { text: '楼道灯不亮了' } }),
    expected: says(200),
  },
  'GET /j/:token': { ask: () => ({ method: 'GET', url: '/j/none' }), expected: says(404) },
}
