// What a story tells of a neighbour who joined.
import type { JoiningEvent } from '@yishi/domain/joining'
import { dictionary } from './dictionary.ts'
import type { Teller } from './telling.ts'

export const joiningTellers = dictionary<Record<JoiningEvent['type'], Teller>>(
  { MatterJoined: () => '又有一户说也遇到了' },
  { MatterJoined: () => 'One more household has met it' },
)
