// Between what the form of a round holds and what is sent; empty lines of projects are nobody's project.
import type { BudgetFile, BudgetPlan } from '@yishi/contract/budget'

type ProjectValues = {
  readonly name?: string
  readonly cost?: string
  readonly place?: string
  readonly note?: string
}
export type PlanValues = {
  readonly title?: string
  readonly purpose?: string
  /** `''` for the whole community. */
  readonly node?: string
  readonly amount?: string
  readonly lastDay?: string
  readonly projects: readonly (ProjectValues | undefined)[]
}

const trimmed = (text: string | undefined): string => (text ?? '').trim()

/** `400,000` is read as it is meant. */
const amount = (text: string | undefined): string => trimmed(text).replaceAll(/[,，\s]/g, '')

export const planOf = (values: PlanValues): BudgetPlan => ({
  title: trimmed(values.title),
  purpose: trimmed(values.purpose),
  node: values.node ? values.node : null,
  amount: amount(values.amount),
  lastDay: trimmed(values.lastDay) as BudgetPlan['lastDay'],
  projects: values.projects
    .filter((project) => trimmed(project?.name) !== '' || trimmed(project?.cost) !== '')
    .map((project) => ({
      name: trimmed(project?.name),
      cost: amount(project?.cost),
      place: trimmed(project?.place),
      note: trimmed(project?.note),
    })),
})

type FromFile = {
  readonly title: string
  readonly amount: string
  readonly projects: readonly {
    readonly name: string
    readonly cost: string
    readonly place: string
    readonly note: string
  }[]
}

/** Its projects take the place of those in the form, and its amount; a title that somebody has written stays. */
export const withPb = (values: PlanValues, { title, amount, projects }: FromFile): PlanValues => ({
  ...values,
  ...(trimmed(values.title) === '' && title !== '' && { title }),
  ...(amount !== '' && { amount }),
  projects: projects.map(({ name, cost, place, note }) => ({ name, cost, place, note })),
})

export const EMPTY_PLAN: PlanValues = { node: '', projects: [{}, {}, {}] }

export const valuesOf = ({ title, purpose, part, amount, lastDay, projects }: BudgetFile): PlanValues => ({
  title,
  purpose,
  node: part?.node ?? '',
  amount,
  lastDay,
  projects: projects.map(({ name, cost, place, note }) => ({ name, cost, place, note })),
})
