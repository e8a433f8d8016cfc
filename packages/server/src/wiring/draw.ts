// What a draw moves: its matter, what ends with the stage that opened it, and who hears of it.
import { matterMovedByDraw } from '@yishi/domain/reactions'
import { draw, drawIsTold } from '../capabilities/draw/index.ts'
import { matter } from '../capabilities/matter/index.ts'
import { type Reaction, follow, on } from '../kernel/react.ts'
import { endsWithStage } from './stage.ts'

const matterFollows = on(draw, ({ subject: { community }, state, event }) =>
  state.status === 'absent'
    ? []
    : matterMovedByDraw(state, event).map(({ to, command }) => follow(matter, { community, id: to }, command)),
)

export const drawReactions: readonly Reaction[] = [
  endsWithStage('drw_', draw, { type: 'AnnulDraw', reason: '' }),
  matterFollows,
  on(draw, ({ subject, event }) => drawIsTold(subject, event)),
]
