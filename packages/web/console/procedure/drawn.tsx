// A procedure drawn from its data: each stage a box with its ways out, and a line from each way to where it leads.
import { type Limit, limitInWords } from '@yishi/domain/calendar'
import type { Drawing, DrawnWay } from '@yishi/domain/procedure'
import { useMemo, useSyncExternalStore } from 'react'
import { gateText, procedureWords } from '../../words/console-procedure.ts'
import { actWords, endWords } from '../../words/kinds.ts'
import { useLanguage, useName, useWords } from '../language.tsx'
import { type Box, type Measure, NARROW, WIDE, layOut } from './layout.ts'

const Way = ({ way, names }: { way: DrawnWay; names: ReadonlyMap<string, string> }) => {
  const { lang } = useLanguage()
  const name = useName()
  const words = useWords(procedureWords)
  const ends = useWords(endWords)
  return (
    <li>
      <span className="way-name">
        {name(way.names)}
        {way.taken === 'choice' && <small className="chip plain">{words.choice}</small>}
      </span>
      <span className="way-to">
        {'to' in way ? `→ ${names.get(way.to) ?? way.to}` : `■ ${words.ends} · ${ends[way.end]}`}
      </span>
      <span className="way-gates">{way.gates.map((gate) => gateText(gate, lang)).join(' · ')}</span>
    </li>
  )
}

const phone = matchMedia('(max-width: 800px)')

const watchPhone = (changed: () => void) => {
  phone.addEventListener('change', changed)
  return () => phone.removeEventListener('change', changed)
}

type StageProps = { readonly box: Box; readonly width: number; readonly names: ReadonlyMap<string, string> }

const Stage = ({ box, width, names }: StageProps) => {
  const { lang } = useLanguage()
  const name = useName()
  const words = useWords(procedureWords)
  const acts = useWords(actWords)
  const { node } = box
  const limits = Object.entries(node.limits) as [keyof typeof words.limits, Limit][]
  return (
    <foreignObject x={box.x} y={box.y} width={width} height={box.height}>
      <section className="stage-box" aria-label={name(node.names)}>
        <header>
          <strong>
            <span className="act">{acts[node.act]}</span> {name(node.names)}
          </strong>
          <span className="stage-seats">{node.actors.map((actor) => name(actor.names)).join(' · ')}</span>
          <span className="stage-limits">
            {limits.map(([kind, limit]) => `${words.limits[kind]} ${limitInWords(limit, lang)}`).join(' · ')}
          </span>
        </header>
        <ul>
          {box.ways.map((way) => (
            <Way key={way.outcome} way={way} names={names} />
          ))}
        </ul>
      </section>
    </foreignObject>
  )
}

export const Drawn = ({ drawing }: { drawing: Drawing }) => {
  const words = useWords(procedureWords)
  const name = useName()
  const measure: Measure = useSyncExternalStore(watchPhone, () => phone.matches) ? NARROW : WIDE
  const { boxes, lines, width, height } = useMemo(() => layOut(drawing, measure), [drawing, measure])
  const names = new Map(drawing.nodes.map((node) => [node.stage, name(node.names)]))
  return (
    <div className="drawn" tabIndex={0} role="group" aria-label={words.drawing}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
        <defs>
          <marker
            id="arrow"
            viewBox="0 0 10 10"
            refX="9"
            refY="5"
            markerWidth="8"
            markerHeight="8"
            orient="auto-start-reverse"
          >
            <path d="M0 0 10 5 0 10z" className="arrow" />
          </marker>
        </defs>
        {lines.map(({ key, path, back }) => (
          <path key={key} d={path} className={back ? 'way back' : 'way'} markerEnd="url(#arrow)" />
        ))}
        {boxes.map((box) => (
          <Stage key={box.node.stage} box={box} width={measure.box} names={names} />
        ))}
      </svg>
    </div>
  )
}
