// What was said, by whom, where, and which procedure the matter follows.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { matterWords } from '../../words/console-matter.ts'
import { fullMoment } from '../../words/console-time.ts'
import { channelWords, publicityWords } from '../../words/kinds.ts'
import { useName, useWords } from '../language.tsx'
import { Photos } from '../parts/photos.tsx'
import { useInHand } from './in-hand.tsx'
import { Recordings } from './recordings.tsx'

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

const Links = () => {
  const words = useWords(matterWords)
  const { links } = useInHand().file
  if (links.length === 0) return null
  return (
    <Fact name={words.links}>
      {links.map(({ code, title, relation }) => (
        <span key={code + relation} className="block">
          <Link to={`/matters?search=${encodeURIComponent(code)}`}>{code}</Link> {title}（
          {words.relations[relation] ?? relation}）
        </span>
      ))}
    </Fact>
  )
}

export const Particulars = () => {
  const words = useWords(matterWords)
  const name = useName()
  const { file } = useInHand()
  const [channels, publicities] = [useWords(channelWords), useWords(publicityWords)]
  const raiser = [file.raiser.name, file.raiser.phone].filter(Boolean).join(' ')
  return (
    <section className="panel box" aria-label={words.whatHappened}>
      {file.text && <p className="said">{file.text}</p>}
      <Photos photos={file.photos} />
      <Recordings />
      <dl className="particulars">
        <Fact name={words.place}>{file.place || '–'}</Fact>
        <Fact name={words.raisedBy}>{raiser || words.anonymous}</Fact>
        {file.helper && <Fact name={words.helper}>{file.helper}</Fact>}
        <Fact name={words.channel}>
          {channels[file.channel]} · <span className="num">{fullMoment(file.raisedAt)}</span>
        </Fact>
        <Fact name={words.publicity}>{publicities[file.publicity]}</Fact>
        <Fact name={words.procedure}>
          <Link to={`/procedures/${file.procedure.key}`}>{name(file.procedure.names)}</Link>{' '}
          <span className="meta">{words.version(file.procedure.version)}</span>
        </Fact>
        <Links />
      </dl>
    </section>
  )
}
