// For every code of the checker a sound procedure with that one defect planted: the checker must see it where it lies.
import {
  FINDINGS,
  FINDING_CODES,
  FINDING_WORDS,
  type Finding,
  type FindingCode,
  type Gate,
  type Procedure,
  checkProcedure,
  findingInWords,
} from '@yishi/domain/procedure'
import { expect, test } from 'vitest'
import { procedureByKey } from './index.ts'

type Stage = Procedure['stages'][number]
type Outcome = Stage['outcomes'][number]
type Of<Act extends Stage['act']> = Extract<Stage, { act: Act }>

const stageOf = (procedure: Procedure, key: string): Stage => procedure.stages.find((stage) => stage.key === key)!
const wayOf = (procedure: Procedure, stage: string, outcome: string): Outcome =>
  stageOf(procedure, stage).outcomes.find(({ key }) => key === outcome)!
const gatesOf = (procedure: Procedure, stage: string, outcome: string): Gate[] => wayOf(procedure, stage, outcome).gates
const without = (procedure: Procedure, stage: string, outcome: string): void => {
  const at = stageOf(procedure, stage)
  at.outcomes = at.outcomes.filter(({ key }) => key !== outcome)
}
const asRaw = (procedure: Procedure): Record<string, unknown> => procedure as unknown as Record<string, unknown>

/** The library procedure to spoil, how, and where the finding must point. */
type Defect = readonly [library: string, plant: (procedure: Procedure) => void, where?: Partial<Finding>]

const DEFECTS: Record<FindingCode, Defect> = {
  'not-well-formed': [
    'daily-matter',
    (p) => void (asRaw(p).version = 'one'),
    { detail: { path: 'version', problem: expect.any(String) as string } },
  ],
  'outcome-needs-one-target': [
    'daily-matter',
    (p) => void (wayOf(p, 'do', 'done').end = 'solved'),
    { detail: { path: 'stages.3.outcomes.0' } },
  ],
  'stage-key-twice': [
    'daily-matter',
    (p) => void p.stages.push(structuredClone(stageOf(p, 'rate'))),
    { stage: 'rate' },
  ],
  'seat-key-twice': ['daily-matter', (p) => void p.seats.push(p.seats[0]!), { detail: { seat: 'residents' } }],
  'outcome-key-twice': [
    'daily-matter',
    (p) => void (wayOf(p, 'do', 'nobody-took-it').key = 'done'),
    { stage: 'do', outcome: 'done' },
  ],
  'begins-otherwise': [
    'daily-matter',
    (p) => void p.stages.splice(1, 0, p.stages.splice(2, 1)[0]!),
    { detail: { first: 'raise', second: 'assign' } },
  ],
  'unknown-stage': [
    'daily-matter',
    (p) => void (wayOf(p, 'do', 'done').to = 'nowhere'),
    { stage: 'do', outcome: 'done' },
  ],
  'unknown-seat': [
    'daily-matter',
    (p) => void stageOf(p, 'do').actors.push('stranger'),
    { stage: 'do', detail: { seat: 'stranger' } },
  ],
  'seat-without-use': [
    'daily-matter',
    (p) => void p.seats.push({ ...p.seats[0]!, key: 'guest' }),
    { detail: { seat: 'guest' } },
  ],
  'reopens-at-unknown-stage': ['daily-matter', (p) => void (p.reopensAt = 'nowhere'), { detail: { to: 'nowhere' } }],
  'reopens-past-the-work': ['daily-matter', (p) => void (p.reopensAt = 'close'), { stage: 'close' }],
  'act-out-of-place': [
    'daily-matter',
    (p) => void p.stages.push({ ...structuredClone(stageOf(p, 'sort')), key: 'sort-again' }),
    { stage: 'sort-again' },
  ],
  unreachable: ['daily-matter', (p) => without(p, 'close', 'make-it-a-rule'), { stage: 'codify' }],
  'dead-end': [
    'daily-matter',
    (p) => {
      stageOf(p, 'close').outcomes = [wayOf(p, 'close', 'make-it-a-rule')]
      without(p, 'codify', 'recorded')
    },
    { stage: 'codify' },
  ],
  'runs-in-a-circle': [
    'daily-matter',
    (p) => {
      const again: Outcome = { ...wayOf(p, 'do', 'done'), key: 'again', to: 'rate', gates: [{ gate: 'answer-given' }] }
      stageOf(p, 'revisit').outcomes.push(again)
      stageOf(p, 'rate').outcomes.push({ ...again, to: 'revisit' })
    },
    { stage: 'revisit' },
  ],
  'ends-without-answer': [
    'daily-matter',
    (p) => void (wayOf(p, 'close', 'close-solved').gates = []),
    { stage: 'close', outcome: 'close-solved' },
  ],
  'no-limit': ['daily-matter', (p) => void (stageOf(p, 'do').limits = {}), { stage: 'do' }],
  'no-finish-limit': ['daily-matter', (p) => void (stageOf(p, 'do').limits = { respond: 'P1WD' }), { stage: 'do' }],
  'limits-contradict': ['daily-matter', (p) => void (stageOf(p, 'do').limits.respond = 'P6WD'), { stage: 'do' }],
  'revisit-after-finish': [
    'daily-matter',
    (p) => void ((stageOf(p, 'revisit') as Of<'revisit'>).settings.after = 'P15D'),
    { stage: 'revisit' },
  ],
  'waits-past-finish': [
    'daily-matter',
    (p) => void (stageOf(p, 'rate').limits.finish = 'P7D'),
    { stage: 'rate', outcome: 'no-rating' },
  ],
  'gate-out-of-place': [
    'daily-matter',
    (p) => void gatesOf(p, 'do', 'cannot-be-done').push({ gate: 'rated-at-least', score: 3 }),
    { stage: 'do', outcome: 'cannot-be-done' },
  ],
  'gate-never-opens': [
    'one-matter-one-track',
    (p) => {
      gatesOf(p, 'assign', 'placed')[0] = { gate: 'orders-placed', min: 6 }
    },
    { stage: 'assign', outcome: 'placed', detail: { gate: 'orders-placed' } },
  ],
  'gates-contradict': [
    'daily-matter',
    (p) => void gatesOf(p, 'rate', 'content').push({ gate: 'rated-below', score: 3 }),
    { stage: 'rate', outcome: 'content' },
  ],
  'signer-not-here': [
    'level-three-response',
    (p) => void (stageOf(p, 'inspect').actors = ['committee']),
    { stage: 'inspect', outcome: 'accepted', detail: { seat: 'branch' } },
  ],
  'opens-without-gates': [
    'daily-matter',
    (p) => void (wayOf(p, 'do', 'done').gates = []),
    { stage: 'do', outcome: 'done' },
  ],
  'ambiguous-outcomes': [
    'daily-matter',
    (p) => {
      gatesOf(p, 'rate', 'not-content')[0] = { gate: 'rated-below', score: 4 }
    },
    { stage: 'rate', outcome: 'content', detail: { other: 'not-content' } },
  ],
  'sorting-without-way': [
    'three-colour-list',
    (p) => without(p, 'sort', 'green'),
    { stage: 'sort', detail: { level: 'I', colour: 'green', size: 'big' } },
  ],
  'nobody-takes-it': ['daily-matter', (p) => without(p, 'do', 'nobody-took-it'), { stage: 'do' }],
  'never-rated': ['daily-matter', (p) => without(p, 'rate', 'no-rating'), { stage: 'rate' }],
  'bad-rating-lost': ['daily-matter', (p) => without(p, 'rate', 'not-content'), { stage: 'rate' }],
  'failed-revisit-lost': ['daily-matter', (p) => without(p, 'revisit', 'back-again'), { stage: 'revisit' }],
  'passed-poll-lost': ['four-steps', (p) => without(p, 'vote', 'passed'), { stage: 'vote' }],
  'failed-poll-lost': ['four-steps', (p) => without(p, 'vote', 'failed'), { stage: 'vote' }],
  'upheld-objection-lost': ['four-steps', (p) => without(p, 'publish', 'not-right'), { stage: 'publish' }],
  'objections-passed-over': [
    'four-deliberations',
    (p) => void (wayOf(p, 'announce', 'published').gates = [{ gate: 'notice-elapsed' }]),
    { stage: 'announce', outcome: 'published' },
  ],
  'notice-past-finish': [
    'four-deliberations',
    (p) => void (stageOf(p, 'announce').limits.finish = 'P7D'),
    { stage: 'announce', detail: { hangs: 'P7D', finish: 'P7D' } },
  ],
  'notice-too-short': [
    'four-deliberations',
    (p) => void ((stageOf(p, 'agenda') as Of<'publish'>).settings.days = 14),
    { stage: 'agenda', source: 'R1.15《物业管理条例》第十四条' },
  ],
  'assembly-unannounced': [
    'five-party-talks',
    (p) => void (wayOf(p, 'visits', 'to-assembly').to = 'assembly'),
    { stage: 'visits', outcome: 'to-assembly' },
  ],
  'condition-never-asked-for': [
    'four-affairs',
    (p) => {
      for (const { outcomes } of p.stages)
        for (const outcome of outcomes) outcome.gates = outcome.gates.filter(({ gate }) => gate !== 'conditions-met')
    },
    { stage: 'submit' },
  ],
  'level-one-respond-slow': [
    'level-one-response',
    (p) => void (stageOf(p, 'contain').limits.respond = 'PT31M'),
    { stage: 'contain', source: 'R2.10 三级响应' },
  ],
  'level-one-control-slow': [
    'level-one-response',
    (p) => void (stageOf(p, 'contain').limits.control = 'PT3H'),
    { stage: 'contain' },
  ],
  'level-one-revisit-slow': [
    'level-one-response',
    (p) => void (stageOf(p, 'revisit').limits.finish = 'P2D'),
    { stage: 'revisit' },
  ],
  'level-two-finish-slow': [
    'level-two-response',
    (p) => void (stageOf(p, 'do').limits.finish = 'P6WD'),
    { stage: 'do', source: 'R2.10 12345' },
  ],
  'level-three-plan-slow': [
    'level-three-response',
    (p) => void (stageOf(p, 'joint-talk').limits.finish = 'P15D'),
    { stage: 'joint-talk' },
  ],
  'first-asked-lost': [
    'level-two-response',
    (p) => void (stageOf(p, 'close').actors = ['committee']),
    { source: 'R2.10 首问负责' },
  ],
  'slower-than-petitions': [
    'four-affairs',
    (p) => void (stageOf(p, 'do').limits.finish = 'P61D'),
    { stage: 'do', source: 'R2.11《信访工作条例》' },
  ],
  'poll-rule-unknown': [
    'four-steps',
    (p) => void ((stageOf(p, 'vote') as Of<'decide'>).settings.rule = 'by-and-by'),
    { stage: 'vote', detail: { rule: 'by-and-by' } },
  ],
  'poll-rule-replaced': [
    'four-steps',
    (p) => void ((stageOf(p, 'vote') as Of<'decide'>).settings.rule = 'cn-residents-meeting-1989'),
    { stage: 'vote', detail: { rule: 'cn-residents-meeting-1989', to: '2025-12-31' } },
  ],
  'owners-not-asked': [
    'four-steps',
    (p) => void ((stageOf(p, 'vote') as Of<'decide'>).settings.rule = 'cn-owners-committee'),
    { stage: 'vote', source: 'R1.1, R1.22《民法典》第二百七十八条' },
  ],
}

test.each(FINDING_CODES)('%s is found where it lies', (code) => {
  const [library, plant, where = {}] = DEFECTS[code]
  const procedure = structuredClone(procedureByKey(library)!)
  expect(checkProcedure(procedure)).toEqual([])
  plant(procedure)
  expect(checkProcedure(procedure)).toContainEqual(
    expect.objectContaining({ code, severity: FINDINGS[code], ...where }),
  )
})

test.each(FINDING_CODES)('%s is said in both languages, with nothing left unfilled', (code) => {
  const procedure = structuredClone(procedureByKey(DEFECTS[code][0])!)
  DEFECTS[code][1](procedure)
  const found = checkProcedure(procedure).find((finding) => finding.code === code)!
  expect(findingInWords(found, 'zh', procedure)).toMatch(/^[^{}–]*\p{Script=Han}[^{}–]*[。]$/u)
  expect(findingInWords(found, 'en', procedure)).toMatch(/^[^{}–]+\.$/)
})

test('there is a sentence for every code and no other', () => {
  expect(Object.keys(FINDING_WORDS).toSorted()).toEqual([...FINDING_CODES].toSorted())
})

test('a committee may decide where all owners are asked as well', () => {
  const procedure = structuredClone(procedureByKey('four-steps')!)
  const vote = stageOf(procedure, 'vote') as Of<'decide'>
  vote.settings.rule = 'cn-owners-committee'
  const assembly = structuredClone(vote)
  assembly.key = 'assembly'
  assembly.settings.rule = 'cn-civil-code-278-ordinary'
  // The agenda of an assembly is announced first; nothing else stands between the two votes.
  const agenda = structuredClone(stageOf(procedure, 'publish')) as Of<'publish'>
  Object.assign(agenda, { key: 'agenda', settings: { what: 'plan', days: 15 }, limits: { finish: 'P30D' } })
  wayOf({ ...procedure, stages: [agenda] }, 'agenda', 'published').to = 'assembly'
  wayOf(procedure, 'vote', 'passed').to = 'agenda'
  procedure.stages.push(agenda, assembly)
  expect(checkProcedure(procedure)).toEqual([])
})

test('a level I procedure without any control limit is flagged', () => {
  const procedure = structuredClone(procedureByKey('level-one-response')!)
  for (const { limits } of procedure.stages) delete limits.control
  expect(checkProcedure(procedure).map(({ code }) => code)).toEqual(['level-one-control-slow'])
})

test('what is no procedure at all is refused and not thrown', () => {
  for (const nonsense of [null, 7, 'text', [], {}, { stages: [] }])
    expect(checkProcedure(nonsense).every(({ code }) => code === 'not-well-formed')).toBe(true)
  expect(checkProcedure(null)).not.toEqual([])
})
