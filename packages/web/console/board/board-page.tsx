// The ledger board (事项台账): everything that is under way, first what is due first.
import { useIsFetching, useQuery } from '@tanstack/react-query'
import { Button, Pagination } from 'antd'
import type { Board } from '@yishi/contract/board'
import { Link, useNavigate } from 'react-router'
import '../styles/board.css'
import { boardWords } from '../../words/console-board.ts'
import { clockTime } from '../../words/console-time.ts'
import { useCommunity } from '../community.tsx'
import { useWords } from '../language.tsx'
import { Answered } from '../parts/answered.tsx'
import { boardQuery } from '../queries.ts'
import { Page } from '../shell/page.tsx'
import { BoardAside } from './board-aside.tsx'
import { BoardColumns } from './board-columns.tsx'
import { BoardFigures } from './board-figures.tsx'
import { BoardFilters } from './board-filters.tsx'
import { BoardTable } from './board-table.tsx'
import { BuildingMap } from './building-map.tsx'
import { ExportButton } from './export-button.tsx'
import { CLEARED, PER_PAGE, boardSearch, isFiltered } from './filters.ts'
import { useFilters } from './use-filters.ts'

/** Nothing fits the filters, or nothing has ever come: then the board says how it begins. */
const Nothing = () => {
  const words = useWords(boardWords)
  const [filters, change] = useFilters()
  const { me } = useCommunity()
  if (isFiltered(filters))
    return (
      <div className="none">
        <p>{words.none}</p>
        <Button onClick={() => change(CLEARED)}>{words.clear}</Button>
      </div>
    )
  const imports = me.hats.some(({ role, node }) => role === 'staff' && node === null)
  return (
    <div className="none">
      <h2>{words.noneYet}</h2>
      {imports && (
        <>
          <p>{words.noneYetHint}</p>
          <Link to="/import">{words.toImport}</Link>
        </>
      )}
    </div>
  )
}

const Listed = ({ board }: { board: Board }) => {
  const words = useWords(boardWords)
  const [filters, change] = useFilters()
  const { me, community } = useCommunity()
  const several = me.communities.length > 1 && !(filters.community ?? community)
  return (
    <>
      {board.rows.length > 0 ? <BoardTable rows={board.rows} several={several} /> : <Nothing />}
      <footer className="board-foot">
        <span>{words.total(board.total)}</span>
        <Pagination
          current={filters.page}
          total={board.total}
          pageSize={PER_PAGE}
          showSizeChanger={false}
          hideOnSinglePage
          onChange={(page) => change({ page })}
        />
      </footer>
    </>
  )
}

export const BoardPage = () => {
  const words = useWords(boardWords)
  const navigate = useNavigate()
  const [filters] = useFilters()
  const { me, community } = useCommunity()
  const several = me.communities.length > 1 && !(filters.community ?? community)
  const board = useQuery(boardQuery(boardSearch(filters, community)))
  const fetching = useIsFetching({ queryKey: ['board'] })
  const actions = (
    <>
      {board.data && <span className="synced">{words.syncedAt(clockTime(board.data.asOf))}</span>}
      <Button onClick={() => print()}>{words.print}</Button>
      <ExportButton />
      <Button type="primary" onClick={() => void navigate('/matters/new')}>
        {words.register}
      </Button>
    </>
  )
  return (
    <Page title={words.title} actions={actions}>
      {board.data && <BoardFigures counts={board.data.counts} />}
      <div className={several ? 'board-with-map several' : 'board-with-map'}>
        <section className="panel board" aria-busy={fetching > 0}>
          <BoardFilters />
          {filters.view === 'columns' ? (
            <BoardColumns />
          ) : (
            <Answered query={board}>{(answer) => <Listed board={answer} />}</Answered>
          )}
        </section>
        <aside className="board-side">
          <BuildingMap />
          <BoardAside />
        </aside>
      </div>
    </Page>
  )
}
