// Which kinds of question some rule allows, and the rule that comes with a kind once it is chosen.
import type { PollRule } from '@yishi/domain/poll'
import { forElection, forUnits, topicUnder } from './beginnings.ts'
import type { DraftValues } from './draft-body.ts'

const TYPES = [
  'for-against',
  'choose-one',
  'choose-some',
  'ranked',
  'scored',
  'approval',
  'limited',
  'candidates',
] as const

export const typesUnder = (rules: readonly PollRule[]) =>
  TYPES.filter((each) => rules.some(({ questions }) => questions.includes(each)))

type Ruled = { readonly held: PollRule | undefined; readonly next: PollRule | null }

/** The rule that is held now, and the one that takes its place where it does not allow the kind that was chosen. */
const ruled = (rules: readonly PollRule[], changed: Partial<DraftValues>, now: DraftValues): Ruled => {
  const held = rules.find(({ key }) => key === now.rule)
  const unfit = changed.type !== undefined && !held?.questions.includes(changed.type)
  return { held, next: unfit ? (rules.find(({ questions }) => questions.includes(now.type)) ?? null) : null }
}

/** The kind of question is chosen first, and a rule that allows it comes with it. */
export const fitting = (
  rules: readonly PollRule[],
  changed: Partial<DraftValues>,
  now: DraftValues,
): Partial<DraftValues> => {
  const { held, next } = ruled(rules, changed, now)
  const rule = next ?? (changed.rule ? held : undefined)
  if (!rule) return {}
  return {
    ...(next && { rule: next.key }),
    way: rule.ways.at(-1)!,
    ...forUnits(rule, now.plan?.topic),
    ...forElection(rule),
  }
}

/** The same of a further question: units and dates are the first one's, so that only the rule and what it asks come along. */
export const fittingFurther = (
  rules: readonly PollRule[],
  changed: Partial<DraftValues>,
  now: DraftValues,
): Partial<DraftValues> => {
  const { held, next } = ruled(rules, changed, now)
  const rule = next ?? (changed.rule ? held : undefined)
  if (!rule) return {}
  const plan = { regime: 'strict' as const, ...topicUnder(rule, now.plan?.topic) }
  return { ...(next && { rule: next.key }), ...forElection(rule), plan }
}
