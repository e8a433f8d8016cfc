// What any request can be refused for, whatever it is about.
import { type Problems, problem } from './entry.ts'

export const requestProblems = {
  'not-yours-to-do': problem(
    403,
    ['这一步不由您办', '这一步由别的岗位负责，请联系责任单位或居委会。'],
    ['Not yours to do', 'This step belongs to another role: ask the responsible party or the committee.'],
  ),
  'not-in-this-state': problem(
    409,
    ['现在还做不了这一步', '事项已经走到别的环节，请刷新后再看。'],
    ['Not possible now', 'The matter has moved on: reload and look again.'],
  ),
  'idempotency-key-reused': problem(
    409,
    ['同一个提交编号用了两次', '请刷新页面后重新提交。'],
    ['The same key for two requests', 'Reload the page and send it again.'],
  ),
  'changed-meanwhile': problem(
    409,
    ['刚刚有别人改过', '已为您取来最新内容，请看过再提交，您填的还在。'],
    [
      'Somebody else has just changed it',
      'The newest state has been loaded: look again and send; what you typed is kept.',
    ],
  ),
  'entry-unknown': problem(
    404,
    ['台账里还没有这一条', '刚写入的记录一分钟内会排进台账，请稍后再查。'],
    ['Not in the log yet', 'A new entry gets its place within a minute: try again.'],
  ),
  'place-unknown': problem(
    404,
    ['没有找到这个地点', '请重新扫码，或核对门牌下方的编号。'],
    ['No such place', 'Scan the code again, or check the code below the plate.'],
  ),
  'node-unknown': problem(
    422,
    ['没有这个位置', '请从本居民区的网格、楼栋、楼道里选一个。'],
    ['No such place', 'Choose one of the grids, buildings or stairways of this community.'],
  ),
  'community-unknown': problem(
    404,
    ['没有找到这个居民区', '请从首页重新选择。'],
    ['No such community', 'Choose it again from the home page.'],
  ),
  'party-unknown': problem(
    422,
    ['没有这家单位', '请从单位名单里选。'],
    ['No such party', 'Choose from the list of parties.'],
  ),
  'request-too-large': problem(
    413,
    ['内容太长', '请精简文字或少传照片后再提交。'],
    ['Too much at once', 'Shorten the text or send fewer photos.'],
  ),
  'invalid-request': problem(
    400,
    ['填写有误', '请按提示改正后再提交。'],
    ['Something is not right', 'Correct what is marked and send it again.'],
  ),
  'unsupported-media-type': problem(
    415,
    ['格式不对', '请从本网站的页面提交。'],
    ['Unsupported format', 'Send it from a page of this site.'],
  ),
  'cross-site': problem(
    403,
    ['请从本站页面提交', '这个请求来自别的网站，已拦下。请回到本站页面再试。'],
    ['Sent from another site', 'This request came from elsewhere and was stopped: send it from a page of this site.'],
  ),
  'too-often': problem(429, ['太频繁了', '请稍等一会儿再试。'], ['Too often', 'Wait a little and try again.']),
  'not-found': problem(
    404,
    ['没有这个页面', '请核对网址，或回到首页。'],
    ['No such page', 'Check the address, or go to the home page.'],
  ),
  starting: problem(503, ['正在启动', '请过几秒再刷新。'], ['Starting', 'Reload in a few seconds.']),
  'disk-full': problem(
    507,
    ['服务器磁盘已满', '内容没有保存。请联系居委会管理员清理磁盘后再提交，文字还在。'],
    [
      'The server’s disk is full',
      'Nothing was saved. Ask the administrator to free space, then send again; your text is kept.',
    ],
  ),
  'internal-error': problem(
    500,
    ['程序出了问题', '我们已经记下，请稍后再试；着急的事请直接打电话给居委会。'],
    ['Something went wrong', 'It has been logged: try again later; if it is urgent call the committee.'],
  ),
} as const satisfies Problems
