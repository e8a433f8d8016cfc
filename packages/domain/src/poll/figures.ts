// The figures of a count as tellers write them down: complete, possible, and read for one choice at a time.
import { z } from 'zod'
import { type Refused, refuse } from '../kernel/index.ts'
import { type CountRefusal, type Counts, countsSchema, impossible } from './counts.ts'
import { choicesOf, marksOf, mostMarks, namesSeveral } from './marking.ts'
import { type Amounts, amountsOf, amountsSchema, sumOf, unitsOf, written } from './measure.ts'
import { HIGHEST_SCORE, MOST_OPTIONS, type Question } from './question.ts'
import { againstOf } from './candidates.ts'
import type { PollRule } from './rule.ts'

const plainSchema = z.strictObject({
  present: amountsSchema.optional(),
  votes: z.record(z.string().max(20), amountsSchema),
  /** Valid ballots that name anything; needed only where one ballot may name several. */
  cast: amountsSchema.optional(),
  abstain: amountsSchema.default({}),
  invalid: amountsSchema.default({}),
  /** Of a question that ranks: how many ballots have each order, the most frequent first. */
  orders: z
    .array(z.strictObject({ order: z.array(z.string().max(20)).min(1).max(MOST_OPTIONS), count: z.int().min(1) }))
    .optional(),
  /** Of a question that scores: how many ballots give an option 0, 1, 2 … points. */
  points: z.record(z.string().max(20), z.array(z.int().min(0)).max(HIGHEST_SCORE + 1)).optional(),
  /** Delivered and never returned, and those of them that may follow a majority (R1.31); only where the rule knows such ballots. */
  silent: amountsSchema.optional(),
  proven: amountsSchema.optional(),
})

const zoneFiguresSchema = z.strictObject({
  zone: z.string().max(100),
  electorate: amountsSchema,
  figures: plainSchema,
})
export type ZoneFigures = z.infer<typeof zoneFiguresSchema>

/** What tellers write down: amounts for each choice, and those apart; by zone as well where zones consent. */
export const figuresSchema = plainSchema.extend({ zones: z.array(zoneFiguresSchema).max(200).optional() })
type PlainFigures = z.infer<typeof plainSchema>
export type Figures = z.infer<typeof figuresSchema>

export type FiguresRefusal = CountRefusal | 'counts-incomplete' | 'counts-exceed-marks'

const castOf = (figures: PlainFigures, { measures }: PollRule): Amounts =>
  figures.cast ?? sumOf(Object.values(figures.votes), measures)

/** The same figures are written the same way, `20000` or `20000.00`. */
export const plainFigures = ({ zones, ...figures }: Figures): Figures => ({
  ...plainOf(figures),
  ...(zones && {
    zones: zones.map(({ zone, electorate, figures }) => ({
      zone,
      electorate: plain(electorate),
      figures: plainOf(figures),
    })),
  }),
})

const plain = (amounts: Amounts) => amountsOf((measure) => unitsOf(amounts, measure))

const plainOf = ({ votes, abstain, invalid, ...more }: PlainFigures): PlainFigures => ({
  ...(more.present && { present: plain(more.present) }),
  votes: Object.fromEntries(Object.entries(votes).map(([key, amounts]) => [key, plain(amounts)])),
  ...(more.cast && { cast: plain(more.cast) }),
  ...(more.orders && { orders: more.orders }),
  ...(more.points && { points: more.points }),
  abstain: plain(abstain),
  invalid: plain(invalid),
  ...(more.silent && { silent: plain(more.silent) }),
  ...(more.proven && { proven: plain(more.proven) }),
})

const less = (whole: Amounts, part: Amounts): Amounts =>
  amountsOf((measure) => {
    const all = unitsOf(whole, measure)
    return all === null ? null : all - (unitsOf(part, measure) ?? 0n)
  })

/** Whoever named others is against this one; where a ballot says for or against each by name, whoever said neither abstains. */
const othersOn = (choice: string, cast: Amounts, { votes, abstain }: PlainFigures, { measures }: PollRule) => {
  const agreed = votes[choice] ?? {}
  const against = votes[againstOf(choice)]
  if (!against) return { against: less(cast, agreed), abstain }
  return { against, abstain: sumOf([less(less(cast, agreed), against), abstain], measures) }
}

/** The count of one choice as if it had been asked alone. */
export const countsFor = (rule: PollRule, figures: PlainFigures, choice: string): Counts => {
  const { present, votes, invalid, silent, proven } = figures
  return countsSchema.parse({
    ...(present && { present }),
    for: votes[choice] ?? {},
    ...othersOn(choice, castOf(figures, rule), figures, rule),
    invalid,
    ...(silent && { silent }),
    ...(proven && { proven }),
  })
}

type Asking = { readonly rule: PollRule; readonly electorate: Amounts; readonly question: Question }

const needsPresent = ({ quorum, majority }: PollRule): boolean =>
  [...quorum, ...majority].some(({ part, whole }) => part === 'present' || whole === 'present')

const complete = ({ rule, question }: Asking, figures: Figures, byHand: boolean): boolean => {
  const known = marksOf(question)
  const all = [...known.map((key) => figures.votes[key]), figures.abstain, figures.invalid]
  const present = byHand && needsPresent(rule) ? [figures.present] : []
  const cast = namesSeveral(question) ? [figures.cast] : []
  const given = Object.keys(figures.votes).every((key) => known.includes(key))
  return given && [...all, ...present, ...cast].every((each) => rule.measures.every((m) => each?.[m] !== undefined))
}

/** Nobody has more marks, or hands, than the question allows: together there are at most so many times those who made any (R7.30). */
const tooManyMarks = ({ rule, question }: Asking, figures: Figures): Refused<'counts-exceed-marks'> | null => {
  const [marks, cast] = [sumOf(Object.values(figures.votes), rule.measures), castOf(figures, rule)]
  const most = mostMarks(question)
  for (const measure of rule.measures) {
    const [sum, whole] = [unitsOf(marks, measure) ?? 0n, (unitsOf(cast, measure) ?? 0n) * BigInt(most)]
    if (sum > whole)
      return refuse('counts-exceed-marks', {
        measure,
        sum: written(measure, sum),
        most,
        total: written(measure, whole),
      })
  }
  return null
}

/** Figures with a gap, or that cannot be true. */
export const wrongFigures = (asking: Asking, figures: Figures, byHand: boolean): Refused<FiguresRefusal> | null => {
  if (!complete(asking, figures, byHand)) return refuse('counts-incomplete')
  const { rule, electorate, question } = asking
  const cast = castOf(figures, rule)
  const exceeds = (amounts: Amounts) =>
    rule.measures.some((measure) => (unitsOf(amounts, measure) ?? 0n) > (unitsOf(cast, measure) ?? 0n))
  const said = (choice: string) =>
    sumOf([figures.votes[choice] ?? {}, figures.votes[againstOf(choice)] ?? {}], rule.measures)
  if (choicesOf(question).some((choice) => exceeds(said(choice)))) return refuse('counts-incomplete')
  const tooMany = namesSeveral(question) ? tooManyMarks(asking, figures) : null
  if (tooMany) return tooMany
  return choicesOf(question).reduce<Refused<CountRefusal> | null>(
    (no, choice) => no ?? impossible(electorate, countsFor(rule, figures, choice)),
    null,
  )
}

/** Those whose ballots take part, as the rule counts them. */
export const participantsOf = (rule: PollRule, figures: Figures): Amounts =>
  sumOf(
    [
      castOf(figures, rule),
      ...(rule.abstaining === 'participates' ? [figures.abstain] : []),
      ...(rule.invalid === 'participates' ? [figures.invalid] : []),
    ],
    rule.measures,
  )
