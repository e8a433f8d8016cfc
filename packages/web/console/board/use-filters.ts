// The filters of the board as they stand in the address bar.
import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { type Filters, filtersFrom, searchFrom } from './filters.ts'

export const useFilters = (): [Filters, (change: Partial<Filters>) => void] => {
  const [search, setSearch] = useSearchParams()
  const filters = useMemo(() => filtersFrom(search), [search])
  const change = useCallback(
    // Any change but that of the page begins at the first page again.
    (part: Partial<Filters>) => setSearch(searchFrom({ ...filters, page: 1, ...part }), { replace: true }),
    [filters, setSearch],
  )
  return [filters, change]
}
