// Names of what happens in the life of a draw.
import type { DrawEvent } from '@yishi/domain/draw'
import { dictionary } from '../dictionary.ts'

export const drawEvents = dictionary<Record<DrawEvent['type'], string>>(
  {
    DrawAnnounced: '抽签公告',
    SourceEntered: '填报号码',
    SourceEntriesDiffered: '号码填得不一样',
    SourceKnown: '号码确定',
    DrawMade: '抽签结果',
    DrawObjected: '抽签异议',
    DrawObjectionAnswered: '答复抽签异议',
    DrawAnnulled: '抽签作废',
    DrawSettled: '抽签生效',
  },
  {
    DrawAnnounced: 'Draw announced',
    SourceEntered: 'Source entered',
    SourceEntriesDiffered: 'Source entries differed',
    SourceKnown: 'Source known',
    DrawMade: 'Draw made',
    DrawObjected: 'Draw objected to',
    DrawObjectionAnswered: 'Draw objection answered',
    DrawAnnulled: 'Draw declared void',
    DrawSettled: 'Draw settled',
  },
)
