// The filters above the table: quick ones as buttons, the words of sorting as choices, and the search.
import { Input, Select } from 'antd'
import type { Dictionary } from '../../words/dictionary.ts'
import { boardWords } from '../../words/console-board.ts'
import { colourWords, kindWords, levelWords, sizeWords } from '../../words/kinds.ts'
import { useCommunity } from '../community.tsx'
import { useWords } from '../language.tsx'
import { Glyph } from '../parts/glyph.tsx'
import { ChosenFilters } from './chosen-filters.tsx'
import { CHOICES, FACETS, FILTERS, type Facet, type View } from './filters.ts'
import { useFilters } from './use-filters.ts'

const QuickFilters = () => {
  const words = useWords(boardWords)
  const [filters, change] = useFilters()
  const names = { ...words, overdue: words.firstOverdue }
  return (
    <div className="quick" role="group" aria-label={words.filters}>
      {FILTERS.map((quick) => (
        <button
          key={quick}
          type="button"
          className={quick === 'overdue' ? 'pill bad' : 'pill'}
          aria-pressed={filters.filter === quick}
          onClick={() => change({ filter: quick })}
        >
          {quick === 'overdue' && <Glyph shape="bad" />}
          {names[quick]}
        </button>
      ))}
    </div>
  )
}

const FACET_WORDS: Readonly<Record<Facet, Dictionary<Readonly<Record<string, string>>>>> = {
  level: levelWords,
  colour: colourWords,
  size: sizeWords,
  kind: kindWords,
}

const FacetChoice = ({ facet }: { facet: Facet }) => {
  const words = useWords(boardWords)
  const names = useWords(FACET_WORDS[facet])
  const [filters, change] = useFilters()
  return (
    <Select
      className="facet"
      aria-label={words[facet]}
      value={filters[facet] ?? ''}
      popupMatchSelectWidth={false}
      onChange={(chosen: string) => change({ [facet]: chosen || undefined })}
      options={[
        { value: '', label: words.any(words[facet]) },
        ...CHOICES[facet].map((value) => ({ value, label: names[value] })),
      ]}
    />
  )
}

const ViewChoice = () => {
  const words = useWords(boardWords)
  const [filters, change] = useFilters()
  const views: readonly (readonly [View, string])[] = [
    ['table', words.asTable],
    ['columns', words.asColumns],
  ]
  return (
    <div className="views" role="group" aria-label={words.view}>
      {views.map(([view, name]) => (
        <button key={view} type="button" aria-pressed={filters.view === view} onClick={() => change({ view })}>
          {name}
        </button>
      ))}
    </div>
  )
}

const CommunityChoice = () => {
  const words = useWords(boardWords)
  const { me, community } = useCommunity()
  const [filters, change] = useFilters()
  if (me.communities.length < 2 || community) return null
  return (
    <Select
      className="facet"
      aria-label={words.community}
      value={filters.community ?? ''}
      popupMatchSelectWidth={false}
      onChange={(chosen: string) => change({ community: chosen || undefined, node: undefined })}
      options={[
        { value: '', label: words.any(words.community) },
        ...me.communities.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  )
}

export const BoardFilters = () => {
  const words = useWords(boardWords)
  const [filters, change] = useFilters()
  return (
    <div className="board-filters">
      <ViewChoice />
      <Input.Search
        key={filters.search ?? ''}
        className="search"
        aria-label={words.search}
        placeholder={words.search}
        defaultValue={filters.search ?? ''}
        maxLength={60}
        allowClear
        onSearch={(search) => change({ search: search.trim() })}
      />
      <div className="facets">
        <CommunityChoice />
        {FACETS.map((facet) => (
          <FacetChoice key={facet} facet={facet} />
        ))}
      </div>
      <QuickFilters />
      <ChosenFilters />
    </div>
  )
}
