// What a link narrowed the board to (a building, a phase), with the way back out.
import { useQuery } from '@tanstack/react-query'
import { boardWords } from '../../words/console-board.ts'
import { phaseWords } from '../../words/kinds.ts'
import { useCommunity } from '../community.tsx'
import { useWords } from '../language.tsx'
import { buildingsQuery } from '../queries.ts'
import { useFilters } from './use-filters.ts'

const useNodeName = (): string | undefined => {
  const [{ node, community: chosen }] = useFilters()
  const { me, community } = useCommunity()
  const { data } = useQuery(buildingsQuery(community))
  const here = data?.communities.find((each) => each.community === chosen) ?? data?.communities[0]
  const name = here?.buildings.find(({ path }) => path === node)?.name ?? node
  return me.communities.length > 1 && here && name ? `${here.name} ${name}` : name
}

export const ChosenFilters = () => {
  const words = useWords(boardWords)
  const phases = useWords(phaseWords)
  const [filters, change] = useFilters()
  const nodeName = useNodeName()
  const chosen: readonly (readonly [string | undefined, () => void])[] = [
    [nodeName, () => change({ node: undefined, community: undefined })],
    [filters.phase && phases[filters.phase], () => change({ phase: undefined })],
  ]
  return chosen.map(
    ([name, drop]) =>
      name && (
        <button key={name} type="button" className="pill chosen" aria-label={words.dropFilter(name)} onClick={drop}>
          {words.only(name)} <span aria-hidden="true">×</span>
        </button>
      ),
  )
}
