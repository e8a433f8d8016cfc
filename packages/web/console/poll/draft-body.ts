// From the fields of the draft form to what the contract asks.
import type { PlanDraft, PollDraft, PollFile, PollVoter } from '@yishi/contract/poll'
import type { UnitChoice } from '@yishi/contract/unit-choice'
import type { QuestionDraft } from '@yishi/contract/question'
import {
  type Candidate,
  type Marking,
  type Measure,
  type PollRule,
  type Question,
  type ScopeKind,
  type Tie,
  UNPREPARED,
  asksOwners,
} from '@yishi/domain/poll'
import type { UnitUse } from '@yishi/domain/territory'

export type DraftValues = {
  readonly text: string
  readonly explanation?: string
  readonly type: QuestionDraft['type']
  readonly options?: readonly Partial<Pick<Candidate, 'text' | 'profile' | 'consented'>>[]
  readonly most?: number
  readonly committee?: number
  readonly sitting?: number
  readonly marking?: Marking
  readonly tie?: Tie
  readonly again?: `pol_${string}` | null
  readonly seats?: number
  readonly highest?: number
  readonly rule: string
  readonly way: PollDraft['way']
  readonly from: 'people' | 'totals' | 'units'
  /** `building nod_1`: kind and node of the units that vote. */
  readonly scope?: string
  /** The units picked one by one, where the scope is `units `. */
  readonly units?: readonly string[]
  readonly uses?: readonly UnitUse[]
  readonly plan?: Partial<PlanDraft>
  /** Owners have asked for the meeting: what stands of it in the plan counts. */
  readonly proposed?: boolean
  readonly persons?: readonly string[]
  readonly names?: string
  readonly totals?: Readonly<Partial<Record<Measure, string>>>
}

/** What was left open is for the server to refuse: nothing is guessed here. */
const candidatesOf = ({ text, explanation = '', options = [], ...values }: DraftValues): QuestionDraft =>
  ({
    type: 'candidates',
    text,
    explanation,
    options: options.map(({ text: name, profile, consented }) => ({ text: name, profile, consented })),
    committee: values.committee,
    sitting: values.sitting,
    marking: values.marking,
    tie: values.tie,
    again: values.again ?? null,
  }) as QuestionDraft

export const questionOf = (values: DraftValues): QuestionDraft => {
  const { type, text, explanation = '', most = 1, seats = 1, highest = 5 } = values
  const asked = { text, explanation }
  const options = (values.options ?? []).map((option) => option.text ?? '')
  switch (type) {
    case 'for-against':
      return { type, ...asked }
    case 'choose-one':
      return { type, ...asked, options }
    case 'choose-some':
      return { type, ...asked, options, most }
    case 'ranked':
    case 'approval':
      return { type, ...asked, options, seats }
    case 'scored':
      return { type, ...asked, options, seats, highest }
    case 'limited':
      return { type, ...asked, options, seats, most }
    case 'candidates':
      return candidatesOf(values)
  }
}

const namesIn = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** An area stays the text that was typed, so that nothing is rounded. */
const amount = (measure: Measure, typed: string | undefined) => {
  const text = (typed ?? '').trim()
  return measure === 'area' ? text : Number(text)
}

const unitsOf = ({ scope = '', uses = [], units = [] }: DraftValues): PollDraft['electorate'] => {
  const [kind = '', node = ''] = scope.split(' ')
  return {
    units: {
      kind: kind as ScopeKind,
      node: node || null,
      units: kind === 'units' ? [...units] : [],
      uses: [...uses],
      zones: 'zone',
    },
  }
}

/** What was left open is for the server to refuse: nothing is guessed here. */
const planOf = ({ plan = {}, proposed = false, uses = [] }: DraftValues): PlanDraft => {
  const { told, paper, parking, proposal } = { ...UNPREPARED, ...plan.preparation }
  const preparation = {
    told,
    paper,
    parking: uses.includes('parking') ? parking : '',
    proposal: proposed ? proposal : null,
  }
  const basis = plan.regime === 'strict' ? { basis: '' } : {}
  return { basis: '', reelection: false, ...plan, ...basis, preparation } as PlanDraft
}

/** What one question of an agenda has of its own. */
export const termsOf = (values: DraftValues): Pick<PlanDraft, 'topic' | 'regime' | 'basis'> => {
  const { topic, regime, basis } = planOf(values)
  return { topic, regime, basis }
}

const electorateOf = (
  { from, persons = [], names = '', totals = {} }: DraftValues,
  rule: PollRule,
): PollDraft['electorate'] =>
  from === 'totals'
    ? { totals: Object.fromEntries(rule.measures.map((measure) => [measure, amount(measure, totals[measure])])) }
    : { voters: [...persons.map((person) => ({ person })), ...namesIn(names).map((name) => ({ name }))] }

export const draftOf = (values: DraftValues, rule: PollRule): PollDraft => ({
  rule: values.rule,
  way: values.way,
  question: questionOf(values),
  electorate: values.from === 'units' ? unitsOf(values) : electorateOf(values, rule),
  plan: values.from === 'units' && asksOwners(rule) ? planOf(values) : null,
})

/** What was planned, without what has happened to it since. */
const planIn = ({
  topic,
  regime,
  basis,
  caller,
  reelection,
  opensAt,
  closesAt,
  preparation = UNPREPARED,
}: PlanDraft): PlanDraft => ({ topic, regime, basis, caller, reelection, opensAt, closesAt, preparation })

const isProposed = ({ preparation }: Pick<PlanDraft, 'preparation'>): boolean =>
  (preparation?.proposal ?? null) !== null

/** A question as it stands, back in its fields. */
export const questionValues = (question: Question) => {
  const { type, text, explanation } = question
  const numbers = {
    most: 'most' in question ? question.most : 1,
    seats: 'seats' in question ? question.seats : 1,
    highest: question.type === 'scored' ? question.highest : 5,
  }
  const asked = { type, text, explanation, ...numbers }
  if (question.type === 'for-against') return { ...asked, options: [{}, {}] }
  if (question.type !== 'candidates')
    return { ...asked, options: question.options.map((each) => ({ text: each.text })) }
  const { committee, sitting, marking, tie, again } = question
  const options = question.options.map(({ text: name, profile, consented }) => ({ text: name, profile, consented }))
  return { ...asked, options, committee, sitting, marking, tie, again }
}

/** The units of a draft, as they are picked from. */
export const pickedIn = (voters: readonly PollVoter[]): readonly UnitChoice[] =>
  voters.flatMap(({ name, unit }) =>
    unit ? [{ unit: unit.id, name, floor: null, use: unit.use, area: unit.area }] : [],
  )

/** Households have no plan that would tell of which kind they are. */
const usesIn = (voters: readonly PollVoter[]): readonly UnitUse[] => [
  ...new Set(pickedIn(voters).map(({ use }) => use)),
]

/** A node as the scope of a draft names it. */
export type ScopeNode = { readonly node: string; readonly kind: string; readonly path: string }

/** Empty where the place is gone from the territory: then it is asked anew. */
const scopeIn = ({ kind, path }: { kind: string; path: string }, nodes: readonly ScopeNode[]) => {
  if (kind === 'community') return { scope: 'community ' }
  const found = nodes.find((each) => each.path === path && each.kind === kind)
  return found ? { scope: `${kind} ${found.node}` } : {}
}

/** What a draft says, back in the fields that it came from. */
export const valuesOf = (
  { question, rule, way, electorate, assembly }: PollFile,
  voters: readonly PollVoter[],
  nodes: readonly ScopeNode[] = [],
): DraftValues => ({
  ...questionValues(question),
  rule: rule.key,
  way,
  from:
    rule.ballotOf === 'unit' && electorate.named !== null ? 'units' : electorate.named === null ? 'totals' : 'people',
  ...(assembly && { plan: planIn(assembly), uses: assembly.scope.uses, proposed: isProposed(assembly) }),
  ...(assembly && scopeIn(assembly.scope, nodes)),
  ...(rule.ballotOf === 'unit' && !assembly && { uses: usesIn(voters) }),
  ...((assembly ? assembly.scope.kind === 'units' : rule.ballotOf === 'unit') && {
    scope: 'units ',
    // A list that changed while it was read comes in part: half of a list would be another question to other people.
    units: electorate.named === voters.length ? pickedIn(voters).map(({ unit }) => unit) : [],
  }),
  persons: voters.flatMap(({ person }) => (person === null ? [] : [person])),
  names: voters
    .filter(({ person }) => person === null)
    .map(({ name }) => name)
    .join('\n'),
  totals: Object.fromEntries(Object.entries(electorate.totals).map(([measure, amount]) => [measure, String(amount)])),
})
