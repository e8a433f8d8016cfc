// The buttons of a matter: exactly the commands that the reader may give now.
import { Button } from 'antd'
import { type ActionName, actionWords } from '../../words/console-forms.ts'
import { matterWords } from '../../words/console-matter.ts'
import type { Opened } from '../commands/command-drawer.tsx'
import { useWords } from '../language.tsx'
import { useInHand } from './in-hand.tsx'

/** What moves the matter on comes first and is shown strongly; the rest follows. Outcomes have a place of their own. */
const MOVING: readonly ActionName[] = [
  'sort',
  'place-orders',
  'record-talk',
  'sign',
  'meet-condition',
  'answer',
  'rate',
  'revisit',
  'codify',
  'resume',
  'reopen',
]
const TENDING: readonly ActionName[] = [
  'remark',
  'nudge',
  'pause',
  'list',
  'unlist',
  'correct',
  'link',
  'withdraw-consent',
]

const allowed = (may: readonly string[], names: readonly ActionName[]): ActionName[] =>
  names.filter((name) => may.includes(name)).flatMap((name) => (name === 'place-orders' ? [name, 'whistle'] : [name]))

export const Actions = ({ open }: { open: (opened: Opened) => void }) => {
  const words = useWords(matterWords)
  const names = useWords(actionWords)
  const { may } = useInHand().file
  const [moving, tending] = [allowed(may, MOVING), allowed(may, TENDING)]
  return (
    <section className="panel box" aria-label={words.actions}>
      <h2>{words.actions}</h2>
      {moving.length + tending.length === 0 && <p className="quiet">{words.nothingToDo}</p>}
      {moving.length > 0 && (
        <div className="row">
          {moving.map((name, index) => (
            <Button key={name} type={index === 0 ? 'primary' : 'default'} onClick={() => open({ name })}>
              {names[name]}
            </Button>
          ))}
        </div>
      )}
      {tending.length > 0 && (
        <div className="row tending">
          {tending.map((name) => (
            <Button key={name} type="link" onClick={() => open({ name })}>
              {names[name]}
            </Button>
          ))}
        </div>
      )}
    </section>
  )
}
