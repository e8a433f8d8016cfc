// The verdicts on the rows of an uploaded list, each with its count; one of them may be chosen.
import { Glyph, type Shape } from './glyph.tsx'

export type VerdictLook = readonly [shape: Shape, tone: string]

type Props<Verdict extends string> = {
  readonly label: string
  readonly all: string
  /** In the order in which they are shown, each with its name, look and count. */
  readonly verdicts: readonly {
    readonly verdict: Verdict
    readonly name: string
    readonly look: VerdictLook
    readonly count: number
  }[]
  readonly chosen: Verdict | null
  readonly choose: (verdict: Verdict | null) => void
}

export const VerdictFilter = <Verdict extends string>({ label, all, verdicts, chosen, choose }: Props<Verdict>) => (
  <div className="row" role="group" aria-label={label}>
    <button type="button" className="pill" aria-pressed={chosen === null} onClick={() => choose(null)}>
      {all}
    </button>
    {verdicts.map(({ verdict, name, look: [shape, tone], count }) => (
      <button
        key={verdict}
        type="button"
        className={tone === 'bad' ? 'pill bad' : 'pill'}
        aria-pressed={chosen === verdict}
        onClick={() => choose(verdict)}
      >
        <Glyph shape={shape} />
        {`${name} ${count}`}
      </button>
    ))}
  </div>
)

export const VerdictChip = ({ name, look: [shape, tone] }: { name: string; look: VerdictLook }) => (
  <span className={`chip ${tone}`}>
    <Glyph shape={shape} />
    {name}
  </span>
)
