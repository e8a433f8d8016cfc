// The draws that decide a matter, on the page of whoever raised it: when the numbers are public, and where to see what they came to.
import type { PageContext, Pages } from '@yishi/contract/pages'
import { Card } from '../design/parts.tsx'
import { drawWords } from '../words/draw.ts'
import { plainMoment } from '../words/moments.ts'

type Given = { draws: Pages['follow']['beside']['draws']; context: PageContext }

export const Draws = ({ draws, context: { lang } }: Given) => {
  const words = drawWords[lang]
  return draws.length === 0 ? null : (
    <Card title={words.kicker} className="area-meetings">
      <ul className="notes">
        {draws.map(({ draw, title, status, at }) => (
          <li key={draw}>
            <a href={`/draws/${draw}`}>{title}</a>
            <p className="meta">{status === 'announced' ? words.at(plainMoment(at, lang)) : words.status[status]}</p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
