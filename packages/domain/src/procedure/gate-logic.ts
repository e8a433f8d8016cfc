// How gates stand to one another: which cannot be open together, and which open by the same thing that happens.
import type { Gate, GateName, GateOf } from './gates.ts'

const ofKind = <Name extends GateName>(gates: readonly Gate[], name: Name): readonly GateOf<Name>[] =>
  gates.filter((gate): gate is GateOf<Name> => gate.gate === name)

/** What a gate looks at. */
type Subject =
  | 'sorting'
  | 'orders'
  | 'talk'
  | 'signatures'
  | 'conditions'
  | 'poll'
  | 'draw'
  | 'notice'
  | 'project'
  | 'answer'
  | 'rating'
  | 'revisit'
  | 'conventions'
  | 'time'

const LOOKS_AT = {
  'sorted-as': 'sorting',
  'orders-placed': 'orders',
  'orders-done': 'orders',
  'all-declined': 'orders',
  'evidence-attached': 'orders',
  'talk-ended': 'talk',
  quorum: 'talk',
  'signed-by': 'signatures',
  'conditions-met': 'conditions',
  'poll-passed': 'poll',
  'poll-failed': 'poll',
  'draw-settled': 'draw',
  'notice-elapsed': 'notice',
  'objections-answered': 'notice',
  'objection-upheld': 'notice',
  'milestones-accepted': 'project',
  'answer-given': 'answer',
  'rated-at-least': 'rating',
  'rated-below': 'rating',
  revisited: 'revisit',
  'convention-recorded': 'conventions',
  waited: 'time',
} as const satisfies Record<GateName, Subject>

export const looksAt = (gate: Gate): Subject => LOOKS_AT[gate.gate]

/** Facts that stay when a new stage begins, so that a gate on them may be open at once. */
const LASTING: readonly Subject[] = ['sorting', 'orders', 'conditions', 'project', 'answer', 'conventions']
export const lasts = (gate: Gate): boolean => LASTING.includes(looksAt(gate))

const different = (values: readonly string[]): boolean => new Set(values).size > 1

const noneCommon = (lists: readonly (readonly string[] | undefined)[]): boolean => {
  const [first, ...rest] = lists.filter((list) => list !== undefined)
  return first !== undefined && !first.some((value) => rest.every((list) => list.includes(value)))
}

const ratingsContradict = (gates: readonly Gate[]): boolean => {
  const least = Math.max(1, ...ofKind(gates, 'rated-at-least').map(({ score }) => score))
  const below = Math.min(6, ...ofKind(gates, 'rated-below').map(({ score }) => score))
  return least >= below
}

/** Do the `sorted-as` gates among these ask for two sortings at once? */
export const sortingsContradict = (gates: readonly Gate[]): boolean => {
  const sorted = ofKind(gates, 'sorted-as')
  return (['levels', 'colours', 'sizes'] as const).some((word) => noneCommon(sorted.map((gate) => gate[word])))
}

const signaturesContradict = (gates: readonly Gate[]): boolean => {
  const signed = ofKind(gates, 'signed-by')
  return signed.some((one) => signed.some((other) => one.seat === other.seat && one.verdict !== other.verdict))
}

/** They speak of work that somebody took on. */
const OF_WORK: ReadonlySet<GateName> = new Set([
  'orders-placed',
  'orders-done',
  'evidence-attached',
  'milestones-accepted',
])

/** Can these gates never all be open at one moment? */
export const contradict = (gates: readonly Gate[]): boolean =>
  ratingsContradict(gates) ||
  sortingsContradict(gates) ||
  signaturesContradict(gates) ||
  different(ofKind(gates, 'talk-ended').map((gate) => gate.as)) ||
  different(ofKind(gates, 'revisited').map((gate) => gate.found)) ||
  (ofKind(gates, 'poll-passed').length > 0 && ofKind(gates, 'poll-failed').length > 0) ||
  (ofKind(gates, 'objections-answered').length > 0 && ofKind(gates, 'objection-upheld').length > 0) ||
  (ofKind(gates, 'all-declined').length > 0 && gates.some(({ gate }) => gate !== 'all-declined' && OF_WORK.has(gate)))

/**
 * Can two lists of gates open at the same moment? They can where one happening may open both, or where both
 * look only at what lasts and so may be open on entering. Gates without a common fact open one after the other.
 */
export const openTogether = (first: readonly Gate[], second: readonly Gate[]): boolean => {
  if (contradict([...first, ...second])) return false
  const common = first.some((one) => second.some((other) => looksAt(one) === looksAt(other)))
  const onEntering = first.every(lasts) && second.every(lasts)
  const waitingFirst = first.some(({ gate }) => gate === 'waited') && !second.some(({ gate }) => gate === 'waited')
  return common || onEntering || waitingFirst
}
