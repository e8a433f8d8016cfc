// What each caller is answered on patrol: the page to everybody who has signed in, what they hand in by whose round it is.
import { SUN } from '../building.ts'
import { multipart } from '../ground.ts'
import { type Caller, nodeId, personId } from '../people.ts'
import { NOBODY, type Row, form, get, says } from './rows.ts'

/** Building 1 lies in the first grid. */
const WALKERS = [
  'building-leader',
  'grid-worker-here',
  'staff',
  'branch',
  'volunteer',
] as const satisfies readonly Caller[]
const ownerOf = (caller: Caller) => personId(caller === 'staff-elsewhere' ? 'elsewhere' : caller)
const seen = (caller: Caller) => ({
  owner: ownerOf(caller),
  community: SUN,
  node: nodeId('B1'),
  seenAt: '2026-03-02T00:30:00.000Z',
})

const handedIn = (what: 'looks' | 'notes', more: object, status: number): Row => ({
  ask: (_, caller) => ({ method: 'POST', url: `/api/patrol/${what}`, json: { ...seen(caller), ...more } }),
  expected: says(403, [NOBODY, 401], [WALKERS, status]),
})

const fields = { community: SUN, node: nodeId('B1') }

export const patrolRows: Readonly<Record<string, Row>> = {
  'GET /patrol': get('/patrol', 200, [NOBODY, 303]),
  'GET /patrol/worker.js': get('/patrol/worker.js', 200),
  'POST /patrol/looks': form('/patrol/looks', fields, 403, [NOBODY, 303], [WALKERS, 303]),
  'POST /patrol/notes': form('/patrol/notes', { ...fields, text: '墙皮掉了' }, 403, [NOBODY, 303], [WALKERS, 303]),
  'POST /api/patrol/looks': handedIn('looks', {}, 200),
  'POST /api/patrol/notes': handedIn('notes', { text: '墙皮掉了', settled: false, photos: [] }, 201),
  'POST /api/patrol/photos': {
    ask: (_, caller) => ({
      method: 'POST',
      url: `/api/patrol/photos?community=${SUN}&owner=${ownerOf(caller)}`,
      ...multipart('photos', Buffer.from('x')),
    }),
    expected: says(403, [NOBODY, 401], [[...WALKERS, 'grid-worker-elsewhere'], 422]),
  },
}
