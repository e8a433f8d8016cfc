// The big screen of the hall: dark, read from across a room, and usable on a telephone; without JavaScript it comes anew each minute.
import { millis, type Instant } from '@yishi/domain/kernel'
import { QrFigure } from '../design/parts.tsx'
import { languageTag } from '../words/dictionary.ts'
import { frameWords } from '../words/frame.ts'
import { boardWords } from '../words/public-board.ts'
import { wallClock } from '../words/wall-clock.ts'
import { script, stylesheet } from './assets.ts'
import { HallMain } from './hall-main.tsx'
import type { Page } from './page.ts'

export const HallPage: Page<'hall'> = ({ props: { board, version, qr }, context }) => {
  const { lang } = context
  const { community, asOf } = board
  const [words, frame] = [boardWords[lang], frameWords[lang]]
  const { time, day } = wallClock(millis(asOf as Instant), lang)
  return (
    <html lang={languageTag[lang]} data-theme="dark" data-hall="" {...(context.elder ? { 'data-elder': '' } : {})}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content="#0e1a16" />
        <meta name="referrer" content="same-origin" />
        <title>{`${words.hallTitle} · ${community.name}`}</title>
        <link rel="stylesheet" href={stylesheet} />
        <noscript>
          <meta httpEquiv="refresh" content="60" />
        </noscript>
        <script type="module" src={script} />
      </head>
      <body>
        <header className="hall-head">
          <span className="brand-mark" aria-hidden="true">
            {frame.brandMark}
          </span>
          <div>
            <h1>{community.name}</h1>
            <p>{[community.streetOffice, words.households(community.households)].filter(Boolean).join(' · ')}</p>
          </div>
          <p className="hall-clock" data-clock={asOf}>
            <b>{time}</b>
            <span>{day}</span>
          </p>
        </header>
        <main id="content" className="hall-main">
          <div className="hall-live" data-live={`/live/${community.id}/hall`} data-version={version}>
            <HallMain board={board} lang={lang} />
          </div>
          <section className="hall-card hall-scan">
            <QrFigure svg={qr} label={words.qr} />
            <h2>{words.scan}</h2>
            <p>{words.scanHint}</p>
          </section>
        </main>
      </body>
    </html>
  )
}
