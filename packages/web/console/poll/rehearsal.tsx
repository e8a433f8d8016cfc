// A rehearsal while a poll runs: what is still missing to be valid under each regime, and in which buildings; never what anybody chose.
import type { PollFile } from '@yishi/contract/poll'
import { consoleAssemblyWords } from '../../words/console-assembly.ts'
import { useWords } from '../language.tsx'

type Given = { readonly file: PollFile }
type Rehearsed = NonNullable<PollFile['rehearsal']>[number]

const MOST_BUILDINGS = 8

const Line = ({ line: { measure, have, needed, missing } }: { line: Rehearsed['lines'][number] }) => {
  const words = useWords(consoleAssemblyWords)
  const enough = Number(missing) === 0
  return (
    <li>
      <span className="num">{words.need(words.amount(have, measure), words.amount(needed, measure))}</span>{' '}
      <strong className={enough ? 'tone-ok' : 'tone-warn'}>
        {enough ? words.enough : words.missing(words.amount(missing, measure))}
      </strong>
    </li>
  )
}

const cents = (area: string): number => Math.round(Number(area) * 100)

/** Where most of the area is still out. */
const Missing = ({ file: { turnout } }: Given) => {
  const words = useWords(consoleAssemblyWords)
  const open = turnout.groups
    .map(({ name, cast, of, area }) => ({
      name,
      units: of - cast,
      area: area ? cents(area.of) - cents(area.cast) : 0,
    }))
    .filter(({ units }) => units > 0)
    .toSorted((a, b) => b.area - a.area)
    .slice(0, MOST_BUILDINGS)
  if (open.length === 0) return null
  return (
    <>
      <h3>{words.fewest}</h3>
      <ul>
        {open.map(({ name, units, area }) => (
          <li key={name}>
            {name} <span className="meta num">{words.left(units, (area / 100).toFixed(2))}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

export const Rehearsal = ({ file }: Given) => {
  const words = useWords(consoleAssemblyWords)
  const { rehearsal, rule } = file
  if (!rehearsal) return null
  // Where no rule asks how many take part, only where they are missing is worth knowing.
  if (rule.quorum.length === 0)
    return (
      <section className="panel box stack" aria-label={words.fewest}>
        <Missing file={file} />
      </section>
    )
  return (
    <section className="panel box stack" aria-label={words.rehearsal}>
      <h2>{words.rehearsal}</h2>
      <p className="meta">{words.rehearsalHint}</p>
      {rehearsal.map(({ regime, allowed, lines }) => (
        <div key={regime}>
          <h3>{words.regimes[regime]}</h3>
          {!allowed && <p className="meta">{words.notAllowed}</p>}
          {allowed && (
            <ul>
              {lines.map((line) => (
                <Line key={line.measure} line={line} />
              ))}
            </ul>
          )}
        </div>
      ))}
      <Missing file={file} />
    </section>
  )
}
