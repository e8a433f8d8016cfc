// What this phone still holds. Filled in by the script; without one nothing waits here, because every form sends at once.
import type { Language } from '@yishi/contract/pages'
import { patrolWords } from '../words/patrol.ts'

type Given = {
  readonly owner: string
  readonly community: string
  /** Where signing in again leads back to. */
  readonly back: string
  readonly lang: Language
  /** What the script calls the results of a call at a door. */
  readonly results?: Readonly<Record<string, string>>
}

const Item = ({ lang }: Pick<Given, 'lang'>) => {
  const words = patrolWords[lang]
  return (
    <template>
      <li>
        <p>
          <b data-place="" /> <span data-words="" />
        </p>
        <p className="meta" data-told="" />
        <div className="actions" hidden data-acts="">
          <button className="button" type="button" data-copy="">
            {words.copy}
          </button>
          <button className="button" type="button" data-again="">
            {words.again}
          </button>
          <button className="button" type="button" data-drop="">
            {words.drop}
          </button>
        </div>
      </li>
    </template>
  )
}

export const Outbox = ({ owner, community, back, lang, results = {} }: Given) => {
  const words = patrolWords[lang]
  const called = Object.fromEntries(Object.entries(results).map(([key, text]) => [`data-call-${key}`, text]))
  return (
    <section
      className="card outbox"
      hidden
      data-patrol=""
      data-owner={owner}
      data-community={community}
      data-here={words.here}
      data-sending={words.sending}
      data-arrived={words.arrived}
      data-handed-over={words.toDesk}
      data-signed-out={words.signedOut}
      data-looked={words.looked}
      data-settled={words.settled}
      data-sure={words.sure}
      {...called}
    >
      <h2>{words.phone}</h2>
      <ul className="waiting" aria-live="polite" />
      <div className="actions">
        <button className="button" type="button" data-send-now="">
          {words.sendNow}
        </button>
        <a className="button button-main" href={`/login?back=${encodeURIComponent(back)}`} hidden data-sign-in="">
          {words.signIn}
        </a>
      </div>
      <Item lang={lang} />
    </section>
  )
}
