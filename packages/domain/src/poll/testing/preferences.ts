// Four makes of lift to be ranked, scored, ticked or picked, and the rule under which residents are asked each.
import type { Actor, Ids } from '../../kernel/index.ts'
import { WEDNESDAY } from '../../reactions/testing/world.ts'
import { type PollRule, type Question, countBallots, drawLotsAt, outcomeOf, pollRuleByKey } from '../index.ts'

export const KEYS = ['option-1', 'option-2', 'option-3', 'option-4'] as const
export const options = ['三菱', '日立', '通力', '奥的斯'].map((text, index) => ({ key: KEYS[index]!, text }))
const asked = { text: '电梯换哪个牌子？', explanation: '', options }
export const RANKED = { type: 'ranked', ...asked, seats: 1 } satisfies Question
export const SEATS = { type: 'ranked', ...asked, seats: 2 } satisfies Question
export const SCORED = { type: 'scored', ...asked, seats: 1, highest: 5 } satisfies Question
export const APPROVAL = { type: 'approval', ...asked, seats: 1 } satisfies Question
export const LIMITED = { type: 'limited', ...asked, seats: 2, most: 2 } satisfies Question
export const ruleFor = ({ type }: Question): PollRule => pollRuleByKey(`residents-${type}`)!

const ids: Ids = (prefix) => `${prefix}_new`
export const meta = (actor: Actor) => ({ actor, now: WEDNESDAY, ids })

export type Choices = readonly (readonly string[])[]
export const count = (question: Question, all: Choices) =>
  countBallots(
    { rule: ruleFor(question), question },
    all.map((choice, head) => ({ head, zone: '', proof: 'none' as const, choice, amounts: {} })),
  )
export const LOTS = drawLotsAt(RANKED, 'a'.repeat(64), WEDNESDAY)
export const outcome = (question: Question, all: Choices, rule = ruleFor(question)) =>
  outcomeOf({ rule, question, electorate: { heads: all.length }, lots: LOTS.order }, count(question, all))
