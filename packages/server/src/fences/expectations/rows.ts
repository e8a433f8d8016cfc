// How a row of the fence is written: what is asked, and what each caller is answered.
import type { WholeGround } from '../ground.ts'
import { CALLERS, type Caller } from '../people.ts'
import type { Asking } from '../town.ts'

export type Ask = Omit<Asking, 'cookie'>
export type Row = {
  /** Only the holder of the link knows its token. */
  readonly ask: (ground: WholeGround, caller: Caller) => Ask
  readonly expected: Readonly<Record<Caller, number>>
}

export const NOBODY = ['visitor', 'link-holder', 'disabled'] as const satisfies readonly Caller[]
export const RESIDENTS = ['raiser', 'neighbour'] as const satisfies readonly Caller[]
export const DESK = ['staff', 'branch'] as const satisfies readonly Caller[]
/** Who answers for a whole community. */
export const OFFICES = [...DESK, 'staff-elsewhere', 'street-office'] as const satisfies readonly Caller[]
/** Who may open the matter's file: by territory, by the desk, or by a part in it. */
export const READERS = [
  'building-leader',
  'grid-worker-here',
  ...DESK,
  'property-with-order',
  'repair-worker',
  'street-office',
] as const satisfies readonly Caller[]

export type Says = readonly [callers: readonly Caller[], status: number]

export const says = (all: number, ...others: readonly Says[]): Readonly<Record<Caller, number>> => {
  const expected = Object.fromEntries(CALLERS.map((caller) => [caller, all])) as Record<Caller, number>
  for (const [callers, status] of others) for (const caller of callers) expected[caller] = status
  return expected
}

export const get = (url: string, ...expected: Parameters<typeof says>): Row => ({
  ask: () => ({ method: 'GET', url }),
  expected: says(...expected),
})
export const post = (url: string, json: unknown, ...expected: Parameters<typeof says>): Row => ({
  ask: () => ({ method: 'POST', url, json }),
  expected: says(...expected),
})
export const form = (url: string, fields: Record<string, string>, ...expected: Parameters<typeof says>): Row => ({
  ask: () => ({ method: 'POST', url, form: fields }),
  expected: says(...expected),
})

/** A command on the matter: strangers are refused whatever its stage, its readers answered by the rules. */
export const command = (name: string, json: unknown, rules: number, ...others: readonly Says[]): Row => ({
  ask: ({ matter }) => ({ method: 'POST', url: `/api/matters/${matter}/${name}`, json }),
  expected: says(403, [NOBODY, 401], [['staff-elsewhere'], 404], [READERS, rules], ...others),
})
export const HELPERS = ['building-leader', 'grid-worker-here', 'street-office'] as const satisfies readonly Caller[]
/** Handed work is its party's; the desk notes what a party says on the telephone. */
export const onOrder = (name: string, json: unknown, rules: number, ...others: readonly Says[]): Row => ({
  ask: ({ order }) => ({ method: 'POST', url: `/api/orders/${order}/${name}`, json }),
  expected: says(403, [NOBODY, 401], [['staff-elsewhere'], 404], [READERS, rules], ...others),
})

const tokenFor = ({ token }: WholeGround, caller: Caller) => (caller === 'link-holder' ? token : 'A'.repeat(24))
export const byLink = (path: string, holder: number, body: Pick<Ask, 'json' | 'form'> | null): Row => ({
  ask: (ground, caller) => ({
    method: body ? 'POST' : 'GET',
    url: path.replace(':token', tokenFor(ground, caller)),
    ...body,
  }),
  expected: says(404, [['link-holder'], holder]),
})

const TASKS = says(200, [NOBODY, 401], [RESIDENTS, 403])
export const tasks = (url: string): Row => ({ ask: () => ({ method: 'GET', url }), expected: TASKS })
export const members = (url: string, all: number): Row => get(url, all, [NOBODY, 401])
export const community = (path: string, all: number): Row => get(path.replace(':community', 'com_sun'), all)
