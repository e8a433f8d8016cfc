// What the desk sends to draw up and announce an owners' vote on changing the property company (Civil Code 278), asked of the flats of building 1.
import { DAY, isRefused, later } from '@yishi/domain/kernel'
import { noticePeriod } from '@yishi/domain/notice'
import { nodeId } from '../../../fences/people.ts'
import type { Town } from '../../../fences/town.ts'

export const FLATS = { units: { kind: 'building', node: nodeId('B1'), uses: ['flat'] } } as const

export const NOTICE = {
  title: '业主大会公告',
  text: '议题：更换物业公司。未按时反馈的，不计入参与表决。',
  days: 15,
  everywhere: true,
}

/** Opens as soon as the notice has hung: where it would end on a holiday it hangs longer. */
export const planIn = (town: Town, more: object = {}) => {
  const period = noticePeriod(town.ctx.clock.now(), { days: 15, basis: null })
  if (isRefused(period)) throw new Error(period.refused)
  const opensAt = period.endsAt
  return {
    topic: 'property-company',
    regime: 'strict',
    basis: '',
    caller: 'residents-committee',
    reelection: false,
    preparation: { told: '已书面告知房管所和居委会', paper: '居委会' },
    opensAt,
    closesAt: later(opensAt, 10 * DAY),
    ...more,
  }
}

export const draftIn = (town: Town, more: object = {}) => ({
  rule: 'cn-civil-code-278-ordinary',
  way: 'ballots',
  question: { type: 'for-against', text: '更换物业公司，好不好？', explanation: '三家比过。' },
  electorate: FLATS,
  plan: planIn(town),
  ...more,
})
