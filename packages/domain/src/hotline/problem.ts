// What can be wrong in a 12345 list, said so that whoever brought it knows the cell and what to do.
import type { NoText } from '../sheet/index.ts'

type Words = { readonly zh: string; readonly en: string }
type Detail = Readonly<Record<string, string | number>>

const say = (zh: (detail: Detail) => string, en: (detail: Detail) => string) => ({ zh, en })

const SAYINGS = {
  'no-rows': say(
    () => '没有找到表头和工单。请检查是不是传错了文件。',
    () => 'no header and no ticket were found. Is it the right file?',
  ),
  'too-many-rows': say(
    ({ limit }) => `超过 ${limit} 行，请分成几个文件。`,
    ({ limit }) => `more than ${limit} rows; split the file.`,
  ),
  'field-missing': say(
    ({ field }) => `还没有指定哪一列是“${field}”，请在上面的对应关系里选一下。`,
    ({ field }) => `no column is “${field}” yet; choose one in the mapping above.`,
  ),
  'field-twice': say(
    ({ field, other }) => `“${field}”已经对应“${other}”这一列，只能留一列。`,
    ({ field, other }) => `“${field}” is the column “${other}” already; keep one of them.`,
  ),
  'header-twice': say(
    ({ header }) => `“${header}”这个表头出现了两次，请改掉一个再上传。`,
    ({ header }) => `the header “${header}” is there twice; rename one and upload again.`,
  ),
  required: say(
    ({ field }) => `“${field}”不能空着。`,
    ({ field }) => `“${field}” cannot be empty.`,
  ),
  'not-a-moment': say(
    ({ value }) => `“${value}”不是日期时间，请写成 2026-01-05 09:03。`,
    ({ value }) => `“${value}” is no date and time; write it as 2026-01-05 09:03.`,
  ),
  'not-a-limit': say(
    ({ value }) => `“${value}”看不出时限，请写成日期，或“5个工作日”。`,
    ({ value }) => `“${value}” is no limit; write a date, or 5个工作日 (working days).`,
  ),
  'too-long': say(
    ({ limit, length }) => `有 ${length} 个字，最多 ${limit} 个字。`,
    ({ limit, length }) => `${length} characters, at most ${limit}.`,
  ),
  unprintable: say(
    () => '里面有看不见的控制字符，请重新输入。',
    () => 'it holds invisible control characters; type it again.',
  ),
  'number-twice': say(
    ({ first }) => `这个工单编号在第 ${first} 行已经有了，请删掉一行。`,
    ({ first }) => `this ticket number is in row ${first} already; delete one.`,
  ),
  merged: say(
    ({ value }) => `单元格 ${value} 合并了，请取消合并，每一行都填上。`,
    ({ value }) => `the cells ${value} are merged. Unmerge them and fill in every row.`,
  ),
  formula: say(
    () => '这里是公式，请复制后“选择性粘贴为数值”。',
    () => 'this is a formula. Copy it and paste it as a value.',
  ),
  error: say(
    ({ value }) => `这里是错误值 ${value}，请改正。`,
    ({ value }) => `this is the error ${value}; correct it.`,
  ),
  date: say(
    ({ value }) => `被表格软件当成了日期（${value}），请把单元格设为“文本”再填。`,
    ({ value }) => `the spreadsheet took this for a date (${value}). Format the cell as text and type it again.`,
  ),
} as const satisfies Record<string, ReturnType<typeof say>> & Record<NoText['not'], ReturnType<typeof say>>

export type TicketProblemCode = keyof typeof SAYINGS
export type TicketProblem = { readonly cell: string; readonly code: TicketProblemCode; readonly words: Words }

export const problemAt = (cell: string, code: TicketProblemCode, detail: Detail = {}): TicketProblem => {
  const { zh, en } = SAYINGS[code]
  return { cell, code, words: { zh: `${cell}：${zh(detail)}`, en: `${cell}: ${en(detail)}` } }
}
