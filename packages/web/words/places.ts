// The words for the territory: kinds of places as they stand on plates and pages.
import type { PlaceKind } from '@yishi/domain/territory'
import { dictionary } from './dictionary.ts'

export const placeKindWords = dictionary<Record<PlaceKind, string>>(
  { grid: '网格', building: '楼', stairway: '楼道', 'lamp-post': '灯杆', point: '点位', community: '居民区' },
  {
    grid: 'Grid',
    building: 'Building',
    stairway: 'Stairway',
    'lamp-post': 'Lamp-post',
    point: 'Spot',
    community: 'Community',
  },
)
