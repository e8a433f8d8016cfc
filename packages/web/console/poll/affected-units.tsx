// Picking the units that a question affects: a building, a stairway, a floor at once, or a pasted list of which every line is judged.
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Select } from 'antd'
import type { UnitChoice, UnitVerdicts } from '@yishi/contract/unit-choice'
import type { TerritoryNode } from '@yishi/contract/place'
import type { UnitUse } from '@yishi/domain/territory'
import { useState } from 'react'
import { consoleUnitsWords } from '../../words/console-units.ts'
import { newKey, write } from '../api.ts'
import { useWords } from '../language.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { unitChoicesQuery } from './queries.ts'

type Labelled = { readonly node: TerritoryNode; readonly label: string }
type Picking = {
  readonly community: string
  readonly uses: readonly UnitUse[]
  readonly add: (units: readonly UnitChoice[]) => void
}

const Buttons = ({ units, add }: { units: readonly UnitChoice[] } & Pick<Picking, 'add'>) => {
  const words = useWords(consoleUnitsWords)
  if (units.length === 0) return <p className="meta">{words.none}</p>
  const floors = [...Map.groupBy(units, ({ floor }) => floor)].filter(([floor]) => floor !== null)
  return (
    <div className="row chips">
      <Button onClick={() => add(units)}>{words.all(units.length)}</Button>
      {floors
        .toSorted(([one], [other]) => one! - other!)
        .map(([floor, on]) => (
          <Button key={floor} onClick={() => add(on)}>
            {words.floor(floor!, on.length)}
          </Button>
        ))}
    </div>
  )
}

const ByNode = ({ community, uses, add, nodes }: Picking & { readonly nodes: readonly Labelled[] }) => {
  const words = useWords(consoleUnitsWords)
  const [node, setNode] = useState('')
  const found = useQuery(unitChoicesQuery({ community, node }))
  const homes = nodes.filter(({ node: { kind } }) => kind === 'building' || kind === 'stairway')
  return (
    <Form.Item label={words.node}>
      <div className="stack">
        <Select
          aria-label={words.node}
          value={node || null}
          onChange={setNode}
          showSearch={{ optionFilterProp: 'label' }}
          options={homes.map(({ node: { node: id }, label }) => ({ value: id, label }))}
        />
        <ProblemNote error={found.error} />
        {found.data && <Buttons units={found.data.filter(({ use }) => uses.includes(use))} add={add} />}
      </div>
    </Form.Item>
  )
}

/** What these lines name is added. */
const TAKEN: ReadonlySet<UnitVerdicts[number]['verdict']> = new Set(['found', 'whole'])

const Verdicts = ({ lines }: { lines: UnitVerdicts }) => {
  const words = useWords(consoleUnitsWords)
  const numbered = lines.map((each, index) => ({ ...each, number: index + 1 }))
  const others = numbered.filter(({ verdict }) => !TAKEN.has(verdict))
  const wholes = numbered.filter(({ verdict }) => verdict === 'whole')
  const homes = lines.reduce((sum, { verdict, units }) => sum + (TAKEN.has(verdict) ? units.length : 0), 0)
  return (
    <div className="stack">
      <p role="status">{words.sum(homes, others.length)}</p>
      {wholes.length > 0 && (
        <ul className="unit-verdicts">
          {wholes.map(({ number, line, verdict, units }) => (
            <li key={number}>
              <span className="num">{words.line(number)}</span> {line} — {words.verdicts[verdict]}:{' '}
              <strong>{words.added(units.length)}</strong>
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <ul className="unit-verdicts">
          {others.map(({ number, line, verdict, units }) => (
            <li key={number}>
              <span className="num">{words.line(number)}</span> {line} — <strong>{words.verdicts[verdict]}</strong>
              {units.length > 0 && ` (${units.map(({ name }) => name).join(' / ')})`}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const ByList = ({ community, uses, add }: Picking) => {
  const words = useWords(consoleUnitsWords)
  const [text, setText] = useState('')
  const reading = useMutation({
    mutationFn: () => write<UnitVerdicts>('/affected-units/read', { community, uses, text }, { key: newKey() }),
    onSuccess: (lines) => add(lines.flatMap(({ verdict, units }) => (TAKEN.has(verdict) ? units : []))),
  })
  return (
    <Form.Item label={words.paste} extra={words.pasteHint}>
      <div className="stack">
        <Input.TextArea
          aria-label={words.paste}
          rows={4}
          maxLength={100_000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <ProblemNote error={reading.error} />
        <div>
          <Button disabled={text.trim() === ''} loading={reading.isPending} onClick={() => reading.mutate()}>
            {words.read}
          </Button>
        </div>
        {reading.data && <Verdicts lines={reading.data} />}
      </div>
    </Form.Item>
  )
}

const HUNDREDTHS = 100

const areaOf = (units: readonly UnitChoice[]): string =>
  (units.reduce((sum, { area }) => sum + Math.round(Number(area) * HUNDREDTHS), 0) / HUNDREDTHS).toFixed(2)

type Given = {
  readonly community: string
  readonly nodes: readonly Labelled[]
  /** Of a draft, what it had. */
  readonly listed: readonly UnitChoice[]
}

export const AffectedUnits = ({ community, nodes, listed }: Given) => {
  const words = useWords(consoleUnitsWords)
  const form = Form.useFormInstance()
  const uses = Form.useWatch<readonly UnitUse[] | undefined>('uses') ?? []
  const chosen = Form.useWatch<readonly string[] | undefined>('units') ?? []
  const [known, setKnown] = useState<ReadonlyMap<string, UnitChoice>>(new Map(listed.map((each) => [each.unit, each])))
  const add = (units: readonly UnitChoice[]) => {
    setKnown((before) => new Map([...before, ...units.map((each) => [each.unit, each] as const)]))
    const before = (form.getFieldValue('units') ?? []) as readonly string[]
    form.setFieldValue('units', [...new Set([...before, ...units.map(({ unit }) => unit)])])
  }
  const picking = { community, uses, add }
  const picked = chosen.flatMap((unit) => known.get(unit) ?? [])
  return (
    <>
      <ByNode {...picking} nodes={nodes} />
      <ByList {...picking} />
      <Form.Item
        name="units"
        label={words.chosen}
        extra={picked.length > 0 && words.chosenSum(picked.length, areaOf(picked))}
        rules={[{ required: true, message: words.missing }]}
      >
        <Select
          mode="multiple"
          aria-label={words.chosen}
          maxTagCount={40}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          options={[...known.values()].map(({ unit, name }) => ({ value: unit, label: name }))}
        />
      </Form.Item>
    </>
  )
}
