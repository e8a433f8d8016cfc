// The notices of a matter in its file; at the stage that publishes, the way to hang one with what is known already.
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { MatterFile } from '@yishi/contract/matter'
import { useState } from 'react'
import { Link } from 'react-router'
import { consoleNoticeWords, titleForMatter } from '../../words/console-notice.ts'
import { useLanguage, useWords } from '../language.tsx'
import { useInHand } from '../matter/in-hand.tsx'
import { noticesOfMatterQuery } from '../queries.ts'
import { HangDrawer } from './hang-form.tsx'
import { NoticeObjections, NoticeStanding } from './standing.tsx'

/** What the last talk came to is what is published. */
const lastSaid = ({ story }: MatterFile): string =>
  story.findLast(({ type, text }) => type === 'TalkRecorded' && text !== null)?.text ?? ''

export const MatterNotices = () => {
  const words = useWords(consoleNoticeWords)
  const { lang } = useLanguage()
  const { file } = useInHand()
  const { data } = useQuery(noticesOfMatterQuery(file.matter, file.revision))
  const [open, setOpen] = useState(false)
  if (!data || (data.notices.length === 0 && !data.hang)) return null
  const { hang } = data
  return (
    <section className="panel box" aria-label={words.inMatter}>
      <h2>{words.inMatter}</h2>
      {data.notices.length === 0 && <p className="meta">{words.inMatterNone}</p>}
      <ul>
        {data.notices.map((line) => (
          <li className="order" key={line.notice}>
            <Link to={`/notices/${line.notice}`}>{line.title}</Link>
            <NoticeStanding notice={line} />
            <NoticeObjections notice={line} />
          </li>
        ))}
      </ul>
      {hang && (
        <Button type="primary" onClick={() => setOpen(true)}>
          {words.hang}
        </Button>
      )}
      {open && hang && (
        <HangDrawer
          hanging={{
            community: file.community.id,
            path: '/notices',
            fixed: { matter: file.matter },
            initial: {
              title: titleForMatter(file.title, lang),
              text: lastSaid(file),
              days: hang.days,
              everywhere: true,
            },
            least: hang.days,
            askKind: false,
            title: words.hang,
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </section>
  )
}
