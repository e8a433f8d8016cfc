// The orders of a matter, each with what the reader may do with it.
import { Button } from 'antd'
import type { OrderView } from '@yishi/contract/matter'
import type { OrderCommandName } from '@yishi/contract/matter-command'
import { actionWords } from '../../words/console-forms.ts'
import { matterWords, orderStatusWords } from '../../words/console-matter.ts'
import { shellWords } from '../../words/console-shell.ts'
import { shortMoment } from '../../words/console-time.ts'
import type { Opened } from '../commands/command-drawer.tsx'
import { useWords } from '../language.tsx'
import { Figures } from '../parts/figures.tsx'
import { Glyph, type Shape } from '../parts/glyph.tsx'
import { useInHand } from './in-hand.tsx'

const LOOKS = {
  placed: ['ring', 'info'],
  accepted: ['half', 'info'],
  done: ['ok', 'ok'],
  declined: ['done', 'mute'],
  withdrawn: ['done', 'mute'],
} as const satisfies Record<OrderView['status'], readonly [Shape, string]>

const COMMANDS: readonly OrderCommandName[] = ['accept', 'report', 'complete', 'transfer', 'decline']

const OrderActions = ({ order, open }: { order: OrderView; open: (opened: Opened) => void }) => {
  const names = useWords(actionWords)
  const commands = COMMANDS.filter((name) => order.may.includes(name))
  if (commands.length === 0) return null
  return (
    <div className="row">
      {commands.map((name, index) => (
        <Button
          key={name}
          type={index === 0 ? 'primary' : 'default'}
          aria-label={`${names[name]}: ${order.partyName}`}
          onClick={() => open({ name, order })}
        >
          {names[name]}
        </Button>
      ))}
    </div>
  )
}

const Order = ({ order, open }: { order: OrderView; open: (opened: Opened) => void }) => {
  const words = useWords(matterWords)
  const statuses = useWords(orderStatusWords)
  const shell = useWords(shellWords)
  const [shape, tone] = LOOKS[order.status]
  return (
    <li className="order">
      <div className="row">
        <strong>{order.partyName}</strong>
        {order.lead && <span className="chip plain">{words.lead}</span>}
        {order.whistled && <span className="chip warn">{words.whistled}</span>}
        <span className={`chip ${tone}`}>
          <Glyph shape={shape} />
          {statuses[order.status]}
        </span>
        <span className="meta num">{words.placedAt(shortMoment(order.placedAt))}</span>
        {order.by && <span className={`chip ${order.overdue ? 'bad' : 'plain'} num`}>{words.by(order.by)}</span>}
      </div>
      <p>{order.task}</p>
      {order.reason && <p className="meta">{shell.said(words.reason, order.reason)}</p>}
      <Figures figures={order.figures} />
      <OrderActions order={order} open={open} />
    </li>
  )
}

export const Orders = ({ open }: { open: (opened: Opened) => void }) => {
  const words = useWords(matterWords)
  const { orders } = useInHand().file
  return (
    <section className="panel box" aria-label={words.orders}>
      <h2>{words.orders}</h2>
      {orders.length === 0 && <p className="quiet">{words.noOrders}</p>}
      <ul>
        {orders.map((order) => (
          <Order key={order.order} order={order} open={open} />
        ))}
      </ul>
    </section>
  )
}
