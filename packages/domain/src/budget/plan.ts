// Whether a plan can be voted on at all: an amount, at least two different projects that it could pay for, and a last day.
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { daysBetween, localDateOf } from '../calendar/index.ts'
import { type Instant, type Refused, refuse } from '../kernel/index.ts'
import { canonicalText } from '../ledger/index.ts'
import { type Rational, compare, decimal } from '../rational/index.ts'
import { MOST_DAYS, type Method, type Plan, type PlanRefusal } from './round.ts'

const YUAN = /^(0|[1-9]\d{0,9})(\.\d{1,2})?$/

/** Yuan and fen as people write them; null for nothing, or for what is no such amount. */
export const yuan = (text: string): Rational | null => {
  const amount = YUAN.test(text) ? decimal(text) : null
  return amount && amount.numerator > 0n ? amount : null
}

const unfitProjects = ({ projects }: Plan, amount: Rational): Refused<PlanRefusal> | null => {
  if (projects.length < 2) return refuse('projects-too-few')
  if (new Set(projects.map(({ name }) => name)).size < projects.length) return refuse('project-twice')
  for (const { name, cost } of projects) {
    const price = yuan(cost)
    if (!price) return refuse('project-cost-unfit', { project: name })
    if (compare(price, amount) > 0) return refuse('project-too-dear', { project: name })
  }
  return null
}

export const unfit = (plan: Plan, now: Instant): Refused<PlanRefusal> | null => {
  const amount = yuan(plan.amount)
  if (!amount) return refuse('amount-unfit')
  const days = daysBetween(localDateOf(now), plan.lastDay)
  if (days < 1 || days > MOST_DAYS) return refuse('last-day-unfit', { most: MOST_DAYS })
  return unfitProjects(plan, amount)
}

/** SHA-256 over the canonical text of what is voted on, and by which method it will be counted. */
export const digestOf = (plan: Plan, method: Method): string =>
  bytesToHex(sha256(utf8ToBytes(canonicalText({ plan, method }))))
