// The filters above the table: quick ones as buttons, the words of sorting as choices, and the search.
import { Input, Select } from 'antd'
import type { Dictionary } from '../../words/dictionary.ts'
import { boardWords } from '../../words/console-board.ts'
import { colourWords, kindWords, levelWords, sizeWords } from '../../words/kinds.ts'
import { useWords } from '../language.tsx'
import { Glyph } from '../parts/glyph.tsx'
import { CHOICES, FACETS, type Facet, type Filters } from './filters.ts'
import { useFilters } from './use-filters.ts'

const QUICK = [
  'all',
  'overdue',
  'mine',
  'unassigned',
  'listed',
  'closed',
] as const satisfies readonly Filters['filter'][]

const QuickFilters = () => {
  const words = useWords(boardWords)
  const [filters, change] = useFilters()
  const names = { ...words, overdue: words.firstOverdue }
  return (
    <div className="quick" role="group" aria-label={words.filters}>
      {QUICK.map((quick) => (
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

export const BoardFilters = () => {
  const words = useWords(boardWords)
  const [filters, change] = useFilters()
  return (
    <div className="board-filters">
      <QuickFilters />
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
        {FACETS.map((facet) => (
          <FacetChoice key={facet} facet={facet} />
        ))}
      </div>
    </div>
  )
}
