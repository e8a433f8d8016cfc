// Two signals that are never mixed: where the matter stands (chip), and how its clock stands (light, words and bar).
import type { ClockView, FollowView } from '@yishi/contract/matter'
import type { Language } from '@yishi/contract/pages'
import { phaseWords } from '../words/kinds.ts'
import { promiseSentence } from '../words/follow.ts'
import { restSentence } from '../words/rest.ts'
import { type Shape, ShapeIcon } from './icons.tsx'

type Phase = FollowView['phase']

export const PHASE_LOOKS = {
  received: { tone: 'info', shape: 'ring' },
  'in-hand': { tone: 'info', shape: 'half' },
  'to-rate': { tone: 'ok', shape: 'tick' },
  'to-revisit': { tone: 'ok', shape: 'half' },
  closed: { tone: 'mute', shape: 'square' },
} as const satisfies Record<Phase, { tone: string; shape: Shape }>

export const StatusChip = ({ phase, lang }: { phase: Phase; lang: Language }) => (
  <span className={`chip tone-${PHASE_LOOKS[phase].tone}`}>
    <ShapeIcon shape={PHASE_LOOKS[phase].shape} />
    {phaseWords[lang][phase]}
  </span>
)

export const LIGHT_SHAPES = { ok: 'tick', warn: 'triangle', bad: 'octagon' } as const satisfies Record<
  ClockView['light'],
  Shape
>

/** Drawn, not styled: a width in a style attribute would need a weaker content security policy. */
export const Bar = ({ share }: { share: number }) => (
  <svg className="bar" width="100%" height="12" aria-hidden="true" focusable="false">
    <rect className="bar-used" width={`${Math.round(Math.min(1, Math.max(0, share)) * 100)}%`} height="100%" />
  </svg>
)

type ClockGiven = { clock: ClockView; asOf: string; lang: Language }

/** The words that tick: the island takes over from the moment of `data-as-of`. A paused clock stands still. */
const Rest = ({ clock, asOf, lang }: ClockGiven) => (
  <span {...(clock.paused ? {} : { 'data-due': clock.due, 'data-as-of': asOf })}>{restSentence(clock, lang)}</span>
)

export const ClockPanel = (given: ClockGiven & { act: string }) => (
  <div className={`clock tone-${given.clock.light}`}>
    <p className="clock-rest">
      <ShapeIcon shape={LIGHT_SHAPES[given.clock.light]} />
      <Rest {...given} />
    </p>
    <p className="clock-promise">{promiseSentence(given.clock, given, given.lang)}</p>
    <Bar share={given.clock.share} />
  </div>
)

/** One line of light and rest, for lists. */
export const ClockLine = (given: ClockGiven) => (
  <p className={`clock-line tone-${given.clock.light}`}>
    <ShapeIcon shape={LIGHT_SHAPES[given.clock.light]} />
    <Rest {...given} />
  </p>
)
