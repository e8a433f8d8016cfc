// Words of bringing in a community by one workbook, and of its territory.
import { dictionary } from './dictionary.ts'

const zh = {
  title: '导入',
  intro: '一张工作簿带入网格楼栋、房屋和专有面积、业主、工作人员、网格员、楼组长和单位。',
  step1: '第一步：下载模板，照着填',
  template: '下载模板',
  step2: '第二步：上传，看看每一行会怎样',
  choose: '选择工作簿（.xlsx）',
  reading: '正在检查…',
  nothingYet: '这时还没有写入任何内容。',
  step3: '第三步：确认后一次写入',
  confirm: '确认导入',
  confirmed: '已导入。',
  notConfirmable: '有错误的行，请改好工作簿再上传；错的文件一行也不会写入。',
  verdicts: { new: '新增', changed: '变更', unchanged: '不变', error: '有错' },
  all: '全部',
  sheet: '工作表',
  row: '行',
  verdict: '结果',
  contents: '内容',
  problems: '问题',
  cell: (cell: string) => `单元格 ${cell}`,
  noRows: '没有这样的行',
}

const en: typeof zh = {
  title: 'Import',
  intro:
    'One workbook brings grids and buildings, units with their exclusive area, owners, staff, grid workers, building leaders and parties.',
  step1: 'First: download the template and fill it in',
  template: 'Download the template',
  step2: 'Second: upload it and see what each row would do',
  choose: 'Choose a workbook (.xlsx)',
  reading: 'Checking…',
  nothingYet: 'Nothing has been written yet.',
  step3: 'Third: confirm, and all of it is written at once',
  confirm: 'Confirm the import',
  confirmed: 'Imported.',
  notConfirmable:
    'Some rows have errors. Correct the workbook and upload it again; of a wrong file nothing is written.',
  verdicts: { new: 'New', changed: 'Changed', unchanged: 'Unchanged', error: 'Error' },
  all: 'All',
  sheet: 'Sheet',
  row: 'Row',
  verdict: 'Verdict',
  contents: 'Contents',
  problems: 'Problems',
  cell: (cell) => `cell ${cell}`,
  noRows: 'No such rows',
}

export const rosterWords = dictionary(zh, en)

const zhTerritory = {
  title: '网格与码牌',
  intro: '每个网格、楼道、灯杆都有一块码牌。居民扫码就能反映这里的事，不用登录。',
  search: '搜索名称或码',
  print: (kind: string) => `打印${kind}码牌`,
  printAll: '打印全部码牌',
  openPlace: (name: string) => `打开${name}的页面`,
  code: '码',
  none: '还没有码牌，请先导入网格和楼栋。',
  noMatch: '没有找到',
  count: (n: number) => `${n} 块`,
}

const enTerritory: typeof zhTerritory = {
  title: 'Grids and plates',
  intro: 'Every grid, stairway and lamp-post has a plate. Residents scan it and say what is wrong, without an account.',
  search: 'Search a name or code',
  print: (kind) => `Print plates: ${kind}`,
  printAll: 'Print all plates',
  openPlace: (name) => `Open the page of ${name}`,
  code: 'Code',
  none: 'No plates yet: import grids and buildings first.',
  noMatch: 'Nothing found',
  count: (n) => (n === 1 ? '1 plate' : `${n} plates`),
}

export const territoryWords = dictionary(zhTerritory, enTerritory)
