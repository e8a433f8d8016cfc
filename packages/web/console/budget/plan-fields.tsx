// The fields of a round: how much money there is, until when, who votes, and the list of projects.
import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Select } from 'antd'
import type { TerritoryNode } from '@yishi/contract/place'
import { LONGEST_NAME, LONGEST_PURPOSE, LONGEST_TITLE, MOST_PROJECTS } from '@yishi/domain/budget'
import { consoleBudgetWords } from '../../words/console-budget.ts'
import { TextField, useRule } from '../commands/inputs.tsx'
import { useWords } from '../language.tsx'
import { territoryQuery } from '../queries.ts'

const nodesIn = (nodes: readonly TerritoryNode[]): readonly TerritoryNode[] =>
  nodes.flatMap((node) => [node, ...nodesIn(node.children)])

const WhoField = ({ community }: { community: string }) => {
  const words = useWords(consoleBudgetWords)
  const territory = useQuery(territoryQuery(community))
  const nodes = nodesIn(territory.data?.children ?? []).map(({ node, name }) => ({ value: node, label: name }))
  return (
    <Form.Item name="node" label={words.who} extra={words.whoHint}>
      <Select
        aria-label={words.who}
        showSearch={{ optionFilterProp: 'label' }}
        options={[{ value: '', label: words.wholeCommunity }, ...nodes]}
      />
    </Form.Item>
  )
}

const ProjectFields = ({ at }: { at: number }) => {
  const words = useWords(consoleBudgetWords)
  return (
    <>
      <div className="two">
        <Form.Item name={[at, 'name']} label={words.projectName}>
          <Input maxLength={LONGEST_NAME} />
        </Form.Item>
        <Form.Item name={[at, 'cost']} label={words.cost}>
          <Input inputMode="decimal" maxLength={20} />
        </Form.Item>
      </div>
      <div className="two">
        <Form.Item name={[at, 'place']} label={words.place}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name={[at, 'note']} label={words.note}>
          <Input maxLength={300} />
        </Form.Item>
      </div>
    </>
  )
}

const Projects = () => {
  const words = useWords(consoleBudgetWords)
  return (
    <Form.List name="projects">
      {(rows, { add, remove }) => (
        <fieldset className="form-block poll-block">
          <legend>{words.projects}</legend>
          <p className="meta">{words.projectsHint}</p>
          {rows.map(({ key, name }) => (
            <fieldset className="form-block poll-block" key={key}>
              <legend>
                {words.project(name + 1)}
                {rows.length > 2 && (
                  <Button type="text" aria-label={words.removeProject(name + 1)} onClick={() => remove(name)}>
                    ×
                  </Button>
                )}
              </legend>
              <ProjectFields at={name} />
            </fieldset>
          ))}
          {rows.length < MOST_PROJECTS && <Button onClick={() => add({})}>{words.addProject}</Button>}
        </fieldset>
      )}
    </Form.List>
  )
}

export const PlanFields = ({ community }: { community: string }) => {
  const words = useWords(consoleBudgetWords)
  const required = useRule(true)
  return (
    <>
      <TextField name="title" label={words.name} longest={LONGEST_TITLE} hint={words.nameHint} rows={1} />
      <TextField name="purpose" label={words.purpose} required={false} longest={LONGEST_PURPOSE} rows={3} />
      <div className="two">
        <Form.Item name="amount" label={words.amount} rules={required}>
          <Input inputMode="decimal" maxLength={20} />
        </Form.Item>
        <Form.Item name="lastDay" label={words.lastDay} extra={words.lastDayHint} rules={required}>
          <Input type="date" />
        </Form.Item>
      </div>
      <WhoField community={community} />
      <Projects />
    </>
  )
}
