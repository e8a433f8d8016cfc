// Samples of “I have met this too”: the question beside the form, and the page of whoever joined.
import type { Pages } from '@yishi/contract/pages'
import { AS_OF, COMMUNITY, inHand, rows } from './matters.ts'
import { STAIRS, patternOf } from './pictures.ts'

const TOKEN = 'k2Pq8ZrTn5WmYb7cXs3LfA'
const lamp = { ...rows[1]!, voices: 12 }
const draft = {
  text: '楼道灯又不亮了，三楼到五楼都黑',
  where: '3 号楼二单元',
  name: '',
  phone: '',
  publicity: 'nameless' as const,
  kept: [],
}

export const placeWithSimilar = (place: Pages['place']): Readonly<Record<string, Pages['place']>> => ({
  similar: { ...place, draft, similar: { matters: [lamp, { ...rows[3]!, voices: 1 }], chosen: null } },
  'similar-wrong': {
    ...place,
    draft: { ...draft, phone: '12', kept: [STAIRS] },
    problems: { phone: 'not-a-phone' },
    similar: { matters: [lamp], chosen: lamp.code },
  },
  'closed-meanwhile': { ...place, draft, closedMeanwhile: true },
})

const view: Pages['joined']['view'] = {
  ...lamp,
  community: COMMUNITY,
  act: 'do',
  stage: inHand.stage,
  party: '安居物业',
  meetings: [],
  asOf: AS_OF,
}

export const joined: Readonly<Record<string, Pages['joined']>> = {
  receipt: {
    view,
    token: TOKEN,
    receipt: {
      url: `https://yishi.example/j/${TOKEN}`,
      qr: patternOf(TOKEN),
      proof: 'yishi-receipt/1 com_sunshine 1031 9Lp4y2mSxXxL0hSo7eZ3e5BuN1cVvT8wRfGqIdKkBlO= +5a4b1e3d',
    },
  },
  'in-hand': { view: { ...view, voices: 1 }, token: TOKEN, receipt: null },
  closed: { view: { ...view, phase: 'closed', act: 'close', end: 'solved', clock: null }, token: TOKEN, receipt: null },
}
