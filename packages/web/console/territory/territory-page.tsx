// The places of a community that carry a plate, by kind, and the way to print them.
import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import type { Plate } from '@yishi/contract/place'
import { useState } from 'react'
import { territoryWords } from '../../words/console-roster.ts'
import { placeKindWords } from '../../words/places.ts'
import { useOneCommunity } from '../community.tsx'
import { useWords } from '../language.tsx'
import { Answered } from '../parts/answered.tsx'
import { platesQuery } from '../queries.ts'
import { Page } from '../shell/page.tsx'
import '../styles/lists.css'

const printAddress = (community: string, kind?: Plate['kind']): string =>
  `/plates?${new URLSearchParams({ community, ...(kind ? { kind } : {}) }).toString()}`

const matches = (plate: Plate, search: string): boolean =>
  `${plate.name} ${plate.code}`.toLowerCase().includes(search.trim().toLowerCase())

const Group = ({ kind, plates }: { kind: Plate['kind']; plates: readonly Plate[] }) => {
  const words = useWords(territoryWords)
  const kinds = useWords(placeKindWords)
  const community = useOneCommunity()
  return (
    <details className="panel group" open={plates.length <= 40}>
      <summary>
        <h2>{kinds[kind]}</h2>
        <span className="meta">{words.count(plates.length)}</span>
      </summary>
      <Button href={printAddress(community, kind)} target="_blank">
        {words.print(kinds[kind])}
      </Button>
      <ul className="plates">
        {plates.map((plate) => (
          <li key={plate.code}>
            <a href={`/p/${plate.code}`} target="_blank" rel="noreferrer" aria-label={words.openPlace(plate.name)}>
              {plate.name}
            </a>
            <span className="num quiet">{plate.code}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

const Groups = ({ plates, search }: { plates: readonly Plate[]; search: string }) => {
  const words = useWords(territoryWords)
  const kinds = useWords(placeKindWords)
  const found = plates.filter((plate) => matches(plate, search))
  if (plates.length === 0) return <p className="quiet">{words.none}</p>
  if (found.length === 0) return <p className="quiet">{words.noMatch}</p>
  const present = (Object.keys(kinds) as Plate['kind'][])
    .map((kind) => ({ kind, plates: found.filter((plate) => plate.kind === kind) }))
    .filter((group) => group.plates.length > 0)
  return (
    <div className="stack">
      {present.map((group) => (
        <Group key={group.kind} {...group} />
      ))}
    </div>
  )
}

export const TerritoryPage = () => {
  const words = useWords(territoryWords)
  const community = useOneCommunity()
  const plates = useQuery(platesQuery(community))
  const [search, setSearch] = useState('')
  return (
    <Page
      title={words.title}
      actions={
        <Button href={printAddress(community)} target="_blank">
          {words.printAll}
        </Button>
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
      <Answered query={plates}>{(list) => <Groups plates={list} search={search} />}</Answered>
    </Page>
  )
}
