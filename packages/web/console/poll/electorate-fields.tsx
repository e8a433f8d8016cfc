// Who votes: people of the roster by role and place, others by name, or the totals of a list kept elsewhere.
import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Radio, Select } from 'antd'
import type { Candidate } from '@yishi/contract/poll'
import type { UnitChoice } from '@yishi/contract/unit-choice'
import type { Territory, TerritoryNode } from '@yishi/contract/place'
import type { PollRule } from '@yishi/domain/poll'
import { useState } from 'react'
import { roleWords } from '../../words/console-people.ts'
import { consoleAssemblyWords } from '../../words/console-assembly.ts'
import { consolePollWords } from '../../words/console-poll.ts'
import { useRule } from '../commands/inputs.tsx'
import { useWords } from '../language.tsx'
import { territoryQuery } from '../queries.ts'
import { candidatesQuery } from './queries.ts'
import { UnitFields } from './unit-fields.tsx'

export const nodesIn = (nodes: readonly TerritoryNode[]): readonly TerritoryNode[] =>
  nodes.flatMap((node) => [node, ...nodesIn(node.children)])

const NodeSelect = ({
  territory,
  node,
  choose,
}: {
  territory: Territory | undefined
  node: string
  choose: (path: string) => void
}) => {
  const words = useWords(consolePollWords)
  const nodes = nodesIn(territory?.children ?? []).map(({ path, name }) => ({ value: path, label: name }))
  return (
    <Select
      aria-label={words.node}
      value={node}
      onChange={choose}
      showSearch={{ optionFilterProp: 'label' }}
      options={[{ value: '', label: words.wholeCommunity }, ...nodes]}
    />
  )
}

const labelOf = ({ name, group }: Candidate): string => (group ? `${name} · ${group}` : name)

type Known = {
  readonly community: string
  readonly listed: readonly Candidate[]
  /** The units that a draft had. */
  readonly units: readonly UnitChoice[]
}

const People = ({ community, listed }: Omit<Known, 'units'>) => {
  const words = useWords(consolePollWords)
  const roles = useWords(roleWords)
  const form = Form.useFormInstance()
  const [role, setRole] = useState('')
  const [node, setNode] = useState('')
  const [known, setKnown] = useState(listed)
  const territory = useQuery(territoryQuery(community))
  const candidates = useQuery(candidatesQuery({ community, role, node })).data ?? []
  const all = [...new Map([...known, ...candidates].map((each) => [each.person, each])).values()]
  const add = () => {
    setKnown(all)
    const chosen = (form.getFieldValue('persons') ?? []) as string[]
    form.setFieldValue('persons', [...new Set([...chosen, ...candidates.map(({ person }) => person)])])
  }
  return (
    <>
      <div className="two">
        <Form.Item label={words.role}>
          <Select
            aria-label={words.role}
            value={role || null}
            onChange={setRole}
            showSearch={{ optionFilterProp: 'label' }}
            options={Object.entries(roles).map(([value, label]) => ({ value, label }))}
          />
        </Form.Item>
        <Form.Item label={words.node}>
          <NodeSelect territory={territory.data} node={node} choose={setNode} />
        </Form.Item>
      </div>
      {candidates.length > 0 && <Button onClick={add}>{words.addAll(candidates.length)}</Button>}
      <Form.Item name="persons" label={words.people}>
        <Select
          mode="multiple"
          aria-label={words.people}
          placeholder={words.peopleHint}
          showSearch={{ optionFilterProp: 'label' }}
          options={all.map((each) => ({ value: each.person, label: labelOf(each) }))}
        />
      </Form.Item>
      <Form.Item name="names" label={words.names} extra={words.namesHint}>
        <Input.TextArea rows={3} maxLength={20_000} />
      </Form.Item>
    </>
  )
}

const Totals = ({ rule }: { rule: PollRule }) => {
  const words = useWords(consolePollWords)
  const required = useRule(true)
  return rule.measures.map((measure) => (
    <Form.Item key={measure} name={['totals', measure]} label={words.totals[measure]} rules={required}>
      <Input inputMode="decimal" maxLength={15} className="poll-number" />
    </Form.Item>
  ))
}

export const ElectorateFields = ({ rule, ...known }: Known & { rule: PollRule }) => {
  const words = useWords(consolePollWords)
  const assembly = useWords(consoleAssemblyWords)
  const way = Form.useWatch<string | undefined>('way')
  const from = Form.useWatch<string | undefined>('from')
  const ofUnits = rule.ballotOf === 'unit'
  const froms = [
    ofUnits ? { value: 'units', label: assembly.units } : { value: 'people', label: words.froms.people },
    { value: 'totals', label: words.froms.totals },
  ]
  return (
    <fieldset className="form-block poll-block">
      <legend>{words.electorate}</legend>
      <Form.Item name="from" label={words.from} hidden={way === 'ballots'}>
        <Radio.Group aria-label={words.from} options={froms} />
      </Form.Item>
      {from === 'totals' && way === 'counted' ? <Totals rule={rule} /> : null}
      {ofUnits && from === 'units' ? <UnitFields rule={rule} community={known.community} units={known.units} /> : null}
      {!ofUnits && !(from === 'totals' && way === 'counted') ? <People {...known} /> : null}
    </fieldset>
  )
}
