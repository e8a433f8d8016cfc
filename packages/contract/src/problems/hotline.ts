// What is refused about 12345 lists.
import { type Problems, problem } from './entry.ts'

export const hotlineProblems = {
  'not-a-list': problem(
    422,
    ['读不了这个文件', '请上传 .xlsx 或 .csv 文件；老的 .xls 请另存为 .xlsx。'],
    ['This file cannot be read', 'Upload an .xlsx or .csv file; save an old .xls as .xlsx first.'],
  ),
  'encoding-unknown': problem(
    422,
    ['文字编码认不出来', '请用 Excel 或 WPS 另存为“CSV UTF-8”，或存成 .xlsx 再上传。'],
    ['The encoding is not known', 'Save it as “CSV UTF-8” or as .xlsx and upload it again.'],
  ),
  'csv-broken': problem(
    422,
    ['CSV 文件不完整', '引号没有配对，或一行里的列数对不上。请重新导出，或存成 .xlsx 再上传。'],
    ['The CSV file is broken', 'Quotes do not match. Export it again, or save it as .xlsx and upload that.'],
  ),
  'list-too-large': problem(
    413,
    ['文件太大', '最大 20 兆。请分成几个文件。'],
    ['List too large', 'At most 20 MB: split it.'],
  ),
  'mapping-malformed': problem(
    422,
    ['列的对应关系不对', '请刷新页面，重新选择文件和列。'],
    ['The mapping is malformed', 'Reload the page and choose file and columns again.'],
  ),
  'desk-only': problem(
    403,
    ['这里由居委会办理', '工单由居委会和党总支统一接收。请找他们导入或导出。'],
    ['For the committee’s desk', 'Tickets are taken in by the committee and the branch: ask them.'],
  ),
  'tickets-changed-meanwhile': problem(
    409,
    ['刚刚导入过另一份工单', '预览之后有人导入了别的工单，什么都没有写入。请重新上传，看过再确认。'],
    ['Another list was taken in meanwhile', 'Nothing was written: upload the list again, look, and confirm.'],
  ),
  'choice-missing': problem(
    422,
    ['还有几行没有选', '这几行像是已经在办的事，请逐行选择“另立一件”或“并入”。什么都没有写入。'],
    [
      'Some rows wait for a choice',
      'They look like open matters: choose for each whether it joins one. Nothing was written.',
    ],
  ),
  'choice-unknown': problem(
    409,
    ['选中的事项不在建议里', '请重新上传，看过再选。什么都没有写入。'],
    ['The chosen matter was not suggested', 'Upload the list again and choose. Nothing was written.'],
  ),
  'list-unknown': problem(
    404,
    ['没有找到这份工单', '请回到热线工单页重新选择。'],
    ['No such list', 'Go back to the hotline page and choose again.'],
  ),
} as const satisfies Problems
