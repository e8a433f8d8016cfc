// The problems that any request can meet, whatever it asks.
import type { KernelRefusal } from '../perform.ts'
import type { ProblemTable } from './problem.ts'

export type HttpRefusal =
  | 'malformed-request'
  | 'not-found'
  | 'cross-site'
  | 'body-too-large'
  | 'unsupported-format'
  | 'too-many-requests'
  | 'starting'
  | 'database-away'
  | 'disk-full'
  | 'unexpected'

export const kernelProblems = {
  'not-in-this-state': [
    409,
    '这件事已经往下走了，请刷新后再看。',
    'This has moved on meanwhile: reload the page and look again.',
  ],
  'idempotency-key-reused': [
    422,
    '同一个请求编号不能用于不同的内容，请刷新页面后重新提交。',
    'The same request key was used for something else: reload the page and send it again.',
  ],
  'malformed-request': [
    400,
    '有内容填写不对，请按提示修改后再提交。',
    'Some fields are wrong: correct them and send again.',
  ],
  'not-found': [
    404,
    '没有这个页面，请检查网址或重新扫码。',
    'There is no such page: check the address or scan the code again.',
  ],
  'cross-site': [
    403,
    '这个操作来自别的网站，已被拦下。请从本站页面提交。',
    'This came from another site and was stopped: send it from a page of this site.',
  ],
  'body-too-large': [
    413,
    '内容太大，请缩短文字或减少照片后再提交。',
    'This is too large: shorten the text or send fewer photos.',
  ],
  'unsupported-format': [
    415,
    '不支持这种格式，请用本站页面提交。',
    'This format is not supported: send it from a page of this site.',
  ],
  'too-many-requests': [429, '操作太频繁，请稍等一分钟再试。', 'Too many requests: wait a minute and try again.'],
  starting: [503, '系统正在启动，请过几秒再试。', 'The system is starting: try again in a few seconds.'],
  'database-away': [
    503,
    '数据库暂时连不上，内容没有保存。请过一会儿再提交。',
    'The database cannot be reached and nothing was saved: send it again in a while.',
  ],
  'disk-full': [
    507,
    '服务器磁盘已满，内容没有保存。请联系社区工作人员。',
    "The server's disk is full and nothing was saved: please tell the community's staff.",
  ],
  unexpected: [
    500,
    '程序出错了，内容没有保存。请稍后再试；如再出现，请把下面的编号告诉工作人员。',
    'Something went wrong and nothing was saved. Try again later; if it returns, tell the staff the number below.',
  ],
} satisfies ProblemTable<HttpRefusal | KernelRefusal>
