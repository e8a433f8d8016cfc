// Consents of zones: each zone is judged by itself, so many of them must agree, and where the rule gives a veto one may stop all.
import { type ZoneFigures, countsFor } from './figures.ts'
import { type Inequality, inequalityOf } from './inequality.ts'
import type { PollRule, Regime } from './rule.ts'
import { type Strict, tally, vetoLines } from './tally.ts'

export type ZoneVerdict = {
  readonly zone: string
  readonly passed: boolean
  readonly vetoed: boolean
  readonly lines: readonly Inequality[]
}
type Zoned = { readonly rule: PollRule; readonly zones: readonly ZoneFigures[]; readonly choice: string }

const judge = ({ rule, choice }: Zoned, { zone, electorate, figures }: ZoneFigures, regime: Regime): ZoneVerdict => {
  const counts = countsFor(rule, figures, choice)
  const { passed, lines } = tally(rule, electorate, counts, regime)
  const veto = rule.zones?.veto
  const against = veto ? vetoLines({ rule, electorate, counts }, veto) : []
  return { zone, passed, vetoed: against.length > 0 && against.every(({ holds }) => holds === true), lines }
}

const consents = ({ rule }: Zoned, verdicts: readonly ZoneVerdict[]): Inequality => {
  const { at, share, article, ref } = rule.zones!
  const threshold = { part: 'for', whole: 'electorate', at, share, article, ref } as const
  const agreeing = verdicts.filter(({ passed }) => passed).length
  return inequalityOf(
    { test: 'majority', threshold, measure: 'zones', electorate: rule.electorate },
    { part: BigInt(agreeing), whole: BigInt(verdicts.length) },
  )
}

const vetoes = ({ rule }: Zoned, verdicts: readonly ZoneVerdict[]): readonly Inequality[] => {
  const veto = rule.zones?.veto
  if (!veto) return []
  const stopping = verdicts.filter(({ vetoed }) => vetoed).length
  const holds = stopping === 0
  const { share, at, ref, article } = veto
  const [part, whole] = [String(stopping), String(verdicts.length)]
  const sign = holds ? '✓' : '✗'
  return [
    {
      test: 'majority',
      measure: 'zones',
      part,
      whole,
      share,
      at,
      holds,
      ref,
      zh: `否决片区 ${part} 个（共 ${whole} 个），须为 0 个 ${sign} (${ref} ${article.zh})`,
      en: `Zones that veto: ${part} of ${whole}, must be 0 ${sign} (${ref} ${article.en})`,
    },
  ]
}

/** The verdict of all together, with the lines of the zones below its own. */
export const withZones = <Whole extends Strict>(
  whole: Whole,
  zoned: Zoned,
  regime: Regime,
): Whole & { readonly zones: readonly ZoneVerdict[] } => {
  const zones = zoned.zones.map((each) => judge(zoned, each, regime))
  const lines = [consents(zoned, zones), ...vetoes(zoned, zones)]
  const passed = whole.passed && lines.every(({ holds }) => holds === true)
  return { ...whole, passed, lines: [...whole.lines, ...lines], zones }
}
