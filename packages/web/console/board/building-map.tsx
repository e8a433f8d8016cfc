// The buildings beside the board (楼栋图): how many matters are open in each, in the worst light among them; each narrows the board to itself.
import { useQuery } from '@tanstack/react-query'
import type { Building, Buildings } from '@yishi/contract/board'
import { Link } from 'react-router'
import { boardWords } from '../../words/console-board.ts'
import { lightWords } from '../../words/kinds.ts'
import { useCommunity } from '../community.tsx'
import { useWords } from '../language.tsx'
import { Glyph } from '../parts/glyph.tsx'
import { buildingsQuery } from '../queries.ts'
import '../styles/building-map.css'
import { nodeSearch } from './filters.ts'
import { useFilters } from './use-filters.ts'

/** Written as on a plan, `5#`, and read out whole: 5 号楼. */
const Name = ({ name }: { name: string }) => {
  const [, stem, kind] = /^(.+?)(\s*号楼)$/u.exec(name) ?? []
  if (!stem) return <>{name}</>
  return (
    <span>
      {stem}
      <span className="unseen">{kind}</span>
      <span aria-hidden="true">#</span>
    </span>
  )
}

const Card = ({ building, community }: { building: Building; community: string }) => {
  const words = useWords(boardWords)
  const lights = useWords(lightWords)
  const [filters] = useFilters()
  const { name, open, light, path } = building
  const chosen = filters.node === path && filters.community === community
  return (
    <Link
      className={light === 'bad' || light === 'warn' ? `building ${light}` : 'building'}
      to={`/matters?${nodeSearch(filters, community, path)}`}
      aria-current={chosen ? 'true' : undefined}
    >
      <span className="building-name">
        <Name name={name} />
        {(light === 'bad' || light === 'warn') && <Glyph shape={light} />}
      </span>
      <span className="unseen">{words.unfinished}</span>
      <span className="building-open num">{words.open(open)}</span>
      {light && <span className="unseen">{words.shining(lights[light])}</span>}
    </Link>
  )
}

const Plan = ({ here, titled }: { here: Buildings['communities'][number]; titled: boolean }) => (
  <>
    {titled && <h3>{here.name}</h3>}
    <ul className="buildings">
      {here.buildings.map((building) => (
        <li key={building.node}>
          <Card building={building} community={here.community} />
        </li>
      ))}
    </ul>
  </>
)

export const BuildingMap = () => {
  const words = useWords(boardWords)
  const { community } = useCommunity()
  const [filters] = useFilters()
  const query = useQuery(buildingsQuery(community))
  const communities = query.data?.communities ?? []
  // Its place is kept while it comes, so that the table does not jump.
  if (query.isPending) return <section className="panel building-map" />
  if (communities.length === 0) return null
  return (
    <section className="panel building-map" aria-labelledby="building-map">
      <header>
        <h2 id="building-map">{words.buildings}</h2>
        {filters.node && <Link to="/matters">{words.wholeMap}</Link>}
      </header>
      {communities.map((here) => (
        <Plan key={here.community} here={here} titled={communities.length > 1} />
      ))}
    </section>
  )
}
