// Opening a group, or changing its name and keeper.
import { useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Modal, Select } from 'antd'
import type { Group, Groups } from '@yishi/contract/group'
import { groupWords } from '../../words/console-groups.ts'
import { shellWords } from '../../words/console-shell.ts'
import { write } from '../api.ts'
import { useWords } from '../language.tsx'
import { Submit } from '../parts/submit.tsx'
import { useAttempt } from '../use-attempt.ts'

type Values = { readonly path: string; readonly name: string; readonly keeper?: string }
type Props = { readonly groups: Groups; readonly group: Group | null; readonly onClose: (saved: boolean) => void }

const useSaving = ({ groups, group, onClose }: Props) => {
  const client = useQueryClient()
  return useAttempt({
    send: ({ path, name, keeper = '' }: Values, key) => {
      const naming = { name, keeper: keeper || null }
      return group
        ? write(`/groups/${group.group}/change`, naming, { key })
        : write('/groups', { community: groups.community, path, ...naming }, { key })
    },
    onDone: async () => {
      await client.invalidateQueries({ queryKey: ['groups'] })
      onClose(true)
    },
  })
}

export const GroupForm = (props: Props) => {
  const { groups, group, onClose } = props
  const words = useWords(groupWords)
  const shell = useWords(shellWords)
  const saving = useSaving(props)
  const required = [{ required: true, whitespace: true, message: shell.required }]
  const initial = group
    ? { name: group.name, path: group.path, keeper: group.keeper?.person ?? '' }
    : { path: groups.nodes[0]?.path ?? '', keeper: groups.people.length === 1 ? groups.people[0]!.person : '' }
  const nodes = groups.nodes.map(({ path, name }) => ({ value: path, label: name || words.whole }))
  const people = [
    { value: '', label: words.noKeeper },
    ...groups.people.map(({ person, name }) => ({ value: person, label: name })),
  ]
  return (
    <Modal open title={group ? words.changeOf(group.name) : words.open} onCancel={() => onClose(false)} footer={null}>
      <Form
        layout="vertical"
        requiredMark={false}
        initialValues={initial}
        onFinish={(values: Values) => saving.mutate(values)}
      >
        {!group && (
          <Form.Item name="path" label={words.where}>
            <Select aria-label={words.where} showSearch={{ optionFilterProp: 'label' }} options={nodes} />
          </Form.Item>
        )}
        <Form.Item name="name" label={words.name} rules={required}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <Form.Item name="keeper" label={words.keeper}>
          <Select aria-label={words.keeper} showSearch={{ optionFilterProp: 'label' }} options={people} />
        </Form.Item>
        <Submit sending={saving} label={words.save}>
          <Button onClick={() => onClose(false)}>{shell.cancel}</Button>
        </Submit>
      </Form>
    </Modal>
  )
}
