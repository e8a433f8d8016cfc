// Where a notice is to hang: the whole community, buildings and stairways chosen from the tree, boards by name.
import { useQuery } from '@tanstack/react-query'
import { Checkbox, Form, Select } from 'antd'
import type { TerritoryNode } from '@yishi/contract/place'
import { consoleNoticeWords } from '../../words/console-notice.ts'
import { useWords } from '../language.tsx'
import { territoryQuery } from '../queries.ts'

type Option = { readonly value: string; readonly label: string }

/** Grids are the committee's own division; nobody looks for one on a wall. */
const optionsBelow = (nodes: readonly TerritoryNode[], above = ''): Option[] =>
  nodes.flatMap(({ node, kind, name, children }) => {
    const label = kind === 'grid' ? above : `${above} ${name}`.trim()
    return [...(kind === 'grid' ? [] : [{ value: node, label }]), ...optionsBelow(children, label)]
  })

export const WhereFields = ({ community }: { community: string }) => {
  const words = useWords(consoleNoticeWords)
  const territory = useQuery(territoryQuery(community))
  return (
    <fieldset>
      <legend>{words.where}</legend>
      <Form.Item name="everywhere" valuePropName="checked" noStyle>
        <Checkbox>{words.everywhere}</Checkbox>
      </Form.Item>
      <Form.Item name="nodes" label={words.nodes} extra={words.nodesHint}>
        <Select
          mode="multiple"
          aria-label={words.nodes}
          loading={territory.isPending}
          showSearch={{ optionFilterProp: 'label' }}
          options={optionsBelow(territory.data?.children ?? [])}
        />
      </Form.Item>
      <Form.Item name="boards" label={words.boards} extra={words.boardsHint}>
        <Select mode="tags" aria-label={words.boards} open={false} suffixIcon={null} />
      </Form.Item>
    </fieldset>
  )
}
