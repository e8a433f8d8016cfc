// Plausible props of every page in its variants, all invented; for the tests of the pages and for looking at them.
import { agendaPolls, agendaSheets, pollAgendas } from './agendas.ts'
import type { Pages } from '@yishi/contract/pages'
import { alertPlaces, alertSamples, burst } from './alerts.ts'
import { patrol } from './patrol.ts'
import { AS_OF, COMMUNITY, closed, inHand, overdue, received, rows, toRate } from './matters.ts'
import { drawLines, draws } from './draws.ts'
import { joined, placeWithSimilar } from './joining.ts'
import { myBallots, paperBallots, pollScreens, reconciliations, walks } from './paper.ts'
import { rankingPrints, rankingReports, voidBallots } from './preference-sheets.ts'
import { committees } from './committees.ts'
import { electionLists } from './election-lists.ts'
import { electionRolls, secretBallots } from './secret-election-papers.ts'
import { secretElections } from './secret-elections.ts'
import { budgetPrints, budgetSlips, budgets } from './budgets.ts'
import { ownHomes, ownPages } from './own.ts'
import { pollSheets, polls } from './polls.ts'
import { preferenceSheets, preferences } from './preferences.ts'
import { meetingLines, meetingPaperSamples, meetingSamples } from './meetings.ts'
import { noticeSamples } from './notices.ts'
import { DOOR, STAIRS, patternOf } from './pictures.ts'
import { PROJECT } from './project.ts'
import { signingIn } from './signing-in.ts'
import { spokenFollows, spokenPlaces } from './voice.ts'

type Samples = { readonly [Key in keyof Pages]: Readonly<Record<string, Pages[Key]>> }

const TOKEN = 'v7Yx2mQe9hTzKp4wR8sNcA'
const emptyDraft = { text: '', where: '3 号楼二单元', name: '', phone: '', publicity: 'nameless' as const, kept: [] }

const place: Pages['place'] = {
  place: {
    code: 'YG3F2D01',
    kind: 'stairway',
    name: '3 号楼二单元',
    community: COMMUNITY,
    keeper: { name: '李敏', phone: '021-5555 0136', area: '1–6 号楼' },
    open: rows.slice(1, 3),
  },
  draft: emptyDraft,
  problems: {},
  key: 'k-1',
  beside: { alerts: [] },
  patrols: false,
  asOf: AS_OF,
  similar: null,
  closedMeanwhile: false,
}

const follow: Pages['follow'] = {
  view: inHand,
  beside: { projects: [], draws: [], alerts: [] },
  at: `/m/${TOKEN}`,
  receipt: null,
  said: null,
  draft: null,
  key: 'k-2',
}
const receipt = {
  url: `https://yishi.example/m/${TOKEN}`,
  qr: patternOf(TOKEN),
  proof: 'yishi-receipt/1 com_sunshine 1024 7Hn2w0kq0VvJ8fQm5cX1c3ZsL9aYtR6uPdEoGbIiKjM= +3f2a9c1b',
}

const plates = ['1 号楼一单元', '1 号楼二单元', '2 号楼', '北门灯杆 07', '第三网格', '中心广场', '南门快递柜'].map(
  (name, index) => ({
    code: `YG3F2D0${index}`,
    kind: 'point' as const,
    name,
    community: COMMUNITY.name,
    url: `https://yishi.example/p/YG3F2D0${index}`,
    svg: patternOf(name),
  }),
)

const found = { streetOffice: '翠湖街道办事处', community: '', name: '王芳', phone: '1380000' }

export const samples: Samples = {
  patrol,
  ...noticeSamples,
  home: {
    usual: {
      communities: [
        { id: 'com_sunshine', name: '阳光花园', streetOffice: '翠湖街道', open: 12 },
        { id: 'com_lake', name: '湖畔新村', streetOffice: '翠湖街道', open: 0 },
      ],
      found: false,
    },
    empty: { communities: [], found: true },
  },
  ...alertSamples,
  place: {
    usual: place,
    wrong: {
      ...place,
      patrols: true,
      draft: { ...emptyDraft, phone: '12', kept: [STAIRS, DOOR] },
      problems: { text: 'missing', phone: 'not-a-phone' },
    },
    ...alertPlaces(place),
    ...spokenPlaces(place),
    ...placeWithSimilar(place),
  },
  joined,
  follow: {
    'in-hand': follow,
    receipt: { ...follow, view: received, receipt },
    'to-meet': { ...follow, view: { ...inHand, act: 'discuss', meetings: meetingLines } },
    'to-rate': { ...follow, view: toRate, said: 'remarked' },
    overdue: { ...follow, view: overdue, beside: { projects: [], draws: [], alerts: [burst] }, said: 'nudged-today' },
    closed: { ...follow, view: closed },
    project: { ...follow, beside: { projects: [PROJECT], draws: drawLines, alerts: [] } },
    wrong: {
      ...follow,
      draft: { form: 'remark', score: null, text: '', kept: [], problems: { text: 'missing' } },
    },
    ...spokenFollows(follow),
  },
  find: {
    form: { code: '', matter: null, asOf: AS_OF },
    nothing: { code: 'YL8K3N', matter: null, asOf: AS_OF },
    matter: { code: 'QR7T2P', matter: { ...rows[1]!, community: COMMUNITY.name }, asOf: AS_OF },
  },
  ...signingIn,
  me: ownPages,
  'own-home': ownHomes,
  poll: { ...polls, ...preferences, ...agendaPolls },
  draw: draws,
  'poll-agenda': pollAgendas,
  'poll-agenda-sheet': agendaSheets,
  'poll-sheet': { ...pollSheets, ...preferenceSheets },
  'paper-ballots': { ...paperBallots, ...rankingPrints },
  reconciliation: { ...reconciliations, ...rankingReports },
  walk: walks,
  'my-ballots': { ...myBallots, ...voidBallots },
  'poll-screen': pollScreens,
  budget: budgets,
  'budget-paper': budgetPrints,
  'budget-slip': budgetSlips,
  elections: electionLists,
  committee: committees,
  election: secretElections,
  'election-paper': secretBallots,
  'election-roll': electionRolls,
  plates: {
    six: { community: COMMUNITY, kind: null, plates, perSheet: 6, call: { name: '居委会', phone: '021-5555 0100' } },
    'only-here': {
      community: COMMUNITY,
      kind: 'point',
      plates: plates.slice(0, 1).map((plate) => ({ ...plate, url: `http://127.0.0.1:3000/p/${plate.code}` })),
      perSheet: 2,
      call: null,
    },
    two: { community: COMMUNITY, kind: 'point', plates: plates.slice(0, 3), perSheet: 2, call: null },
    one: {
      community: COMMUNITY,
      kind: 'point',
      plates: plates.slice(0, 1),
      perSheet: 1,
      call: { name: '居委会', phone: '021-5555 0100' },
    },
  },
  outbox: {
    usual: {
      items: [
        {
          id: 'msg_9',
          at: '2026-11-21T06:20:00.000Z',
          channel: 'sms',
          to: '138****5678',
          title: '登录验证码',
          text: '验证码 402913，10 分钟内有效。',
          link: null,
        },
        {
          id: 'msg_8',
          at: '2026-11-21T00:30:00.000Z',
          channel: 'inbox',
          to: '张**',
          title: '维修班已接单',
          text: '周师傅今天下午上门更换灯具。',
          link: `/m/${TOKEN}`,
        },
      ],
      demo: true,
      asOf: AS_OF,
    },
    empty: { items: [], demo: false, asOf: AS_OF },
  },
  found: {
    who: { step: 'who', draft: found, problems: { community: 'missing', phone: 'not-a-phone' }, key: 'k-3' },
    'second-factor': {
      step: 'second-factor',
      factor: { secret: 'JBSW Y3DP EHPK 3PXP', qr: patternOf('totp') },
      problems: {},
      key: 'k-3',
    },
    done: { step: 'done', community: '阳光社区', recoveryCodes: ['7K2M-QX4P', 'W9TD-3HVN', 'C6RB-8JYL', 'F4SG-2ZKA'] },
  },
  ledger: {
    usual: {
      community: COMMUNITY,
      checkpoint: {
        note: 'yishi.example/ledger/com_sunshine\n1024\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n— yishi.example/ledger/com_sunshine Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n',
        size: 1024,
        root: 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=',
        at: '2026-11-21T04:00:00.000Z',
      },
      verifierKey: 'yishi.example/ledger/com_sunshine+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
      url: 'https://yishi.example/ledger/com_sunshine',
      lines: ['OrderAccepted', 'OrdersPlaced', 'MatterSorted', 'MatterRaised'].map((type, index) => ({
        index: 1023 - index,
        at: `2026-11-21T0${4 - index}:00:00.000Z`,
        type,
        subject: 'mat_8f2k1c',
        hash: `${index}a51c0ffee${'0123456789abcdef'.repeat(3)}9${index}`,
      })),
      paging: { page: 1, pages: 52, total: 1024 },
      asOf: AS_OF,
    },
    empty: {
      community: COMMUNITY,
      checkpoint: null,
      verifierKey: '',
      url: 'https://yishi.example/ledger/com_sunshine',
      lines: [],
      paging: { page: 1, pages: 1, total: 0 },
      asOf: AS_OF,
    },
  },
  meeting: meetingSamples,
  'meeting-paper': meetingPaperSamples,
  error: {
    usual: { status: 500, title: null, detail: null, reference: 'r-7f3k2m', back: '/p/YG3F2D01' },
    told: { status: 409, title: '今天催过了', detail: '请明天再催，急的话直接打电话。', reference: null, back: null },
  },
  ended: { 'signed-out': { why: 'signed-out' }, 'link-expired': { why: 'link-expired' } },
}
