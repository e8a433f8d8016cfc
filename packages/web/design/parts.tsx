// The small parts that pages are made of: heading, card, notice bar, photo strip, person card, seal, QR figure, paging.
import type { PhotoView } from '@yishi/contract/matter'
import type { Language, Paging } from '@yishi/contract/pages'
import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import { frameWords } from '../words/frame.ts'
import { Picture, ShapeIcon } from './icons.tsx'

export const Heading = ({ title, children }: { title: string; children?: ReactNode }) => (
  <div className="heading">
    <h1>{title}</h1>
    {children ? <p className="meta">{children}</p> : null}
  </div>
)

export const PlaceName = ({ name }: { name: string }) => (
  <span className="place-name">
    <Picture name="pin" />
    {name}
  </span>
)

type CardGiven = { title?: string; className?: string; id?: string; children: ReactNode }

export const Card = ({ title, className, id, children }: CardGiven) => (
  <section className={classes('card', className)} {...(id ? { id } : {})}>
    {title ? <h2>{title}</h2> : null}
    {children}
  </section>
)

const NOTICE_SHAPES = { ok: 'tick', info: 'ring', warn: 'triangle', bad: 'octagon' } as const

export const NoticeBar = ({ tone, children }: { tone: keyof typeof NOTICE_SHAPES; children: ReactNode }) => (
  <div className={`notice tone-${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
    <ShapeIcon shape={NOTICE_SHAPES[tone]} />
    <div>{children}</div>
  </div>
)

/** Facts in one line that breaks between them only, so that a place or a moment is never torn apart. */
export const Facts = ({ facts }: { facts: readonly (string | false | null | undefined)[] }) => {
  const said = facts.filter((fact): fact is string => Boolean(fact))
  return (
    <p className="meta facts">
      {said.map((fact) => (
        <span key={fact}>{`${fact} `}</span>
      ))}
    </p>
  )
}

export const PhotoStrip = ({ photos, lang }: { photos: readonly PhotoView[]; lang: Language }) =>
  photos.length === 0 ? null : (
    <ul className="photos">
      {photos.map(({ id, thumb, full }, index) => (
        <li key={id}>
          <a href={full}>
            <img src={thumb} alt={frameWords[lang].photo(index + 1)} width="240" height="240" loading="lazy" />
          </a>
        </li>
      ))}
    </ul>
  )

type PersonGiven = {
  name: string
  detail: string | null
  phone: string | null
  lang: Language
  className?: string
  lead?: string
}

/** Whom to call, and where it needs saying, why: the first character stands for a face. */
export const PersonCard = ({ name, detail, phone, lang, className, lead }: PersonGiven) => (
  <section className={classes('card', 'person', className)}>
    {lead ? <p className="person-lead">{lead}</p> : null}
    <span className="person-face" aria-hidden="true">
      {[...(name.split(/\s+/u).at(-1) ?? name)][0]}
    </span>
    <div className="person-words">
      <h2>{name}</h2>
      {detail ? <p className="meta">{detail}</p> : null}
    </div>
    {phone ? (
      <a className="button" href={`tel:${phone.replace(/[^\d+]/g, '')}`} aria-label={frameWords[lang].callWhom(name)}>
        <Picture name="phone" />
        {frameWords[lang].call}
      </a>
    ) : null}
  </section>
)

/** For formal acts only: a character in a double frame of cinnabar. */
export const Seal = ({ mark }: { mark: string }) => (
  <span className="seal" aria-hidden="true" lang="zh-CN">
    <span>{mark}</span>
  </span>
)

/** The SVG text was made by our own server. */
export const QrFigure = ({ svg, label, caption }: { svg: string; label: string; caption?: string }) => (
  <figure className="qr">
    <div role="img" aria-label={label} dangerouslySetInnerHTML={{ __html: svg }} />
    {caption ? <figcaption>{caption}</figcaption> : null}
  </figure>
)

export const Pager = ({ paging, path, lang }: { paging: Paging; path: string; lang: Language }) => {
  const words = frameWords[lang]
  const to = (page: number) => `${path}?page=${page}`
  return paging.pages < 2 ? null : (
    <nav className="pager" aria-label={words.pageOf(paging.page, paging.pages)}>
      {paging.page > 1 ? (
        <a className="button" href={to(paging.page - 1)}>
          {words.newer}
        </a>
      ) : (
        <span />
      )}
      <span>{words.pageOf(paging.page, paging.pages)}</span>
      {paging.page < paging.pages ? (
        <a className="button" href={to(paging.page + 1)}>
          {words.older}
        </a>
      ) : (
        <span />
      )}
    </nav>
  )
}
