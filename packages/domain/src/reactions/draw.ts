// How a draw moves its matter: that it was announced, that its result stands, or that it does not count.
import type { DrawEvent, StandingDraw } from '../draw/index.ts'
import type { MatterMove } from './move.ts'

/** A result that can still be objected to moves nothing yet; one that ended with its stage the matter has left itself. */
export const matterMovedByDraw = ({ id, matter }: StandingDraw, event: DrawEvent): readonly MatterMove[] => {
  const note = (status: 'running' | 'ended' | 'withdrawn'): readonly MatterMove[] =>
    matter === null
      ? []
      : [{ to: matter, command: { type: 'NoteProceeding', proceeding: { kind: 'draw', id, status }, resolved: [] } }]
  switch (event.type) {
    case 'DrawAnnounced':
      return note('running')
    case 'DrawSettled':
      return note('ended')
    case 'DrawAnnulled':
      return event.byStage ? [] : note('withdrawn')
    case 'SourceEntered':
    case 'SourceEntriesDiffered':
    case 'SourceKnown':
    case 'DrawMade':
    case 'DrawObjected':
    case 'DrawObjectionAnswered':
      return []
  }
}
