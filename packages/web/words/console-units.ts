// The words of picking the units that a question affects, by building, floor, or a pasted list.
import type { LineVerdict } from '@yishi/domain/territory'
import { dictionary } from './dictionary.ts'

const zh = {
  affected: '受影响的各户（一户一户挑）',
  node: '从哪个楼栋、楼道挑',
  all: (n: number) => `全部 ${n} 户`,
  floor: (floor: number, n: number) => `${floor} 层 ${n} 户`,
  none: '这里没有能计入的房屋。',
  paste: '或者贴一份名单，一行一户，或者一行一幢、一个单元',
  pasteHint: '“12号楼2单元302”“12-2-302”都行；“3幢”“3幢2单元”就是那里的全部各户；从表格里复制过来也行。',
  read: '核对名单',
  verdicts: {
    found: '找到了',
    whole: '整幢或整个单元',
    twice: '重复',
    unknown: '花名册里没有',
    several: '不止一户',
    'not-voting': '这类房屋不计入',
  } as Readonly<Record<LineVerdict['verdict'], string>>,
  sum: (found: number, others: number) =>
    others === 0 ? `${found} 户都找到了，已加入。` : `${found} 户已加入；还有 ${others} 行请看看。`,
  added: (n: number) => `加入 ${n} 户`,
  line: (n: number) => `第 ${n} 行`,
  chosen: '已挑的户',
  chosenSum: (n: number, area: string) => `共 ${n} 户，${area} 平方米`,
  missing: '请至少挑一户',
}

const en: typeof zh = {
  affected: 'Affected units, picked one by one',
  node: 'Pick from building or stairway',
  all: (n) => `All ${n} units`,
  floor: (floor, n) => `Floor ${floor}: ${n}`,
  none: 'No unit here counts.',
  paste: 'Or paste a list, one unit, building or stairway to a line',
  pasteHint:
    '“12-2-302” will do, or the name on the plate; a building or stairway alone means every unit there. A column copied from a spreadsheet will do too.',
  read: 'Check the list',
  verdicts: {
    found: 'found',
    whole: 'the whole building or stairway',
    twice: 'named twice',
    unknown: 'not on the roster',
    several: 'more than one',
    'not-voting': 'does not count',
  },
  sum: (found, others) =>
    others === 0 ? `All ${found} found and added.` : `${found} added; look at ${others} more lines.`,
  added: (n) => `${n} added`,
  line: (n) => `Line ${n}`,
  chosen: 'Picked units',
  chosenSum: (n, area) => `${n} units, ${area} m²`,
  missing: 'Pick at least one',
}

export const consoleUnitsWords = dictionary(zh, en)
