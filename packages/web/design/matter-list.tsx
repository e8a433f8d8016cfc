// Matters as rows of a list, as anyone may see them: title, place, status and rest of time.
import type { PublicMatter } from '@yishi/contract/matter'
import type { Language } from '@yishi/contract/pages'
import { voicesWords } from '../words/joining.ts'
import { endWords, kindWords } from '../words/kinds.ts'
import { momentInWords } from '../words/moments.ts'
import { publicWords } from '../words/public.ts'
import { Facts } from './parts.tsx'
import { ClockLine, StatusChip } from './status.tsx'

type Row = PublicMatter & { readonly link?: string }
type ListGiven = { matters: readonly Row[]; asOf: string; lang: Language; heading?: 'h2' | 'h3' }

const endOf = (end: string | null, lang: Language): string =>
  (end && (endWords[lang] as Readonly<Record<string, string>>)[end]) || ''

export const MatterFacts = ({ matter, asOf, lang }: { matter: Row; asOf: string; lang: Language }) => (
  <>
    {matter.clock && matter.phase !== 'closed' ? <ClockLine clock={matter.clock} asOf={asOf} lang={lang} /> : null}
    <Facts
      facts={[
        matter.place,
        matter.voices > 1 && voicesWords[lang].metBy(matter.voices),
        matter.kind && kindWords[lang][matter.kind],
        publicWords[lang].raisedAt(momentInWords(matter.raisedAt, asOf, lang)),
        endOf(matter.end, lang),
      ]}
    />
  </>
)

export const MatterList = ({ matters, asOf, lang, heading: Title = 'h3' }: ListGiven) => (
  <ul className="matters">
    {matters.map((matter) => (
      <li key={matter.code}>
        <div className="matters-head">
          <Title>
            <a href={matter.link ?? `/find?code=${encodeURIComponent(matter.code)}`}>{matter.title}</a>
          </Title>
          <StatusChip phase={matter.phase} lang={lang} />
        </div>
        <MatterFacts matter={matter} asOf={asOf} lang={lang} />
      </li>
    ))}
  </ul>
)
