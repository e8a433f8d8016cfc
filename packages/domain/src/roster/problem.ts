// What can be wrong in a workbook, said so that whoever filled it in knows the cell and what to do.

export type Words = { readonly zh: string; readonly en: string }
export type Detail = Readonly<Record<string, string | number>>

const say = (zh: (detail: Detail) => string, en: (detail: Detail) => string) => ({ zh, en })

const SAYINGS = {
  'unknown-sheet': say(
    () => '不认识这张表。请用模板里的表名，不需要的表请删掉。',
    () => 'this sheet is not known. Use the names of the template and delete sheets that are not needed.',
  ),
  'sheet-twice': say(
    () => '这张表出现了两次，请合成一张。',
    () => 'this sheet is there twice; make it one.',
  ),
  'empty-sheet': say(
    () => '这张表是空的，连表头也没有。请从模板复制表头，或删掉这张表。',
    () => 'this sheet is empty and has no header. Copy the header from the template, or delete the sheet.',
  ),
  'nothing-to-import': say(
    () => '整个文件里没有一行可以导入的内容。请在示例行下面填写。',
    () => 'there is no row to import in the whole file. Fill in below the example rows.',
  ),
  'too-many-rows': say(
    ({ limit }) => `超过 ${limit} 行，请分成几个文件。`,
    ({ limit }) => `more than ${limit} rows; split the file.`,
  ),
  'unknown-column': say(
    ({ value }) => `不认识“${value}”这一列。请删掉这一列，或改成模板里的列名。`,
    ({ value }) => `the column “${value}” is not known. Delete it, or give it a name of the template.`,
  ),
  'missing-column': say(
    ({ column }) => `缺少“${column}”这一列，请从模板复制表头。`,
    ({ column }) => `the column “${column}” is missing; copy the header from the template.`,
  ),
  'column-twice': say(
    ({ value }) => `“${value}”这一列出现了两次，请删掉一列。`,
    ({ value }) => `the column “${value}” is there twice; delete one.`,
  ),
  merged: say(
    ({ value }) => `单元格 ${value} 合并了。请取消合并，每一行都填上。`,
    ({ value }) => `the cells ${value} are merged. Unmerge them and fill in every row.`,
  ),
  formula: say(
    () => '这里是公式。请复制后“选择性粘贴为数值”。',
    () => 'this is a formula. Copy it and paste it as a value.',
  ),
  date: say(
    ({ value }) => `被表格软件当成了日期（${value}）。请先把单元格设为“文本”，再重新填写。`,
    ({ value }) => `the spreadsheet took this for a date (${value}). Format the cell as text and type it again.`,
  ),
  error: say(
    ({ value }) => `这里是错误值 ${value}，请改正。`,
    ({ value }) => `this is the error ${value}; correct it.`,
  ),
  required: say(
    ({ column }) => `“${column}”不能空着，请填写。`,
    ({ column }) => `“${column}” cannot be empty; fill it in.`,
  ),
  'too-long': say(
    ({ limit, length }) => `有 ${length} 个字，最多 ${limit} 个，请缩短。`,
    ({ limit, length }) => `${length} characters, at most ${limit}; shorten it.`,
  ),
  unprintable: say(
    () => '里面有换行或看不见的控制字符，请删掉重新输入。',
    () => 'it has a line break or an invisible control character; type it again.',
  ),
  'bad-key': say(
    ({ value }) => `“${value}”不能当编号。编号只用数字、英文字母和短横线，最多 16 个，例如 A-12-1。`,
    ({ value }) => `“${value}” is no key. Use digits, Latin letters and hyphens, at most 16, such as A-12-1.`,
  ),
  'unknown-kind': say(
    ({ value }) => `不认识类型“${value}”。请填：小区、片区、网格、楼、楼道。`,
    ({ value }) => `the kind “${value}” is not known. Use compound, zone, grid, building or stairway.`,
  ),
  'unknown-use': say(
    ({ value }) => `不认识用途“${value}”。请填：住宅、商铺、车位、其他。`,
    ({ value }) => `the use “${value}” is not known. Use flat, shop, parking or other.`,
  ),
  'unknown-point-kind': say(
    ({ value }) => `不认识类型“${value}”。请填：灯杆、点位。`,
    ({ value }) => `the kind “${value}” is not known. Use lamp-post or point.`,
  ),
  'unknown-role': say(
    ({ value }) => `不认识身份“${value}”。请从填写说明里的身份中选一个。`,
    ({ value }) => `the role “${value}” is not known. Choose one from the instructions.`,
  ),
  'role-not-here': say(
    () => '居民不写在这张表里；业主请写在“业主”表。',
    () => 'residents do not belong in this sheet; owners go into the sheet “业主 Owners”.',
  ),
  'not-yes-or-no': say(
    ({ value }) => `“${value}”看不懂，请填“是”或“否”。`,
    ({ value }) => `“${value}” is not understood; write yes or no.`,
  ),
  'bad-area': say(
    ({ value }) => `面积“${value}”不对。请填不小于 0、最多两位小数的数，例如 89.60，不要带单位。`,
    ({ value }) =>
      `the area “${value}” is wrong. Write a number from 0 with two decimals at most, such as 89.60, without a unit.`,
  ),
  'area-too-large': say(
    ({ value, most }) => `${value} 平方米太大了：这种用途一户最多 ${most} 平方米。请看看小数点有没有漏，再改正。`,
    ({ value, most }) =>
      `${value} m² is too much: a unit of this use has ${most} m² at most. Is the decimal point missing?`,
  ),
  'bad-phone': say(
    ({ value }) => `“${value}”不像电话号码。请填 11 位手机号，或带区号的座机，例如 021-57651234。`,
    ({ value }) => `“${value}” is no telephone number. Write a mobile of 11 digits or a landline such as 021-57651234.`,
  ),
  'bad-share': say(
    ({ value }) => `份额“${value}”不对，请写成 1/2 这样的分数，不大于 1。`,
    ({ value }) => `the share “${value}” is wrong; write a fraction such as 1/2, at most 1.`,
  ),
  'missing-parent': say(
    ({ value }) => `找不到上级编号“${value}”。请先在“小区网格”表里加上它，或改正编号。`,
    ({ value }) => `there is no parent “${value}”. Add it to the sheet “小区网格 Territory”, or correct the key.`,
  ),
  'parent-cycle': say(
    ({ value }) => `“${value}”的上级绕回了自己，请改正上级编号。`,
    ({ value }) => `the parents of “${value}” lead back to itself; correct the parent key.`,
  ),
  'wrong-parent': say(
    ({ kind, parent }) => `${kind}不能放在${parent}下面，请改上级编号或类型。`,
    ({ kindEn, parentEn }) => `a ${kindEn} cannot lie in a ${parentEn}; change the parent key or the kind.`,
  ),
  'parent-changed': say(
    ({ value, before }) => `编号“${value}”原来的上级是“${before}”，导入不能搬动它。请改回去，或用新的编号。`,
    ({ value, before }) =>
      `“${value}” lies in “${before}” and an import does not move it. Change it back, or use a new key.`,
  ),
  'unknown-node': say(
    ({ value }) => `找不到编号“${value}”。请先在“小区网格”表里加上它，或改正编号。`,
    ({ value }) => `there is no node “${value}”. Add it to the sheet “小区网格 Territory”, or correct the key.`,
  ),
  'unknown-unit': say(
    ({ value }) => `找不到“${value}”这一户。请先在“户”表里加上它，或改正编号和门牌。`,
    ({ value }) => `there is no unit “${value}”. Add it to the sheet “户 Units”, or correct key and door.`,
  ),
  'unknown-party': say(
    ({ value }) => `找不到单位“${value}”。请先在“单位”表里加上它，或改正名称。`,
    ({ value }) => `there is no party “${value}”. Add it to the sheet “单位 Parties”, or correct the name.`,
  ),
  duplicate: say(
    ({ first }) => `和第 ${first} 行重复，请删掉一行。`,
    ({ first }) => `the same as row ${first}; delete one.`,
  ),
  'phone-of-another': say(
    ({ name, first }) => `第 ${first} 行的${name}也用这个号码。要用它登录办事，一人一个，请改一个。`,
    ({ name, first }) =>
      `${name} in row ${first} has this number too. It is what they sign in with: one each, please change one.`,
  ),
  'two-firsts': say(
    ({ first }) => `同一身份只能有一个首选，第 ${first} 行已经是了。`,
    ({ first }) => `a role has one first choice, and row ${first} is it already.`,
  ),
} as const

export type ProblemCode = keyof typeof SAYINGS
export const PROBLEM_CODES = Object.keys(SAYINGS) as readonly ProblemCode[]

export type Problem = {
  readonly sheet: string
  readonly cell: string
  readonly code: ProblemCode
  readonly detail: Detail
  readonly words: Words
}

export type Spot = { readonly sheet: string; readonly cell: string }

export const problemAt = ({ sheet, cell }: Spot, code: ProblemCode, detail: Detail = {}): Problem => {
  const { zh, en } = SAYINGS[code]
  const words = { zh: `“${sheet}”表 ${cell}：${zh(detail)}`, en: `Sheet “${sheet}”, ${cell}: ${en(detail)}` }
  return { sheet, cell, code, detail, words }
}
