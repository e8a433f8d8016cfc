// An open poll of owners for tests: a house of a few units, announced by a notice that has hung to its end, through the poll's own rules.
import { endOfDay, localDateOf } from '@yishi/domain/calendar'
import { DAY, type MatterId, type PollId, type UnitId, isRefused, later } from '@yishi/domain/kernel'
import type { StandingNotice } from '@yishi/domain/notice'
import { type AssemblyPlan, type PollCommand, type Voter, headsOf, pollRuleByKey } from '@yishi/domain/poll'
import type { CommunityId } from '@yishi/domain/kernel'
import { noticeOf } from '../../../../../domain/src/poll/testing/assembly.ts'
import { SUN } from '../../../fences/building.ts'
import { raise } from '../../../fences/ground.ts'
import { type Caller, personId } from '../../../fences/people.ts'
import type { Town } from '../../../fences/town.ts'
import { performer } from '../../../wiring.ts'
import { lockMatter } from '../../matter/index.ts'
import { poll as pollCapability } from '../../poll/index.ts'

export type Home = { readonly owners: readonly Caller[]; readonly area?: string; readonly path?: string }

const votersOf = (town: Town, homes: readonly Home[]): readonly Voter[] => {
  const units = homes.map(({ owners }) => ({
    unit: town.ctx.ids('unt') as UnitId,
    owners: owners.map(personId),
    undelivered: false,
  }))
  const heads = headsOf(units)
  return homes.map(({ area = '100.00', path = 'G1.B1' }, index) => {
    const { unit, owners } = units[index]!
    const share = `1/${Math.max(1, owners.length)}`
    return {
      voter: town.ctx.ids('vtr'),
      ballot: town.ctx.ids('bal'),
      person: owners.length === 1 ? owners[0]! : null,
      party: null,
      name: `1号楼 ${index + 1}01`,
      path,
      head: heads[index]!,
      zone: '',
      unit: {
        unit,
        use: 'flat',
        undelivered: false,
        owners: owners.map((person) => ({ person, name: '业主', share })),
      },
      amounts: { area },
    }
  })
}

const planAt = (town: Town): AssemblyPlan => {
  const opensAt = endOfDay(localDateOf(later(town.ctx.clock.now(), 16 * DAY)))
  return {
    topic: 'property-company',
    scope: { kind: 'community', path: '', name: '晨光', uses: ['flat'], zones: 'zone' },
    regime: 'follow-majority',
    basis: '议事规则第 12 条',
    caller: 'owners-committee',
    reelection: false,
    opensAt,
    closesAt: later(opensAt, 10 * DAY),
  }
}

const noticeFor = ({ opensAt }: AssemblyPlan, status: 'hanging' | 'elapsed') =>
  noticeOf(SUN, opensAt, { id: 'ntc_called', status }) as StandingNotice

const staff = (town: Town) =>
  ({
    kind: 'person',
    person: personId('staff'),
    hats: [{ role: 'staff', community: SUN, path: '', party: null }],
    town,
  }) as const

export type OpenedPoll = { readonly poll: PollId; readonly voters: readonly Voter[]; readonly closesAt: `${string}Z` }

/** Time moves on to its opening. */
export const openOwnersPoll = async (town: Town, homes: readonly Home[]): Promise<OpenedPoll> => {
  const { matter } = await raise(town, { title: '物业续聘' })
  const sorting = { level: 'II', colour: 'yellow', size: 'big', kind: 'facilities', procedure: 'four-affairs' }
  const sorted = await town.as('staff', { method: 'POST', url: `/api/matters/${matter}/sort`, json: sorting })
  if (sorted.status !== 200) throw new Error(sorted.text)
  const [id, voters, plan] = [town.ctx.ids('pol'), votersOf(town, homes), planAt(town)]
  const subject = { community: SUN as CommunityId, id }
  const { town: _, ...actor } = staff(town)
  const act = async (command: PollCommand | ((trx: never) => Promise<PollCommand>)) => {
    const done = await performer.perform(town.ctx, pollCapability, { subject, actor, command: command as PollCommand })
    if (isRefused(done)) throw new Error(`${done.refused} ${JSON.stringify(done.detail)}`)
  }
  await act(async (trx) => ({
    type: 'DraftPoll',
    id,
    of: await lockMatter(trx, { community: SUN, id: matter as MatterId }),
    rule: pollRuleByKey('cn-civil-code-278-ordinary'),
    way: 'ballots',
    question: { type: 'for-against', text: '续聘安居物业？', explanation: '合同期三年。' },
    electorate: { voters },
    plan,
  }))
  await act({ type: 'AnnouncePoll', notice: noticeFor(plan, 'hanging') })
  await town.advanceTo(plan.opensAt)
  await act({ type: 'OpenPoll', objections: { notice: noticeFor(plan, 'elapsed'), unanswered: 0 } })
  return { poll: id, voters, closesAt: plan.closesAt }
}
