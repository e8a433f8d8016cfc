// Who is signed in, with which memberships; the language, and the way out.
import { Button, Popover } from 'antd'
import { roleWords } from '../../words/console-people.ts'
import { shellWords } from '../../words/console-shell.ts'
import { dayText } from '../../words/console-time.ts'
import { newKey, write } from '../api.ts'
import { useCommunity } from '../community.tsx'
import { useLanguage, useWords } from '../language.tsx'

const signOut = async () => {
  await write('/auth/sign-out', {}, { key: newKey() }).catch(() => undefined)
  location.assign('/staff/login')
}

const Hats = () => {
  const words = useWords(shellWords)
  const roles = useWords(roleWords)
  const { me } = useCommunity()
  return (
    <div className="hats">
      <strong>{me.name}</strong>
      <span className="meta">{words.myHats}</span>
      <ul>
        {me.hats.map((hat) => (
          <li key={`${hat.role}-${hat.community}-${hat.node ?? ''}-${hat.party ?? ''}`}>
            {[roles[hat.role], hat.communityName, hat.nodeName, hat.partyName].filter(Boolean).join(' · ')}
          </li>
        ))}
      </ul>
      <Button block onClick={() => void signOut()}>
        {words.signOut}
      </Button>
    </div>
  )
}

/** What residents of the community see; of several, only once one is chosen. */
const PublicPages = () => {
  const words = useWords(shellWords)
  const { me, community } = useCommunity()
  const shown = community || (me.communities.length === 1 ? me.communities[0]?.id : undefined)
  return shown ? (
    <span className="public-pages">
      <a href={`/c/${shown}`}>{words.publicBoard}</a>
      <a href={`/hall/${shown}`}>{words.hall}</a>
    </span>
  ) : null
}

export const Account = () => {
  const words = useWords(shellWords)
  const roles = useWords(roleWords)
  const { lang, setLang } = useLanguage()
  const { me } = useCommunity()
  const role = me.hats[0]?.role
  return (
    <div className="account">
      <PublicPages />
      <Popover trigger="click" placement="topLeft" content={<Hats />}>
        <button type="button" className="who" title={words.account} aria-haspopup="dialog">
          {me.name}
          {role && <> · {roles[role]}</>}
        </button>
      </Popover>
      <span className="today">{words.today(dayText(new Date().toISOString(), lang))}</span>
      <button
        type="button"
        className="other-language"
        lang={lang === 'zh' ? 'en' : 'zh-CN'}
        onClick={() => setLang(lang === 'zh' ? 'en' : 'zh')}
      >
        {words.otherLanguage}
      </button>
    </div>
  )
}
