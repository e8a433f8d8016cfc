// Words of the roll that is drawn from the roster, before it hangs.
import type { RollCaution } from '@yishi/domain/secret-election'
import { dictionary } from './dictionary.ts'

const zh = {
  draw: '从花名册拟名单',
  drawHint: '可以先从花名册拟一份，逐个核对、更正，再公布；花名册里没有的人，粘在下面。',
  beside: '花名册以外的选民（一行一人；组别写在空格后面）',
  lookOver: '花名册只能拟个底，公布前请逐条核对：',
  ofAge: (age: number, day: string) =>
    `花名册没有出生日期。投票日满 ${age} 周岁才能登记：${day}（含）以前出生的留下，以后出生的去掉。`,
  registration:
    '花名册不记户籍。村委会选举看户籍、居住和本人意愿（《村民委员会组织法》第十三条），并去掉依法被剥夺政治权利的人；其他选举看章程。',
  missing: '住在这里、没在花名册里的人（租住的、家里其他成年人）不会自动出现，请补在下面。',
  more: (n: number) => `花名册还有 ${n} 人，一份名单放不下，没有列出来`,
  find: '找名字或组别',
  onlyCautions: '只看要核对的',
  picked: (n: number, all: number) => `花名册 ${all} 人，登记 ${n} 人`,
  takeShown: (n: number) => `列出的 ${n} 人都登记`,
  leaveShown: (n: number) => `列出的 ${n} 人都去掉`,
  list: '花名册里的人',
  onRoll: (name: string) => `登记 ${name}`,
  nameOf: (name: string) => `${name} 的姓名`,
  groupOf: (name: string) => `${name} 的组别`,
  cautions: {
    'signed-up': '只有手机号，没有姓名',
    organisation: '像是单位，不是个人',
    'same-name': '有同名的，看看是不是同一个人',
  } as Readonly<Record<RollCaution, string>>,
  twice: (names: readonly string[]) => `两边都有这些名字，请看看是不是同一个人：${names.join('、')}`,
  total: (drawn: number, pasted: number) => `一共登记 ${drawn + pasted} 人：花名册 ${drawn} 人，另加 ${pasted} 人`,
}

const en: typeof zh = {
  draw: 'Draw it from the roster',
  drawHint:
    'Draw a list from the roster first, look it over and correct it; whoever the roster does not know is pasted below.',
  beside: 'Voters beside the roster (one a line; their group after a space)',
  lookOver: 'The roster only proposes. Before it hangs, please check:',
  ofAge: (age, day) =>
    `The roster knows no dates of birth. Voters are ${age} on the day of the vote: whoever is born on or before ${day} stays, whoever is born later is taken off.`,
  registration:
    'Nor does it know household registration. In a village registration, residence and wish decide (Organic Law of Villagers’ Committees, art. 13), and nobody deprived of political rights votes; elsewhere the charter decides.',
  missing:
    'Whoever lives here and is not in the roster (tenants, other adults of a home) is not proposed: add them below.',
  more: (n) => `${n} more are in the roster than a roll has room for; they are not shown`,
  find: 'Name or group',
  onlyCautions: 'Only those to check',
  picked: (n, all) => `${n} of ${all} in the roster`,
  takeShown: (n) => `Register the ${n} shown`,
  leaveShown: (n) => `Leave out the ${n} shown`,
  list: 'People of the roster',
  onRoll: (name) => `Register ${name}`,
  nameOf: (name) => `Name of ${name}`,
  groupOf: (name) => `Group of ${name}`,
  cautions: {
    'signed-up': 'A number without a name',
    organisation: 'Looks like an organisation',
    'same-name': 'Same name as another: the same person?',
  },
  twice: (names) => `These names are in both lists; please see whether they are the same people: ${names.join(', ')}`,
  total: (drawn, pasted) => `${drawn + pasted} in all: ${drawn} of the roster, ${pasted} beside it`,
}

export const consoleRollWords = dictionary(zh, en)
