// Scanned from a poster: the three checks that tie a notice's words to the ledger, and the proof for checking them alone.
import { Frame } from '../design/frame.tsx'
import { ShapeIcon } from '../design/icons.tsx'
import { Card, Heading } from '../design/parts.tsx'
import type { Language } from '../words/dictionary.ts'
import { fingerprintLines, noticeWords } from '../words/notice.ts'
import type { Page } from './page.ts'

const CHECK_SHAPES = { yes: 'tick', no: 'octagon', later: 'ring' } as const
const CHECK_TONES = { yes: 'ok', no: 'bad', later: 'info' } as const

const Check = ({ name, holds, lang }: { name: string; holds: boolean | null; lang: Language }) => {
  const found = holds === null ? 'later' : holds ? 'yes' : 'no'
  return (
    <li className={`notice-check tone-${CHECK_TONES[found]}`}>
      <ShapeIcon shape={CHECK_SHAPES[found]} />
      <span>
        {name}
        <b>{noticeWords[lang].checkPage[found]}</b>
      </span>
    </li>
  )
}

export const NoticeCheckPage: Page<'notice-check'> = ({ props, context }) => {
  const { lang } = context
  const { notice, checks, url } = props
  const words = noticeWords[lang].checkPage
  return (
    <Frame context={context} title={words.title} owner={notice.community}>
      <Heading title={words.title}>{notice.title}</Heading>
      <Card>
        <p>{words.lead}</p>
        <ul>
          <Check name={words.wording} holds={checks.wording} lang={lang} />
          <Check name={words.included} holds={checks.included} lang={lang} />
          <Check name={words.signed} holds={checks.signed} lang={lang} />
        </ul>
        {fingerprintLines(props, lang).map((line) => (
          <code className="proof fingerprint" key={line}>
            {line}
          </code>
        ))}
        <a className="button" href={`/n/${notice.notice}`}>
          {words.back}
        </a>
      </Card>
      <Card title={words.alone}>
        <p>{words.aloneHint}</p>
        <code className="proof">npx yishi verify notice FILE</code>
        <a className="button" href={url} download={`${notice.notice}.json`}>
          {words.download}
        </a>
      </Card>
    </Frame>
  )
}
