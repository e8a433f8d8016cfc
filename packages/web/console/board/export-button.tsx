// Takes the board as it is filtered out of the house as a workbook; the server records that it was.
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { boardWords } from '../../words/console-board.ts'
import { newKey, writeForFile } from '../api.ts'
import { useCommunity } from '../community.tsx'
import { useWords } from '../language.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { saveFile } from '../parts/save-file.ts'
import { choiceOf } from './filters.ts'
import { useFilters } from './use-filters.ts'

const EXPORTERS: readonly string[] = ['staff', 'branch', 'street-office']

export const ExportButton = () => {
  const words = useWords(boardWords)
  const { me, community } = useCommunity()
  const [filters] = useFilters()
  const exporting = useMutation({
    mutationFn: () => writeForFile('/board/export', choiceOf(filters, community), { key: newKey() }),
    onSuccess: saveFile,
  })
  if (!me.hats.some(({ role, node }) => node === null && EXPORTERS.includes(role))) return null
  return (
    <>
      <span role="status" className={exporting.isSuccess ? 'synced' : 'unseen'}>
        {exporting.isSuccess && words.exported}
      </span>
      <ProblemNote error={exporting.error} />
      <Button loading={exporting.isPending} onClick={() => exporting.mutate()}>
        {words.export}
      </Button>
    </>
  )
}
