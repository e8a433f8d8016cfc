// Words for reading a list of projects out of a `.pb` file: what it says, a verdict for each project, and why a file cannot be read.
import type { PbDraftRefusal, PbVerdict } from '@yishi/domain/budget'
import { type Language, dictionary } from './dictionary.ts'

const zh = {
  title: '从 .pb 文件读入项目',
  hint: '别处做过的预算投票、设计单位给的清单，若是 Pabulib 的 .pb 文件，可以直接读入。选票不读。',
  choose: '选择 .pb 文件',
  found: (fits: number, all: number) => `${all} 个项目，可以用的 ${fits} 个。还没有写入任何东西。`,
  line: '第几行',
  project: '项目',
  cost: '费用（元）',
  verdict: '能不能用',
  verdicts: {
    fits: '可以用',
    unnamed: '没有名称',
    'name-too-long': '名称超过 60 字',
    'named-twice': '和前面的重名',
    'cost-unfit': '费用不是 0 元以上、最多两位小数的数',
    'too-dear': '比文件里的总金额还贵',
    'left-over': '超过 64 个，装不下',
  } satisfies Record<PbVerdict, string>,
  currency: (currency: string) => `文件里的货币是 ${currency}，不是人民币：请逐个核对费用。`,
  amount: (amount: string) => `总金额填为 ${amount} 元`,
  replaces: '读入以后，替换下面已经填的项目。',
  use: (n: number) => `读入这 ${n} 个项目`,
  leave: '不用这个文件',
  used: (n: number) => `读入了 ${n} 个项目，请往下核对。`,
  refused: '这个文件读不了',
  at: (line: string | number) => `第 ${line} 行：`,
  reasons: {
    'pb-quote-open': () => '引号没有收尾。',
    'pb-section-missing': ({ section }) =>
      `缺少 ${section} 这一段。文件要有 META、PROJECTS、VOTES 三段，各占一行开头。`,
    'pb-section-twice': ({ section }) => `${section} 这一段出现了两次，只留一段。`,
    'pb-text-before-sections': () => '文件要从单独一行 META 开始；这可能不是 .pb 文件。',
    'pb-columns-differ': ({ expected, found }) => `这一行有 ${found} 格，表头有 ${expected} 格。`,
    'pb-key-missing': ({ key }) => `META 里缺少 ${key}。`,
    'pb-key-twice': ({ key }) => `META 里 ${key} 写了两次。`,
    'pb-column-missing': ({ column }) => `表头缺少 ${column} 这一列。`,
    'pb-amount-unreadable': ({ value }) => `“${value}”不是数字。金额只写数字和小数点。`,
    'pb-budget-nothing': () => '总金额不能是 0。',
    'pb-project-twice': ({ project }) => `项目编号 ${project} 写了两次。`,
    'pb-project-unnamed': () => '这个项目没有编号。',
    'pb-count-differs': ({ key, expected, found }) =>
      `${key} 说有 ${expected} 个，实际只有 ${found} 个，文件可能不完整。`,
  } satisfies Record<PbDraftRefusal, (detail: Readonly<Record<string, string | number>>) => string>,
  notText: '文件不是 UTF-8 的文本。请另存为 UTF-8 再选。',
  tooLarge: '文件太大，最多 20 MB。',
}

const en: typeof zh = {
  title: 'Read projects from a .pb file',
  hint: 'A round held elsewhere, or a list from the designers, can be read if it is a .pb file of Pabulib. Its ballots are not read.',
  choose: 'Choose a .pb file',
  found: (fits, all) => `${all} projects, ${fits} of them can be used. Nothing is written yet.`,
  line: 'Line',
  project: 'Project',
  cost: 'Cost (yuan)',
  verdict: 'Verdict',
  verdicts: {
    fits: 'Can be used',
    unnamed: 'Has no name',
    'name-too-long': 'Its name has more than 60 characters',
    'named-twice': 'Has the name of an earlier one',
    'cost-unfit': 'Its cost is not more than 0 with two decimals at most',
    'too-dear': 'Costs more than the amount in the file',
    'left-over': 'More than 64 projects',
  },
  currency: (currency) => `The file is in ${currency}, not in yuan: check every cost.`,
  amount: (amount) => `The amount becomes ${amount} yuan`,
  replaces: 'The projects below are replaced by these.',
  use: (n) => `Use these ${n} projects`,
  leave: 'Do not use this file',
  used: (n) => `${n} projects were read: look them over below.`,
  refused: 'This file cannot be read',
  at: (line) => `Line ${line}: `,
  reasons: {
    'pb-quote-open': () => 'a quotation mark is not closed.',
    'pb-section-missing': ({ section }) =>
      `The section ${section} is missing. A file has META, PROJECTS and VOTES, each word on a line of its own.`,
    'pb-section-twice': ({ section }) => `the section ${section} stands there twice; keep one.`,
    'pb-text-before-sections': () => 'a file begins with the line META; this may not be a .pb file.',
    'pb-columns-differ': ({ expected, found }) => `this row has ${found} cells, its header ${expected}.`,
    'pb-key-missing': ({ key }) => `META lacks ${key}.`,
    'pb-key-twice': ({ key }) => `META has ${key} twice.`,
    'pb-column-missing': ({ column }) => `the header lacks the column ${column}.`,
    'pb-amount-unreadable': ({ value }) =>
      `“${value}” is no number. Write amounts in digits with a point for decimals.`,
    'pb-budget-nothing': () => 'the amount cannot be 0.',
    'pb-project-twice': ({ project }) => `the project ${project} is listed twice.`,
    'pb-project-unnamed': () => 'this project has no id.',
    'pb-count-differs': ({ key, expected, found }) =>
      `${key} says ${expected}, and there are ${found}: the file may not be whole.`,
  },
  notText: 'The file is not text in UTF-8. Save it as UTF-8 and choose it again.',
  tooLarge: 'The file is too large: 20 MB at most.',
}

export const consoleBudgetPbWords = dictionary(zh, en)

type Refused = { readonly refused: PbDraftRefusal; readonly detail?: Readonly<Record<string, string | number>> }

/** The line, where there is one, and what is wrong with it. */
export const pbRefusalSentence = ({ refused, detail = {} }: Refused, lang: Language): string => {
  const words = consoleBudgetPbWords[lang]
  const line = detail['line']
  return `${line === undefined ? '' : words.at(line)}${words.reasons[refused](detail)}`
}
