// What is refused about a workbook and its import.
import { type Problems, problem } from './entry.ts'

export const rosterProblems = {
  'not-a-workbook': problem(
    422,
    ['这不是 Excel 文件', '请下载模板，用 Excel 或 WPS 填好后保存为 .xlsx 再上传。'],
    ['Not a workbook', 'Download the template, fill it in with a spreadsheet program and upload it as .xlsx.'],
  ),
  'old-or-locked-workbook': problem(
    422,
    ['旧格式或加了密码', '这个文件是旧的 .xls 格式，或者设了密码。请去掉密码，另存为 .xlsx 后再上传。'],
    [
      'Old format, or locked with a password',
      'This file is an old .xls, or has a password. Remove the password, save it as .xlsx and upload it again.',
    ],
  ),
  'workbook-too-large': problem(
    413,
    ['文件太大', '最大 20 兆。请删掉图片和空白行，或分成几个文件。'],
    ['Workbook too large', 'At most 20 MB: delete pictures and empty rows, or split it.'],
  ),
  'preview-unknown': problem(
    404,
    ['没有找到这次预览', '请重新上传文件。'],
    ['No such preview', 'Upload the workbook again.'],
  ),
  'not-your-preview': problem(
    403,
    ['这是别人的预览', '请由上传的人确认，或自己重新上传。'],
    ['Somebody else’s preview', 'Whoever uploaded it must confirm it; or upload it yourself.'],
  ),
  'preview-expired': problem(
    410,
    ['预览过期了', '预览只保留一小时，什么都没有写入。请重新上传。'],
    ['The preview has expired', 'It is kept for an hour and nothing was written: upload the workbook again.'],
  ),
  'roster-changed-meanwhile': problem(
    409,
    ['花名册刚刚有变化', '预览之后花名册被改过，什么都没有写入。请重新上传，看过再确认。'],
    ['The roster has changed meanwhile', 'Nothing was written: upload the workbook again, look, and confirm.'],
  ),
  'already-imported': problem(
    409,
    ['已经导入过了', '这次导入已经完成，不用再确认。'],
    ['Imported already', 'This import is done; there is nothing to confirm.'],
  ),
} as const satisfies Problems
