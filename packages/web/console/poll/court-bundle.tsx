// The court bundle of a vote: asked for with one click, how far it is, fetched while it is kept, and who has taken one before.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import type { AskedBundle, Bundles } from '@yishi/contract/court-bundle'
import type { PollFile } from '@yishi/contract/poll'
import { consoleCourtBundleWords } from '../../words/console-court-bundle.ts'
import { shortMoment } from '../../words/console-time.ts'
import { newKey, write } from '../api.ts'
import { useWords } from '../language.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { bundlesQuery } from './queries.ts'

const addressOf = (poll: string): string => `/polls/${encodeURIComponent(poll)}`

const useAsking = (poll: string) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (anew: boolean) => write<AskedBundle>(`${addressOf(poll)}/court-bundle`, { anew }, { key: newKey() }),
    onSuccess: () => client.invalidateQueries({ queryKey: bundlesQuery(poll).queryKey }),
  })
}

const Making = ({ bundle: { by, askedAt, done, tries } }: { bundle: AskedBundle }) => {
  const words = useWords(consoleCourtBundleWords)
  return (
    <div className="stack">
      <progress max={100} value={done} aria-label={words.making} />
      <p className="meta num">
        {words.doneShare(done)} · {words.askedLine(by, shortMoment(askedAt))}
      </p>
      {tries > 1 && <p className="meta">{words.again(tries)}</p>}
      <p className="meta">{words.leave}</p>
    </div>
  )
}

/** The ledger has each fetch before its first byte; the list below shows it a moment later. */
const SHOWN_AFTER = 2000

const Ready = ({ bundle, poll }: { bundle: AskedBundle; poll: string }) => {
  const words = useWords(consoleCourtBundleWords)
  const client = useQueryClient()
  const { files, size, goesAt } = bundle
  const refresh = () => void client.invalidateQueries({ queryKey: bundlesQuery(poll).queryKey })
  return (
    <div className="stack">
      <p className="num">{words.contents(files ?? 0, size ?? 0)}</p>
      <div>
        <Button
          type="primary"
          href={`/api${addressOf(poll)}/court-bundles/${bundle.bundle}`}
          download
          onClick={() => void setTimeout(refresh, SHOWN_AFTER)}
        >
          {words.take}
        </Button>
      </div>
      {goesAt && <p className="meta">{words.until(shortMoment(goesAt))}</p>}
    </div>
  )
}

/** Why there is none although somebody asked for one. */
const Without = ({ bundle: { status, why } }: { bundle: AskedBundle }) => {
  const words = useWords(consoleCourtBundleWords)
  const reason = why && words.whys[why]
  return status === 'failed' ? (
    <Alert type="error" showIcon title={words.failed} description={reason} />
  ) : (
    <p className="meta">
      {words.gone} · {reason}
    </p>
  )
}

const Taken = ({ taken }: Pick<Bundles, 'taken'>) => {
  const words = useWords(consoleCourtBundleWords)
  if (taken.length === 0) return null
  return (
    <>
      <h3>{words.taken}</h3>
      <ul className="num">
        {taken.map(({ bundle, by, at, files }) => (
          <li key={`${bundle} ${by} ${at}`}>{words.takenLine(by, shortMoment(at), files)}</li>
        ))}
      </ul>
    </>
  )
}

/** Read out when the work moves on, not with each hundredth. */
const Said = ({ newest }: { newest: AskedBundle | undefined }) => {
  const words = useWords(consoleCourtBundleWords)
  const said = newest?.status === 'asked' ? `${words.making} · ${words.stages[newest.stage]}` : ''
  const ready = newest?.status === 'ready'
  return (
    <p role="status" className={ready ? 'saved' : ''}>
      {ready ? words.ready : said}
    </p>
  )
}

const Course = ({ poll, known }: { poll: string; known: Bundles }) => {
  const words = useWords(consoleCourtBundleWords)
  const asking = useAsking(poll)
  const [newest] = known.bundles
  const ready = known.bundles.find(({ status }) => status === 'ready')
  const making = newest?.status === 'asked'
  return (
    <>
      <Said newest={newest} />
      {making && <Making bundle={newest} />}
      {newest && (newest.status === 'failed' || newest.status === 'gone') && <Without bundle={newest} />}
      {ready && <Ready bundle={ready} poll={poll} />}
      <ProblemNote error={asking.error} />
      {!making && (
        <div>
          <Button loading={asking.isPending} onClick={() => asking.mutate(ready !== undefined)}>
            {ready ? words.anew : words.make}
          </Button>
        </div>
      )}
      {!making && <p className="meta">{ready ? words.anewHint : words.makeHint(known.keptDays)}</p>}
    </>
  )
}

/** Shown to those who may take it, and to nobody else. */
export const CourtBundle = ({ file: { poll, agenda } }: { file: PollFile }) => {
  const words = useWords(consoleCourtBundleWords)
  const known = useQuery(bundlesQuery(poll)).data
  if (!known?.may) return null
  const several = agenda?.questions.length ?? 1
  const here = agenda?.questions.find((each) => each.poll === poll)
  return (
    <section className="panel box stack" aria-label={words.panel}>
      <h2>{words.panel}</h2>
      <p>{words.panelLead}</p>
      {here && several > 1 && <p>{words.ofQuestion(here.number, several)}</p>}
      <p className="meta">{words.panelPersonal}</p>
      <Course poll={poll} known={known} />
      <Taken taken={known.taken} />
    </section>
  )
}
