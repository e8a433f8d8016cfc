// The frame of every page: the whole document, the brand with its community, the two switches, content, dock and foot.
import type { CommunityName, PageContext } from '@yishi/contract/pages'
import type { ReactNode } from 'react'
import { script, stylesheet } from '../pages/assets.ts'
import { frameWords } from '../words/frame.ts'
import { languageTag } from '../words/dictionary.ts'
import { ReadAloud } from './read-aloud.tsx'

/** A sheet of paper names its community without a way there. */
export type Owner = Pick<CommunityName, 'name' | 'streetOffice'> & { readonly id?: string }

type FrameGiven = {
  readonly context: PageContext
  /** Of the document; the page's own h1 is part of `children`. */
  readonly title: string
  readonly owner?: Owner | undefined
  readonly dock?: ReactNode
  /** Beside the one that every page has. */
  readonly scripts?: readonly string[]
  readonly layout?: 'plain' | 'wide' | 'paper'
  readonly children: ReactNode
}

const Switch = ({ context, name }: { context: PageContext; name: 'elder' | 'lang' }) => {
  const words = frameWords[context.lang]
  const other = context.lang === 'zh' ? 'en' : 'zh'
  return (
    <form className="switch" method="post" action="/prefs">
      <input type="hidden" name="back" value={context.path} />
      {name === 'elder' ? (
        <button className="pill" name="elder" value={context.elder ? '0' : '1'} aria-pressed={context.elder}>
          {words.largeType}
        </button>
      ) : (
        <button className="pill pill-plain" name="lang" value={other} lang={languageTag[other]}>
          {context.elder ? words.otherLanguage : words.otherLanguageShort}
        </button>
      )}
    </form>
  )
}

const Head = ({ context, owner }: Pick<FrameGiven, 'context' | 'owner'>) => {
  const words = frameWords[context.lang]
  return (
    <header className="head">
      <a className="brand" href={owner?.id ? `/c/${owner.id}` : '/'}>
        <span className="brand-mark" aria-hidden="true">
          {words.brandMark}
        </span>
        <span className="brand-names">
          <b>{owner?.name ?? words.brand}</b>
          <small>{owner ? (owner.streetOffice ?? words.brand) : words.motto}</small>
        </span>
      </a>
      {context.elder ? null : <Switch context={context} name="lang" />}
      <Switch context={context} name="elder" />
    </header>
  )
}

const Foot = ({ context, owner }: Pick<FrameGiven, 'context' | 'owner'>) => {
  const words = frameWords[context.lang]
  return (
    <footer className="foot">
      <nav aria-label={words.navigation}>
        <a href="/">{words.home}</a>
        {owner?.id ? <a href={`/c/${owner.id}`}>{words.community}</a> : null}
        <a href="/find">{words.find}</a>
        {context.signedIn ? <a href="/me">{words.myMatters}</a> : <a href="/login">{words.signIn}</a>}
      </nav>
      {context.elder ? <Switch context={context} name="lang" /> : null}
    </footer>
  )
}

export const Frame = ({ context, title, owner, dock, scripts = [], layout = 'plain', children }: FrameGiven) => (
  <html lang={languageTag[context.lang]} {...(context.elder ? { 'data-elder': '' } : {})}>
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      <meta name="format-detection" content="telephone=no" />
      <meta name="theme-color" content="#f6f4ee" />
      <meta name="referrer" content="same-origin" />
      <title>{`${title} · ${owner?.name ?? frameWords[context.lang].brand}`}</title>
      <link rel="stylesheet" href={stylesheet} />
      <script type="module" src={script} />
      {scripts.map((address) => (
        <script key={address} type="module" src={address} />
      ))}
    </head>
    <body className={`layout-${layout}`} {...(context.signedIn ? {} : { 'data-nobody': '' })}>
      <a className="skip" href="#content">
        {frameWords[context.lang].skip}
      </a>
      <Head context={context} owner={owner} />
      <main id="content" tabIndex={-1}>
        {context.elder ? <ReadAloud lang={context.lang} /> : null}
        {children}
      </main>
      {dock ? <aside className="dock">{dock}</aside> : null}
      <Foot context={context} owner={owner} />
    </body>
  </html>
)
