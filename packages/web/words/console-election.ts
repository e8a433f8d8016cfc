// Words of the console for electing people by name: who stands, the seats, the marks, and voting again.
import type { Marking, Tie } from '@yishi/domain/poll'
import { dictionary } from './dictionary.ts'

const zh = {
  candidate: (n: number) => `候选人 ${n}`,
  name: '姓名',
  profile: '简介（对外公开）',
  profileHint: '几句话：做过什么、为什么参选。不写身份证号、电话和门牌号。',
  consented: '本人书面同意参选，也同意公开姓名和简介',
  consentNeeded: '没有本人书面同意，不能列为候选人',
  remove: (n: number) => `去掉候选人 ${n}`,
  removeShort: '去掉',
  add: '添一位候选人',
  committee: '委员会共几位',
  committeeHint: '单数',
  sitting: '现在在任几位',
  sittingHint: '换届填 0；补选、再投一次填已有的人数',
  marking: '票怎么填',
  markings: {
    each: '逐人选同意、反对或弃权',
    limited: '勾名字，最多勾席位那么多，多了作废',
  } as Readonly<Record<Marking, string>>,
  tie: '同意人数一样多时',
  ties: { area: '同意面积多的在前', revote: '这几位再投一次' } as Readonly<Record<Tie, string>>,
  again: '空着的席位，再投一次',
  againHint: (seats: number) => `还有 ${seats} 席空着。再投一次要另发公告，候选人已经替您填好。`,
  wholly: '整张票',
  byName: '按人填',
}

const en: typeof zh = {
  candidate: (n) => `Candidate ${n}`,
  name: 'Name',
  profile: 'Profile (public)',
  profileHint: 'A few sentences: what they have done and why they stand. No identity or telephone number, no door.',
  consented: 'Has agreed in writing to stand, and to name and profile being public',
  consentNeeded: 'Nobody stands without having agreed in writing',
  remove: (n) => `Remove candidate ${n}`,
  removeShort: 'Remove',
  add: 'Add a candidate',
  committee: 'Members of the committee',
  committeeHint: 'An odd number',
  sitting: 'Sitting now',
  sittingHint: '0 for a whole new committee; those in office for a by-election or a second vote',
  marking: 'How a ballot is marked',
  markings: {
    each: 'For, against or abstain beside each name',
    limited: 'Ticks beside names, no more than seats; more spoil the ballot',
  },
  tie: 'When heads are equal',
  ties: { area: 'More area goes first', revote: 'They vote again' },
  again: 'Vote again for the open seats',
  againHint: (seats) =>
    `${seats === 1 ? '1 seat stays' : `${seats} seats stay`} open. A second vote has a notice of its own; its candidates are filled in already.`,
  wholly: 'The whole ballot',
  byName: 'Name by name',
}

export const consoleElectionWords = dictionary(zh, en)
