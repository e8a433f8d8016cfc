// The chat groups (楼道群): whose they are, what waits in each, and the way to paste what was said there.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Popconfirm } from 'antd'
import type { Group, Groups } from '@yishi/contract/group'
import { useState } from 'react'
import { Link } from 'react-router'
import { groupWords } from '../../words/console-groups.ts'
import { shellWords } from '../../words/console-shell.ts'
import { newKey, write } from '../api.ts'
import { useOneCommunity } from '../community.tsx'
import { useWords } from '../language.tsx'
import { Answered } from '../parts/answered.tsx'
import { OneCommunity } from '../parts/one-community.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { groupsQuery } from '../queries.ts'
import { Page } from '../shell/page.tsx'
import '../styles/lists.css'
import '../styles/groups.css'
import { GroupForm } from './group-form.tsx'

const useClosing = (group: Group) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => write(`/groups/${group.group}/close`, {}, { key: newKey() }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['groups'] }),
  })
}

const GroupRow = ({ group, change }: { group: Group; change: () => void }) => {
  const words = useWords(groupWords)
  const { cancel } = useWords(shellWords)
  const closing = useClosing(group)
  return (
    <tr>
      <td>
        <Link to={`/groups/${group.group}/paste`} aria-label={words.pasteIn(group.name)}>
          <strong>{group.name}</strong>
        </Link>
      </td>
      <td>{group.node || words.whole}</td>
      <td>{group.keeper?.name ?? <span className="quiet">{words.noKeeper}</span>}</td>
      <td>
        {group.excerpt && (
          <Link className="chip info" to={`/excerpts/${group.excerpt}`}>
            {words.waiting(group.waiting)}
          </Link>
        )}{' '}
        {group.owed > 0 && (
          <Link className="chip warn" to="/cards">
            {words.owed(group.owed)}
          </Link>
        )}
        {group.waiting + group.owed === 0 && <span className="quiet">{words.quiet}</span>}
      </td>
      <td>
        <div className="row">
          <Button size="small" onClick={change} aria-label={words.changeOf(group.name)}>
            {words.change}
          </Button>
          <Popconfirm
            title={words.closeOf(group.name)}
            description={words.closeSure}
            okText={words.close}
            cancelText={cancel}
            onConfirm={() => closing.mutate()}
          >
            <Button size="small" danger aria-label={words.closeOf(group.name)}>
              {words.close}
            </Button>
          </Popconfirm>
          <ProblemNote error={closing.error} />
        </div>
      </td>
    </tr>
  )
}

const COLUMNS = ['name', 'where', 'keeper', 'state', 'actions'] as const

const GroupTable = ({ groups, change }: { groups: readonly Group[]; change: (group: Group) => void }) => {
  const words = useWords(groupWords)
  return (
    <div className="panel table-scroll" tabIndex={0} role="region" aria-label={words.groups}>
      <table className="plain-table people">
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {words[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <GroupRow key={group.group} group={group} change={() => change(group)} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Filling = ({ community, say }: { community: string; say: (words: string) => void }) => {
  const words = useWords(groupWords)
  const client = useQueryClient()
  const filling = useMutation({
    mutationFn: (kind: 'stairway' | 'building') =>
      write<{ opened: number }>('/groups/fill', { community, kind }, { key: newKey() }),
    onSuccess: async ({ opened }) => {
      await client.invalidateQueries({ queryKey: ['groups'] })
      say(words.filled(opened))
    },
  })
  return (
    <>
      <Button loading={filling.isPending} onClick={() => filling.mutate('stairway')}>
        {words.fillStairway}
      </Button>
      <Button loading={filling.isPending} onClick={() => filling.mutate('building')}>
        {words.fillBuilding}
      </Button>
      <ProblemNote error={filling.error} />
    </>
  )
}

const told = ({ name, node, keeper }: Group): string => [name, node, keeper?.name].join(' ').toLowerCase()

const List = ({ groups }: { groups: Groups }) => {
  const words = useWords(groupWords)
  const [search, setSearch] = useState('')
  const [editing, edit] = useState<Group | 'new' | null>(null)
  const [said, say] = useState('')
  const shown = groups.groups.filter((group) => told(group).includes(search.trim().toLowerCase()))
  const close = (saved: boolean) => {
    edit(null)
    if (saved) say(words.saved)
  }
  return (
    <>
      <div className="row find-row">
        <Input
          className="find"
          aria-label={words.search}
          placeholder={words.search}
          value={search}
          allowClear
          onChange={({ target }) => setSearch(target.value)}
        />
        <Button type="primary" onClick={() => edit('new')}>
          {words.open}
        </Button>
        {groups.mayFill && <Filling community={groups.community} say={say} />}
        <span className="meta num">{words.total(shown.length)}</span>
      </div>
      <p role="status" className={said ? 'saved' : ''}>
        {said}
      </p>
      {groups.groups.length === 0 && <p className="quiet">{words.none}</p>}
      {groups.groups.length > 0 && shown.length === 0 && <p className="quiet">{words.noMatch}</p>}
      {shown.length > 0 && <GroupTable groups={shown} change={edit} />}
      {editing && <GroupForm groups={groups} group={editing === 'new' ? null : editing} onClose={close} />}
    </>
  )
}

export const GroupsPage = () => {
  const words = useWords(groupWords)
  const groups = useQuery(groupsQuery(useOneCommunity()))
  return (
    <Page
      title={words.groups}
      actions={
        <>
          <OneCommunity />
          <Link to="/tips">{words.tips}</Link>
        </>
      }
    >
      <p className="intro">{words.intro}</p>
      <Answered query={groups}>{(list) => <List groups={list} />}</Answered>
    </Page>
  )
}
