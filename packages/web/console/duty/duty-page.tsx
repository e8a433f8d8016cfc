// The duty roster: one table of shifts for the whole community, and one for each part that keeps its own.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Select } from 'antd'
import type { Duty, SetDuty } from '@yishi/contract/duty'
import type { Territory, TerritoryNode } from '@yishi/contract/place'
import { useState } from 'react'
import { dutyWords } from '../../words/console-duty.ts'
import { listText } from '../../words/list-text.ts'
import { newKey, read, write } from '../api.ts'
import { useOneCommunity } from '../community.tsx'
import { useLanguage, useWords } from '../language.tsx'
import { Answered } from '../parts/answered.tsx'
import { OneCommunity } from '../parts/one-community.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { territoryQuery } from '../queries.ts'
import { Page } from '../shell/page.tsx'
import '../styles/alert.css'
import '../styles/lists.css'
import '../styles/matter.css'
import { type ShiftValues, ShiftRows, fromRows, toRows } from './shift-rows.tsx'

type Roster = Duty['rosters'][number]

const useSaving = (roster: Roster) => {
  const client = useQueryClient()
  const community = useOneCommunity()
  return useMutation({
    mutationFn: ({ shifts }: { shifts: readonly ShiftValues[] }) => {
      const { node, revision } = roster
      return write<Duty>('/duty', { community, node, revision, shifts: fromRows(shifts) } satisfies SetDuty, {
        key: newKey(),
      })
    },
    onSuccess: (duty) => client.setQueryData(['duty', community], duty),
  })
}

const RosterForm = ({ roster, duty }: { roster: Roster; duty: Duty }) => {
  const words = useWords(dutyWords)
  const { lang } = useLanguage()
  const saving = useSaving(roster)
  const now = listText(
    roster.now.map(({ name, phone }) => `${name} ${phone}`),
    lang,
  )
  return (
    <Form
      className="panel box stack"
      layout="vertical"
      requiredMark={false}
      disabled={!duty.may}
      initialValues={{ shifts: toRows(roster.shifts) }}
      onFinish={(values: { shifts?: ShiftValues[] }) => saving.mutate({ shifts: values.shifts ?? [] })}
    >
      <h2>{roster.nodeName ?? words.whole}</h2>
      <p className="meta">{now ? words.now(now) : words.nobody}</p>
      <ShiftRows people={duty.people} parties={duty.parties} />
      <p className="meta">{words.phoneHint}</p>
      <ProblemNote error={saving.error} />
      {duty.may && (
        <div className="row">
          <Button type="primary" htmlType="submit" loading={saving.isPending}>
            {words.save}
          </Button>
          <span role="status">{saving.isSuccess && words.saved}</span>
        </div>
      )}
    </Form>
  )
}

const nodesIn = (nodes: readonly TerritoryNode[], above = ''): { value: string; label: string }[] =>
  nodes.flatMap(({ node, name, children }) => [
    { value: node, label: above + name },
    ...nodesIn(children, `${above}${name} `),
  ])

const Another = ({ territory, onChoose }: { territory: Territory; onChoose: (node: string, name: string) => void }) => {
  const words = useWords(dutyWords)
  const options = nodesIn(territory.children)
  return (
    <Select
      className="find"
      aria-label={words.node}
      placeholder={words.node}
      value={null}
      showSearch={{ optionFilterProp: 'label' }}
      options={options}
      onChange={(node: string | null) =>
        node && onChoose(node, options.find(({ value }) => value === node)?.label ?? '')
      }
    />
  )
}

const Rosters = ({ duty }: { duty: Duty }) => {
  const territory = useQuery(territoryQuery(useOneCommunity()))
  const [added, setAdded] = useState<readonly Roster[]>([])
  const kept = new Set(duty.rosters.map(({ node }) => node))
  const fresh = added.filter(({ node }) => !kept.has(node))
  const add = (node: string, nodeName: string) =>
    setAdded((all) => [
      ...all.filter((each) => each.node !== node),
      { node, nodeName, shifts: [], revision: 0, now: [] },
    ])
  return (
    <div className="stack">
      {[...duty.rosters, ...fresh].map((roster) => (
        <RosterForm key={`${roster.node} ${roster.revision}`} roster={roster} duty={duty} />
      ))}
      {duty.may && territory.data && <Another territory={territory.data} onChoose={add} />}
    </div>
  )
}

export const DutyPage = () => {
  const words = useWords(dutyWords)
  const community = useOneCommunity()
  const duty = useQuery({
    queryKey: ['duty', community],
    queryFn: () => read<Duty>(`/duty?community=${encodeURIComponent(community)}`),
    enabled: community !== '',
  })
  return (
    <Page title={words.title} actions={<OneCommunity />}>
      <p className="intro">{words.intro}</p>
      <Answered query={duty}>{(answer) => <Rosters key={community} duty={answer} />}</Answered>
    </Page>
  )
}
