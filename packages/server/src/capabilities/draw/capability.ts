// What the kernel has to know about draws: the matter before its draw, and when nobody may object any more.
import { type Draw, type DrawCommand, type DrawEvent, type DrawRefusal, drawEntry, drawRules } from '@yishi/domain/draw'
import type { Capability } from '../../kernel/capability.ts'
import { drawStore, matterOfDraw } from './store.ts'

export const draw: Capability<Draw, DrawCommand, DrawEvent, DrawRefusal> = {
  name: 'draw',
  rulebook: drawRules,
  store: drawStore,
  toEntry: drawEntry,
  async parent(trx, subject) {
    const matter = await matterOfDraw(trx, subject)
    return matter ? { capability: 'matter', community: subject.community, id: matter } : null
  },
  wakes: (state) => (state.status === 'drawn' ? { at: state.objectableUntil, command: { type: 'SettleDraw' } } : null),
}
