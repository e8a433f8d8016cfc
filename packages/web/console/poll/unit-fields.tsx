// Which units vote, and the plan of the assembly: matter, caller, silence, and from when to when.
import { useQuery } from '@tanstack/react-query'
import { Checkbox, Form, Input, Radio, Select } from 'antd'
import type { UnitChoice } from '@yishi/contract/unit-choice'
import type { TerritoryNode } from '@yishi/contract/place'
import { CALLERS, type PollRule, SCOPES, TOPICS } from '@yishi/domain/poll'
import { UNIT_USES } from '@yishi/domain/territory'
import { consoleAssemblyWords } from '../../words/console-assembly.ts'
import { consoleUnitsWords } from '../../words/console-units.ts'
import { MomentField } from '../parts/moment-field.tsx'
import { useRule, useSomeRule } from '../commands/inputs.tsx'
import { useWords } from '../language.tsx'
import { territoryQuery } from '../queries.ts'
import { AffectedUnits } from './affected-units.tsx'
import { PreparationFields } from './preparation-fields.tsx'

type Given = { readonly rule: PollRule; readonly community: string; readonly units: readonly UnitChoice[] }

const flat = (nodes: readonly TerritoryNode[], above = ''): readonly { node: TerritoryNode; label: string }[] =>
  nodes.flatMap((node) => {
    const label = `${above} ${node.name}`.trim()
    return [{ node, label }, ...flat(node.children, node.kind === 'grid' ? above : label)]
  })

/** The value of a choice names kind and node, because both are asked. */
const ScopeField = ({ rule, nodes }: { rule: PollRule; nodes: ReturnType<typeof flat> }) => {
  const words = useWords(consoleAssemblyWords)
  const picking = useWords(consoleUnitsWords)
  const fits = (kind: (typeof SCOPES)[number]) => rule.scopes.length === 0 || rule.scopes.includes(kind)
  const whole = fits('community') ? [{ value: 'community ', label: words.scopes.community }] : []
  const picked = fits('units') ? [{ value: 'units ', label: picking.affected }] : []
  const fitting = nodes
    .filter(({ node }) => fits(node.kind))
    .map(({ node, label }) => ({ value: `${node.kind} ${node.node}`, label: `${label} · ${words.scopes[node.kind]}` }))
  return (
    <Form.Item name="scope" label={words.scope} extra={words.scopeHint} rules={useRule(true)}>
      <Select
        aria-label={words.scope}
        showSearch={{ optionFilterProp: 'label' }}
        options={[...whole, ...picked, ...fitting]}
      />
    </Form.Item>
  )
}

export const UnitFields = ({ rule, community, units }: Given) => {
  const words = useWords(consoleAssemblyWords)
  const scope = Form.useWatch<string | undefined>('scope')
  const nodes = flat(useQuery(territoryQuery(community)).data?.children ?? [])
  return (
    <>
      <ScopeField rule={rule} nodes={nodes} />
      <Form.Item name="uses" label={words.uses} extra={words.usesHint} rules={useSomeRule()}>
        <Checkbox.Group options={UNIT_USES.map((use) => ({ value: use, label: words.useNames[use] }))} />
      </Form.Item>
      {scope === 'units ' && <AffectedUnits community={community} nodes={nodes} listed={units} />}
    </>
  )
}

export const SilenceFields = ({ rule }: Pick<Given, 'rule'>) => {
  const words = useWords(consoleAssemblyWords)
  const required = useRule(true)
  const regime = Form.useWatch<string | undefined>(['plan', 'regime'])
  return (
    <>
      <Form.Item name={['plan', 'regime']} label={words.regime} rules={required}>
        <Radio.Group
          aria-label={words.regime}
          options={rule.silent.map((value) => ({ value, label: words.regimes[value] }))}
        />
      </Form.Item>
      {regime !== 'strict' && (
        <Form.Item name={['plan', 'basis']} label={words.basis} rules={required}>
          <Input maxLength={500} />
        </Form.Item>
      )}
    </>
  )
}

export const TopicField = ({ rule }: Pick<Given, 'rule'>) => {
  const words = useWords(consoleAssemblyWords)
  const topics = rule.topics.length > 0 ? rule.topics : TOPICS
  return (
    <Form.Item name={['plan', 'topic']} label={words.topic} rules={useRule(true)}>
      <Select
        aria-label={words.topic}
        showSearch={{ optionFilterProp: 'label' }}
        options={topics.map((topic) => ({ value: topic, label: words.topics[topic] }))}
      />
    </Form.Item>
  )
}

export const PlanFields = ({ rule }: Pick<Given, 'rule'>) => {
  const words = useWords(consoleAssemblyWords)
  const required = useRule(true)
  return (
    <>
      <TopicField rule={rule} />
      <Form.Item name={['plan', 'caller']} label={words.caller} rules={required}>
        <Select
          aria-label={words.caller}
          options={CALLERS.map((caller) => ({ value: caller, label: words.callers[caller] }))}
        />
      </Form.Item>
      <Form.Item name={['plan', 'reelection']} valuePropName="checked">
        <Checkbox>{words.reelection}</Checkbox>
      </Form.Item>
      <SilenceFields rule={rule} />
      <div className="two">
        <MomentField name={['plan', 'opensAt']} label={words.opensAt} hint={words.opensHint} />
        <MomentField name={['plan', 'closesAt']} label={words.closesAt} hint={words.closesHint} />
      </div>
      <PreparationFields />
    </>
  )
}
