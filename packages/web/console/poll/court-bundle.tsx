// Taking the court bundle of a vote with one click, what is in it, and who has taken one before.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import type { PollFile } from '@yishi/contract/poll'
import { shortMoment } from '../../words/console-time.ts'
import { courtBundleWords } from '../../words/court-bundle.ts'
import { newKey, writeForFile } from '../api.ts'
import { useWords } from '../language.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { saveFile } from '../parts/save-file.ts'
import { bundlesQuery } from './queries.ts'

const useTaking = (poll: string) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => writeForFile(`/polls/${encodeURIComponent(poll)}/court-bundle`, {}, { key: newKey() }),
    onSuccess(file) {
      saveFile(file)
      void client.invalidateQueries({ queryKey: bundlesQuery(poll).queryKey })
    },
  })
}

/** Shown to those who may take it, and to nobody else. */
export const CourtBundle = ({ file: { poll } }: { file: PollFile }) => {
  const words = useWords(courtBundleWords)
  const known = useQuery(bundlesQuery(poll)).data
  const taking = useTaking(poll)
  if (!known?.may) return null
  const said = taking.isPending ? words.taking : taking.isSuccess ? words.saved : ''
  return (
    <section className="panel box stack" aria-label={words.panel}>
      <h2>{words.panel}</h2>
      <p>{words.panelLead}</p>
      <p className="meta">{words.panelPersonal}</p>
      <ProblemNote error={taking.error} />
      <div>
        <Button loading={taking.isPending} onClick={() => taking.mutate()}>
          {words.take}
        </Button>
      </div>
      <p role="status" className={taking.isSuccess ? 'saved' : 'meta'}>
        {said}
      </p>
      {known.taken.length > 0 && (
        <>
          <h3>{words.taken}</h3>
          <ul className="num">
            {known.taken.map(({ bundle, by, at, files }) => (
              <li key={bundle}>{words.takenLine(by, shortMoment(at), files)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
