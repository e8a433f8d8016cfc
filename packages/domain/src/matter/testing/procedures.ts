// Compact procedures for tests: a small one that goes once round the loop, a joint one with talk, review and inspection, and a formal one with every proceeding.
import { type Gate, type Procedure, procedureSchema } from '../../procedure/index.ts'

const names = { zh: '一环', en: 'A stage' }
const ANSWERED: Gate = { gate: 'answer-given' }

const itself = (key: string, target: object, ...gates: readonly Gate[]) => ({
  key,
  names,
  taken: 'itself',
  gates,
  ...target,
})
const choice = (key: string, target: object, ...gates: readonly Gate[]) => ({
  key,
  names,
  taken: 'choice',
  gates,
  ...target,
})
const to = (stage: string) => ({ to: stage })

const stage = (act: string, actors: readonly string[], limits: object, outcomes: readonly object[]) => ({
  key: act,
  act,
  names,
  actors,
  limits,
  settings: {},
  outcomes,
})

const seat = (key: string, ...roles: readonly string[]) => ({ key, names, roles })
const SEATS = [
  seat('residents', 'resident'),
  seat('committee', 'staff'),
  seat('workers', 'property', 'repair-worker'),
  seat('grid', 'grid-worker'),
  seat('branch', 'branch'),
]

const procedure = (key: string, rest: object): Procedure =>
  procedureSchema.parse({
    key,
    version: 1,
    names,
    summary: names,
    source: { method: 'ours', place: '', basis: 'ours' },
    seats: SEATS,
    ...rest,
  })

const raise = stage('raise', ['residents', 'committee', 'grid'], { respond: 'P1WD' }, [itself('received', to('sort'))])

const ratedOnward = (content: string, notContent: string) => [
  itself('content', to(content), { gate: 'rated-at-least', score: 3 }),
  itself('not-content', to(notContent), { gate: 'rated-below', score: 3 }),
  itself('no-rating', to(content), { gate: 'waited', limit: 'P7D' }),
]

/** raise → sort → assign → do → rate → revisit → close, with a rule at the end if wanted. */
export const SMALL = procedure('small', {
  appliesTo: {},
  reopensAt: 'assign',
  stages: [
    raise,
    {
      ...stage('sort', ['committee', 'grid'], { finish: 'P1WD' }, [
        itself('sorted', to('assign'), { gate: 'sorted-as' }),
      ]),
      since: 'raised',
    },
    {
      ...stage('assign', ['committee'], { finish: 'P1WD' }, [
        itself('placed', to('do'), { gate: 'orders-placed', min: 1 }),
        choice('answered', to('close'), ANSWERED),
        choice('elsewhere', { end: 'handed-on' }, ANSWERED),
      ]),
      settings: { parties: { min: 1, max: 3 } },
    },
    stage('do', ['committee', 'workers', 'grid'], { respond: 'PT4H', control: 'PT8H', finish: 'P3D' }, [
      itself('done', to('rate'), { gate: 'orders-done', which: 'all' }),
      itself('nobody', to('assign'), { gate: 'all-declined' }),
      choice('cannot', to('close'), ANSWERED),
    ]),
    stage('rate', ['residents'], { finish: 'P10D' }, ratedOnward('revisit', 'assign')),
    {
      ...stage('revisit', ['committee', 'grid'], { finish: 'P14D' }, [
        itself('solved', to('close'), { gate: 'revisited', found: 'solved' }),
        itself('again', to('assign'), { gate: 'revisited', found: 'not-solved' }),
      ]),
      settings: { after: 'P7D', by: 'doer' },
    },
    stage('close', ['committee'], { 'feed-back': 'P2WD', finish: 'P3WD' }, [
      choice('solved', { end: 'solved' }, ANSWERED),
      choice('unsolved', { end: 'unsolved' }, ANSWERED),
      choice('rule', to('codify')),
    ]),
    stage('codify', ['committee', 'branch'], { finish: 'P30D' }, [
      choice('recorded', { end: 'solved' }, { gate: 'convention-recorded' }, ANSWERED),
      choice('not-now', to('close')),
    ]),
  ],
})

/** raise → sort → discuss → review → assign → do → inspect → rate → close, for level III; work runs from the raising. */
export const JOINT = procedure('joint', {
  appliesTo: { levels: ['III'] },
  reopensAt: 'discuss',
  stages: [
    raise,
    {
      ...stage('sort', ['committee'], { finish: 'P2WD' }, [itself('sorted', to('discuss'), { gate: 'sorted-as' })]),
      since: 'raised',
    },
    stage('discuss', ['branch', 'committee', 'workers'], { finish: 'P14D' }, [
      itself('agreed', to('review'), { gate: 'talk-ended', as: 'agreed' }),
      itself('settled', to('rate'), { gate: 'talk-ended', as: 'settled' }),
      itself('not-agreed', to('discuss'), { gate: 'talk-ended', as: 'not-agreed' }),
    ]),
    stage('review', ['branch'], { finish: 'P10D' }, [
      itself('approved', to('assign'), { gate: 'signed-by', seat: 'branch', verdict: 'approved' }),
      itself('returned', to('discuss'), { gate: 'signed-by', seat: 'branch', verdict: 'returned' }),
    ]),
    {
      ...stage('assign', ['committee'], { finish: 'P2WD' }, [
        choice('placed', to('do'), { gate: 'orders-placed', min: 2 }),
        choice('talk-again', to('discuss')),
      ]),
      settings: { parties: { min: 2, max: 3 } },
    },
    {
      ...stage('do', ['committee', 'workers'], { respond: 'P1D', finish: 'P30D' }, [
        itself(
          'done',
          to('inspect'),
          { gate: 'orders-done', which: 'lead' },
          { gate: 'evidence-attached', min: 1 },
          { gate: 'conditions-met' },
        ),
        itself('nobody', to('assign'), { gate: 'all-declined' }),
        choice('start-over', to('do')),
        choice('talk-again', to('discuss')),
      ]),
      since: 'raised',
    },
    stage('inspect', ['committee', 'branch'], { finish: 'P5WD' }, [
      itself('accepted', to('rate'), { gate: 'signed-by', seat: 'branch', verdict: 'approved' }),
      itself('faulty', to('assign'), { gate: 'signed-by', seat: 'branch', verdict: 'returned' }),
    ]),
    { ...stage('rate', ['residents'], { finish: 'P10D' }, ratedOnward('close', 'assign')) },
    stage('close', ['committee', 'grid'], { 'feed-back': 'P2WD', finish: 'P3WD' }, [
      choice('solved', { end: 'solved' }, ANSWERED),
    ]),
  ],
})

/** raise → sort → discuss in a meeting → review with conditions → decide → publish → do as a project → close. */
export const FORMAL = procedure('formal', {
  appliesTo: {},
  reopensAt: 'discuss',
  stages: [
    raise,
    {
      ...stage('sort', ['committee'], { finish: 'P2WD' }, [itself('sorted', to('discuss'), { gate: 'sorted-as' })]),
      since: 'raised',
    },
    {
      ...stage('discuss', ['branch', 'committee'], { finish: 'P30D' }, [
        itself('agreed', to('review'), { gate: 'quorum' }, { gate: 'talk-ended', as: 'agreed' }),
        itself('to-do', to('do'), { gate: 'quorum' }, { gate: 'talk-ended', as: 'settled' }),
        itself('not-agreed', to('discuss'), { gate: 'talk-ended', as: 'not-agreed' }),
      ]),
      settings: { format: 'hall', meeting: true },
    },
    stage('review', ['branch'], { finish: 'P10D' }, [
      itself('approved', to('decide'), { gate: 'signed-by', seat: 'branch', verdict: 'approved' }),
      itself('returned', to('discuss'), { gate: 'signed-by', seat: 'branch', verdict: 'returned' }),
    ]),
    {
      ...stage('decide', ['committee'], { finish: 'P30D' }, [
        itself('passed', to('publish'), { gate: 'poll-passed' }),
        itself('failed', to('discuss'), { gate: 'poll-failed' }),
      ]),
      settings: { rule: 'cn-residents-representatives' },
    },
    {
      ...stage('publish', ['committee'], { finish: 'P30D' }, [
        itself('elapsed', to('do'), { gate: 'notice-elapsed' }, { gate: 'objections-answered' }),
        choice('upheld', to('discuss'), { gate: 'objection-upheld' }),
      ]),
      settings: { what: 'decision', days: 7 },
    },
    stage('do', ['committee', 'workers'], { finish: 'P60D' }, [
      itself('done', to('close'), { gate: 'milestones-accepted' }, { gate: 'conditions-met' }),
      itself('nobody', to('discuss'), { gate: 'all-declined' }),
      choice('talk-again', to('discuss')),
    ]),
    stage('close', ['committee', 'grid'], { 'feed-back': 'P2WD', finish: 'P3WD' }, [
      choice('solved', { end: 'solved' }, ANSWERED),
    ]),
  ],
})
