// How grave a notice is, as a chip with shape and word; the same on the list and in the file.
import type { AlertBrief } from '@yishi/contract/alert'
import { alertKindWords, severityWords } from '../../words/alert.ts'
import { useWords } from '../language.tsx'
import { Glyph } from '../parts/glyph.tsx'

const LOOKS = { notable: ['ring', 'info'], serious: ['warn', 'warn'], dangerous: ['bad', 'bad'] } as const

export const Grave = ({ alert }: { alert: Pick<AlertBrief, 'kind' | 'severity' | 'liftedAt'> }) => {
  const [kinds, severities] = [useWords(alertKindWords), useWords(severityWords)]
  const [shape, tone] = LOOKS[alert.severity]
  return (
    <span className={`chip ${alert.liftedAt ? 'mute' : tone}`}>
      <Glyph shape={alert.liftedAt ? 'done' : shape} />
      {`${kinds[alert.kind]} · ${severities[alert.severity]}`}
    </span>
  )
}
