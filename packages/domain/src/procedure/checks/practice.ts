// Law and practice on times: RULES R2.10 (hotline times, level I to III), R2.11 (petitions, 信访工作条例 2022).
import { type Limit, compareLimits } from '../../calendar/index.ts'
import type { Level } from '../../matter/sorting.ts'
import type { Act } from '../acts.ts'
import type { Procedure, Stage } from '../schema.ts'
import { type Finding, type FindingCode, found } from './finding.ts'

type TimeRule = {
  readonly code: FindingCode
  /** Null: for every procedure. */
  readonly level: Level | null
  readonly acts: readonly Act[]
  readonly limit: 'respond' | 'control' | 'finish'
  readonly most: Limit
  readonly source: string
}

const HOTLINE = 'R2.10 三级响应'

const TIME_RULES: readonly TimeRule[] = [
  {
    code: 'level-one-respond-slow',
    level: 'I',
    acts: ['sort', 'assign', 'do'],
    limit: 'respond',
    most: 'PT30M',
    source: HOTLINE,
  },
  {
    code: 'level-one-control-slow',
    level: 'I',
    acts: ['assign', 'do'],
    limit: 'control',
    most: 'PT2H',
    source: HOTLINE,
  },
  { code: 'level-one-revisit-slow', level: 'I', acts: ['revisit'], limit: 'finish', most: 'PT24H', source: HOTLINE },
  { code: 'level-two-finish-slow', level: 'II', acts: ['do'], limit: 'finish', most: 'P5WD', source: 'R2.10 12345' },
  {
    code: 'level-three-plan-slow',
    level: 'III',
    acts: ['discuss'],
    limit: 'finish',
    most: 'P2W',
    source: 'level-3-joint-response',
  },
  {
    code: 'slower-than-petitions',
    level: null,
    acts: ['assign', 'discuss', 'review', 'do'],
    limit: 'finish',
    most: 'P60D',
    source: 'R2.11《信访工作条例》',
  },
]

/** A procedure made for one level alone is held to that level's times. */
const isFor = ({ appliesTo: { levels } }: Procedure, level: Level): boolean =>
  levels?.length === 1 && levels[0] === level

const tooSlow = (stage: Stage, { code, acts, limit, most, source }: TimeRule): Finding[] => {
  const set = stage.limits[limit]
  return acts.includes(stage.act) && set && compareLimits(set, most) > 0
    ? [found(code, { stage: stage.key, detail: { limit: set, most }, source })]
    : []
}

/** An emergency without any limit for the thing at all is as slow as can be. */
const unset = (procedure: Procedure, rule: TimeRule): Finding[] => {
  const stages = procedure.stages.filter(({ act }) => rule.acts.includes(act))
  return stages.some(({ limits }) => limits[rule.limit])
    ? []
    : [found(rule.code, { detail: { limit: '–', most: rule.most }, source: rule.source })]
}

const times = (procedure: Procedure): Finding[] =>
  TIME_RULES.filter(({ level }) => level === null || isFor(procedure, level)).flatMap((rule) => [
    ...procedure.stages.flatMap((stage) => tooSlow(stage, rule)),
    ...(rule.level === 'I' ? unset(procedure, rule) : []),
  ])

/** 首问负责: whoever takes a daily request in hand is still there when it is closed. */
const firstAsked = (procedure: Procedure): Finding[] => {
  if (!isFor(procedure, 'II')) return []
  const actorsIn = (act: Act): readonly string[] =>
    procedure.stages.filter((stage) => stage.act === act).flatMap(({ actors }) => actors)
  const closing = actorsIn('close')
  return closing.length === 0 || actorsIn('sort').some((seat) => closing.includes(seat))
    ? []
    : [found('first-asked-lost', { source: 'R2.10 首问负责' })]
}

export const checkPractice = (procedure: Procedure): Finding[] => [...times(procedure), ...firstAsked(procedure)]
