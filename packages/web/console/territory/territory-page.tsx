// The territory of a community as a tree, with the plates that hang in it and the way to print them.
import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import type { Territory, TerritoryNode } from '@yishi/contract/place'
import { useState } from 'react'
import { territoryWords } from '../../words/console-roster.ts'
import { placeKindWords } from '../../words/places.ts'
import { useOneCommunity } from '../community.tsx'
import { useWords } from '../language.tsx'
import { Answered } from '../parts/answered.tsx'
import { OneCommunity } from '../parts/one-community.tsx'
import { territoryQuery } from '../queries.ts'
import { Page } from '../shell/page.tsx'
import '../styles/lists.css'
import { placesIn, searchTree } from './tree.ts'

const printAddress = (community: string, node?: string): string =>
  `/plates?${new URLSearchParams({ community, ...(node ? { node } : {}) }).toString()}`

const Places = ({ places }: { places: TerritoryNode['places'] }) => {
  const words = useWords(territoryWords)
  const kinds = useWords(placeKindWords)
  if (places.length === 0) return null
  return (
    <ul className="plates">
      {places.map((place) => (
        <li key={place.code}>
          <a href={`/p/${place.code}`} target="_blank" rel="noreferrer" title={words.openPlace(place.name)}>
            {place.label ?? place.name}
          </a>
          <span className="quiet">
            {kinds[place.kind]} <span className="num">{place.code}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}

type NodeProps = { readonly node: TerritoryNode; readonly depth: number; readonly open: boolean }

const Node = ({ node, depth, open }: NodeProps) => {
  const words = useWords(territoryWords)
  const community = useOneCommunity()
  const plates = placesIn(node).length
  return (
    <li>
      <details open={open || depth < 1}>
        <summary>
          <strong>{node.name}</strong>
          <span className="meta">
            {words.kinds[node.kind]}
            {node.units > 0 && ` · ${words.units(node.units)}`}
            {plates > 0 && ` · ${words.count(plates)}`}
          </span>
        </summary>
        {plates > 0 && (
          <Button size="small" href={printAddress(community, node.key)} target="_blank">
            {words.print(node.name)}
          </Button>
        )}
        <Places places={node.places} />
        <Nodes nodes={node.children} depth={depth + 1} open={open} />
      </details>
    </li>
  )
}

const Nodes = ({ nodes, depth, open }: { nodes: readonly TerritoryNode[]; depth: number; open: boolean }) =>
  nodes.length === 0 ? null : (
    <ul className="nodes">
      {nodes.map((node) => (
        <Node key={`${node.node} ${String(open)}`} node={node} depth={depth} open={open} />
      ))}
    </ul>
  )

const Tree = ({ territory, search }: { territory: Territory; search: string }) => {
  const words = useWords(territoryWords)
  const found = searchTree(territory, search)
  if (placesIn(territory).length + territory.children.length === 0) return <p className="quiet">{words.none}</p>
  if (placesIn(found).length + found.children.length === 0) return <p className="quiet">{words.noMatch}</p>
  return (
    <section className="panel tree" aria-label={words.title}>
      <Places places={found.places} />
      <Nodes nodes={found.children} depth={0} open={search.trim() !== ''} />
    </section>
  )
}

export const TerritoryPage = () => {
  const words = useWords(territoryWords)
  const community = useOneCommunity()
  const territory = useQuery(territoryQuery(community))
  const [search, setSearch] = useState('')
  const printAll = (
    <Button href={printAddress(community)} target="_blank">
      {words.printAll}
    </Button>
  )
  return (
    <Page
      title={words.title}
      actions={
        <>
          <OneCommunity />
          {printAll}
        </>
      }
    >
      <p className="intro">{words.intro}</p>
      <Input
        className="find"
        aria-label={words.search}
        placeholder={words.search}
        value={search}
        allowClear
        onChange={({ target }) => setSearch(target.value)}
      />
      <Answered query={territory}>{(tree) => <Tree territory={tree} search={search} />}</Answered>
    </Page>
  )
}
