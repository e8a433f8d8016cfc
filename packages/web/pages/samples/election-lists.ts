// Plausible lists of secret elections for the tests of their page.
import type { ElectionsPage, PublicElectionLine } from '@yishi/contract/election-pages'
import { AS_OF, COMMUNITY } from './matters.ts'

const line = (more: Partial<PublicElectionLine>): PublicElectionLine => ({
  election: 'elc_village',
  title: '第十三届村民委员会换届选举',
  phase: 'roll',
  status: 'published',
  day: '2026-11-28',
  place: '村委会大院，8:00–16:00',
  seats: 3,
  roll: { objectionsUntil: '2026-11-09T16:00:00.000Z', registered: 1180 },
  elected: [],
  recall: null,
  ...more,
})
const list = (...elections: readonly PublicElectionLine[]): ElectionsPage => ({
  community: COMMUNITY,
  elections,
  paging: { page: 1, pages: 1, total: elections.length },
  asOf: AS_OF,
})

export const electionLists: Readonly<Record<string, ElectionsPage>> = {
  none: list(),
  all: list(
    line({ election: 'elc_1', phase: 'now', status: 'voting', title: '社区食堂监督小组选举' }),
    line({ election: 'elc_2' }),
    line({ election: 'elc_3', phase: 'ahead', title: '自管会换届选举', day: '2026-12-06' }),
    line({
      election: 'elc_4',
      phase: 'held',
      status: 'short',
      elected: [
        { title: '主任', names: ['赵国强'] },
        { title: '委员', names: ['李桂兰', '周敏'] },
      ],
      day: '2026-11-14',
    }),
    line({
      election: 'elc_5',
      phase: 'held',
      status: 'decided',
      elected: [{ title: '', names: ['李桂兰'] }],
      day: '2025-05-11',
      seats: 1,
    }),
    line({
      election: 'elc_7',
      phase: 'held',
      status: 'decided',
      title: '罢免村民委员会成员投票',
      recall: [
        { title: '副主任 孙建军', recalled: true },
        { title: '委员 吴秋生', recalled: false },
      ],
      day: '2025-03-09',
    }),
    line({ election: 'elc_6', phase: 'withdrawn', status: 'withdrawn', title: '楼组长选举', roll: null }),
  ),
  further: { ...list(line({ phase: 'held', status: 'decided' })), paging: { page: 2, pages: 2, total: 21 } },
}
