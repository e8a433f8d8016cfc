// What a story tells of a draw; what two people enter before it is known is not told.
import type { DrawEvent } from '@yishi/domain/draw'
import { dictionary } from './dictionary.ts'
import { type Teller, fact } from './telling.ts'

type Told = Exclude<DrawEvent['type'], 'SourceEntered' | 'SourceEntriesDiffered' | 'SourceKnown'>

export const drawTellers = dictionary<Record<Told, Teller>>(
  {
    DrawAnnounced: (item) => `公告要抽签${fact(item, 'title') && `：${fact(item, 'title')}`}`,
    DrawMade: () => '抽出来了，谁都可以自己再算一遍',
    DrawObjected: () => '有人对抽签提了意见',
    DrawObjectionAnswered: (item) => (item.facts['upheld'] === true ? '意见采纳，这次抽签作废' : '对抽签的意见答复了'),
    DrawAnnulled: () => '这次抽签作废',
    DrawSettled: () => '抽签结果生效',
  },
  {
    DrawAnnounced: (item) => `A draw was announced${fact(item, 'title') && `: ${fact(item, 'title')}`}`,
    DrawMade: () => 'The draw was made; anybody can compute it again',
    DrawObjected: () => 'Somebody objected to the draw',
    DrawObjectionAnswered: (item) =>
      item.facts['upheld'] === true
        ? 'The objection was upheld: the draw does not count'
        : 'The objection to the draw was answered',
    DrawAnnulled: () => 'The draw does not count',
    DrawSettled: () => 'The result of the draw stands',
  },
)
