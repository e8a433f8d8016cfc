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
  notConfirmable: '请照上面的提示改好工作簿再上传；错的文件一行也不会写入。',
  verdicts: { new: '新增', changed: '变更', unchanged: '不变', error: '有错' },
  all: '全部',
  sheet: '工作表',
  row: '行',
  verdict: '结果',
  contents: '内容',
  shownOf: (shown: number, total: number) => `共 ${total} 行，先列出 ${shown} 行，有错的排在最前。`,
  imported: (added: number, changed: number) => `已导入：新增 ${added} 行，变更 ${changed} 行。`,
  noRows: '没有这样的行',
  nothingNew: '和现有的完全一样，不用导入。',
  next: '接下来',
  nextPeople: '请同事开通账号：在“人员”里点“邀请”，把链接交给本人',
  nextPlates: '打印码牌，贴到楼道、灯杆上',
  nextDuty: '排值班：居民遇到急事，打得通电话',
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
  notConfirmable: 'Correct the workbook as said above and upload it again; of a wrong file nothing is written.',
  verdicts: { new: 'New', changed: 'Changed', unchanged: 'Unchanged', error: 'Error' },
  all: 'All',
  sheet: 'Sheet',
  row: 'Row',
  verdict: 'Verdict',
  contents: 'Contents',
  shownOf: (shown, total) => `${shown} of ${total} rows are shown, errors first.`,
  imported: (added, changed) => `Imported: ${added} rows new, ${changed} changed.`,
  noRows: 'No such rows',
  nothingNew: 'It is what is there already: nothing to import.',
  next: 'What comes next',
  nextPeople: 'Let colleagues in: press “Invite” beside each under “People” and hand them the link',
  nextPlates: 'Print the plates and hang them in stairways and on lamp-posts',
  nextDuty: 'Say who is on duty, so that somebody answers when it is urgent',
}

export const rosterWords = dictionary(zh, en)

const zhTerritory = {
  title: '网格与码牌',
  intro: '每个网格、楼道、灯杆都有一块码牌。居民扫码就能反映这里的事，不用登录。',
  search: '搜索名称或码',
  print: (name: string) => `打印${name}的码牌`,
  kinds: { compound: '小区', zone: '片区', grid: '网格', building: '楼', stairway: '楼道' },
  units: (n: number) => `${n} 户`,
  printAll: '打印全部码牌',
  openPlace: (name: string) => `打开${name}的页面`,
  none: '还没有码牌，请先导入网格和楼栋。',
  noMatch: '没有找到',
  count: (n: number) => `${n} 块`,
}

const enTerritory: typeof zhTerritory = {
  title: 'Grids and plates',
  intro: 'Every grid, stairway and lamp-post has a plate. Residents scan it and say what is wrong, without an account.',
  search: 'Search a name or code',
  print: (name) => `Print the plates of ${name}`,
  kinds: { compound: 'Compound', zone: 'Zone', grid: 'Grid', building: 'Building', stairway: 'Stairway' },
  units: (n) => (n === 1 ? '1 unit' : `${n} units`),
  printAll: 'Print all plates',
  openPlace: (name) => `Open the page of ${name}`,
  none: 'No plates yet: import grids and buildings first.',
  noMatch: 'Nothing found',
  count: (n) => (n === 1 ? '1 plate' : `${n} plates`),
}

export const territoryWords = dictionary(zhTerritory, enTerritory)
