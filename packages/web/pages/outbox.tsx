// What went out on the local channel, and to whom, masked.
import type { OutboxItem } from '@yishi/contract/pages'
import { Frame } from '../design/frame.tsx'
import { Card, Heading, NoticeBar } from '../design/parts.tsx'
import { momentInWords } from '../words/moments.ts'
import { outboxWords } from '../words/public.ts'
import type { Page } from './page.ts'

const Sent = ({ item, asOf, lang }: { item: OutboxItem; asOf: string; lang: 'zh' | 'en' }) => {
  const words = outboxWords[lang]
  return (
    <li>
      <h2>{item.title}</h2>
      <p>{item.text}</p>
      <p className="meta">
        {[
          words.to(item.to),
          words.channels[item.channel] ?? words.otherChannel,
          momentInWords(item.at, asOf, lang),
        ].join(' · ')}
        {item.link ? (
          <>
            {' · '}
            <a href={item.link} aria-label={`${words.open}: ${item.title}`}>
              {words.open}
            </a>
          </>
        ) : null}
      </p>
    </li>
  )
}

export const OutboxPage: Page<'outbox'> = ({ props: { items, demo, asOf }, context }) => {
  const words = outboxWords[context.lang]
  return (
    <Frame context={context} title={words.title}>
      <Heading title={words.title}>{words.lead}</Heading>
      {demo ? <NoticeBar tone="info">{words.demo}</NoticeBar> : null}
      <Card>
        {items.length === 0 ? <p>{words.none}</p> : null}
        <ul className="notes">
          {items.map((item) => (
            <Sent key={item.id} item={item} asOf={asOf} lang={context.lang} />
          ))}
        </ul>
      </Card>
    </Frame>
  )
}
