// The pictures of the sheet that somebody reads, beside the form.
import type { PaperSheet } from '@yishi/contract/paper-ballot'
import { consoleScanWords } from '../../words/console-scan.ts'
import { useWords } from '../language.tsx'
import { scanAddress } from './queries.ts'

export const Pictures = ({ poll, sheet: { scans, issue } }: { poll: string; sheet: PaperSheet }) => {
  const words = useWords(consoleScanWords)
  if (scans.length === 0) return null
  return (
    <section aria-label={words.beside} className="paper-pictures">
      {scans.map((each, index) => (
        <figure key={each.scan}>
          <a href={scanAddress(poll, each.scan)} target="_blank" rel="noreferrer">
            <img src={scanAddress(poll, each.scan)} alt={words.picture(index + 1)} loading="lazy" />
          </a>
          {each.issue !== issue && <figcaption className="tone-warn">{words.old}</figcaption>}
        </figure>
      ))}
    </section>
  )
}
