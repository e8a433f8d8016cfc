// The catalogue of problems: every "no" that HTTP can say, with its status and a sentence that says what to do (RFC 9457).

type Words = { readonly title: string; readonly detail: string }
export type ProblemEntry = { readonly status: number; readonly zh: Words; readonly en: Words }

const problem = (status: number, zh: readonly [string, string], en: readonly [string, string]): ProblemEntry => ({
  status,
  zh: { title: zh[0], detail: zh[1] },
  en: { title: en[0], detail: en[1] },
})

export const PROBLEMS = {
  'not-signed-in': problem(
    401,
    ['请先登录', '登录后再做这一步，您填的内容不会丢。'],
    ['Please sign in', 'Sign in and do this again; what you typed is kept.'],
  ),
  'not-yours-to-do': problem(
    403,
    ['这一步不由您办', '这一步由别的岗位负责，请联系责任单位或居委会。'],
    ['Not yours to do', 'This step belongs to another role: ask the responsible party or the committee.'],
  ),
  'not-your-order': problem(
    403,
    ['这张单不是派给您的', '请由接单的单位操作，或请居委会代为登记。'],
    ['Not your order', 'The party it was given to must do this, or the committee can note it down.'],
  ),
  'not-in-this-state': problem(
    409,
    ['现在还做不了这一步', '事项已经走到别的环节，请刷新后再看。'],
    ['Not possible now', 'The matter has moved on: reload and look again.'],
  ),
  'not-at-this-stage': problem(
    409,
    ['现在不是这个环节', '事项目前在别的环节，请按页面上的下一步来办。'],
    ['Not at this stage', 'The matter stands at another stage: follow the next step shown.'],
  ),
  'procedure-does-not-apply': problem(
    422,
    ['这套工作法不适用', '所选工作法不适用于这样的级别、颜色或大小，请换一套。'],
    ['This procedure does not apply', 'It is not meant for this level, colour or size: choose another.'],
  ),
  'procedure-not-adopted': problem(
    422,
    ['还没有采用这套工作法', '请从本居民区已采用的工作法里选。'],
    ['Procedure not adopted', 'Choose one that this community has adopted.'],
  ),
  'orders-out-of-bounds': problem(
    422,
    ['派单的单位数不对', '请按这一环节允许的单位数派单。'],
    ['Wrong number of parties', 'Give orders to as many parties as this stage allows.'],
  ),
  'one-lead-needed': problem(
    422,
    ['请定一家牵头', '派给几家时，要有且只有一家牵头。'],
    ['One lead is needed', 'When several parties get an order, exactly one of them leads.'],
  ),
  'same-party-twice': problem(
    422,
    ['同一家派了两次', '每家单位只派一张单。'],
    ['The same party twice', 'Give each party one order.'],
  ),
  'same-party': problem(422, ['不能转给自己', '请选另一家单位。'], ['Not to itself', 'Choose another party.']),
  'seat-not-here': problem(
    422,
    ['这个席位不在本环节', '请选本环节的席位。'],
    ['No such seat here', 'Choose a seat of this stage.'],
  ),
  'too-early': problem(
    409,
    ['还没到时候', '请到规定的时间以后再来做这一步。'],
    ['Too early', 'Do this after the time that the procedure gives.'],
  ),
  'outcome-unknown': problem(
    422,
    ['没有这个出口', '请从页面列出的出口里选。'],
    ['No such outcome', 'Choose one of the outcomes shown.'],
  ),
  'outcome-not-open': problem(
    409,
    ['这个出口还没开', '它的门槛还没满足，页面上写着还差什么。'],
    ['This outcome is not open yet', 'Its gates do not hold yet; the page says what is missing.'],
  ),
  'pause-in-the-past': problem(
    422,
    ['暂停的截止时间不对', '请选一个将来的时间，并写明原因。'],
    ['Wrong end of the pause', 'Choose a time in the future and give a reason.'],
  ),
  'already-paused': problem(
    409,
    ['时限已经暂停', '先恢复，再重新暂停。'],
    ['Already paused', 'Resume it before you pause it again.'],
  ),
  'not-paused': problem(409, ['时限没有暂停', '不用恢复。'], ['Not paused', 'There is nothing to resume.']),
  'already-listed': problem(
    409,
    ['已经挂牌督办', '不用再挂一次。'],
    ['Already listed', 'It is under listed supervision already.'],
  ),
  'not-listed': problem(409, ['没有挂牌督办', '不用撤下。'], ['Not listed', 'It is not under listed supervision.']),
  'nudged-today': problem(
    409,
    ['今天已经催过了', '我们收到了，明天还没动静您再催。'],
    ['Nudged today already', 'We have your nudge; try again tomorrow if nothing happens.'],
  ),
  'link-to-itself': problem(422, ['不能和自己关联', '请选另一件事项。'], ['Not to itself', 'Choose another matter.']),
  'duplicate-of-closed': problem(
    409,
    ['那件事已经办结', '不能并入已办结的事项，可以关联为相似，或先把那件重新打开。'],
    [
      'That matter is closed',
      'A duplicate cannot go into a closed matter: link it as similar, or reopen that one first.',
    ],
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
  'matter-unknown': problem(
    404,
    ['没有找到这件事项', '请核对编号或链接，也可以打电话问居委会。'],
    ['No such matter', 'Check the code or link, or call the committee.'],
  ),
  'order-unknown': problem(
    404,
    ['没有找到这张单', '它可能已经收回，请刷新页面。'],
    ['No such order', 'It may have been taken back: reload the page.'],
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
  'person-unknown': problem(
    404,
    ['没有找到这个人', '名单可能刚变过，请刷新后再看。'],
    ['No such person', 'The list may have changed: reload and look again.'],
  ),
  'not-yourself': problem(
    409,
    ['不能对自己的账号这样做', '请另一位居委会或党总支的同事来办。'],
    ['Not to your own account', 'Ask a colleague of the committee or the branch.'],
  ),
  'no-mobile': problem(
    422,
    ['没有登记手机号', '请先在名册里补上手机号，再发邀请。'],
    ['No mobile number', 'Add the mobile number to the roster first, then invite.'],
  ),
  'has-password': problem(
    409,
    ['已经设过密码', '账号已开通，不用再邀请。'],
    ['Has a password already', 'The account is open; no invitation is needed.'],
  ),
  'no-account': problem(
    409,
    ['还没有账号', '这个人还没有登录过，没有可以处理的账号。'],
    ['No account yet', 'This person has never signed in: there is no account to change.'],
  ),
  'photo-unknown': problem(
    422,
    ['有照片没有传上来', '请重新选照片再提交，文字还在。'],
    ['A photo is missing', 'Choose the photos again and send; your text is kept.'],
  ),
  'wrong-code': problem(
    422,
    ['验证码不对', '请再看一眼，重新输入。'],
    ['The code is not right', 'Look again and type it anew.'],
  ),
  'code-over': problem(410, ['验证码过期了', '请重新取一个验证码。'], ['The code has expired', 'Ask for a new one.']),
  'wrong-password': problem(
    422,
    ['号码或密码不对', '请检查后重新输入。'],
    ['The number or the password is not right', 'Check both and try again.'],
  ),
  'session-over': problem(
    401,
    ['登录过期了', '请从第一步重新登录。'],
    ['Your sign-in has run out', 'Sign in again from the first step.'],
  ),
  'not-a-phone': problem(
    422,
    ['电话号码不对', '请检查号码，也可以不留电话。'],
    ['Not a telephone number', 'Check the number, or leave it out.'],
  ),
  'not-a-photo': problem(
    422,
    ['有一张不是照片', '请换成手机拍的照片（JPG、PNG、WebP），文字还在。'],
    ['Not a photo', 'Use a photo taken with a phone (JPG, PNG, WebP); your text is kept.'],
  ),
  'photo-too-large': problem(
    413,
    ['照片太大', '每张不超过 10 兆，请换小一点的，文字还在。'],
    ['Photo too large', 'At most 10 MB each: choose a smaller one; your text is kept.'],
  ),
  'too-many-photos': problem(
    422,
    ['照片太多', '一次最多 6 张，请少选几张。'],
    ['Too many photos', 'At most 6 at once: choose fewer.'],
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
  'staff-only': problem(
    403,
    ['只有居委会可以做', '这一步由居委会工作人员来做，请联系居委会。'],
    ['For the committee only', 'Staff of the committee do this: please ask them.'],
  ),
  'not-a-workbook': problem(
    422,
    ['这不是 Excel 文件', '请下载模板，用 Excel 或 WPS 填好后保存为 .xlsx 再上传。'],
    ['Not a workbook', 'Download the template, fill it in with a spreadsheet program and upload it as .xlsx.'],
  ),
  'old-or-locked-workbook': problem(
    422,
    ['旧格式或加了密码', '请去掉密码，另存为 .xlsx 后再上传。'],
    ['Old format, or locked with a password', 'Remove the password, save it as .xlsx and upload it again.'],
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
    ['名册刚刚有变化', '预览之后名册被改过，什么都没有写入。请重新上传，看过再确认。'],
    ['The roster has changed meanwhile', 'Nothing was written: upload the workbook again, look, and confirm.'],
  ),
  'already-imported': problem(
    409,
    ['已经导入过了', '这次导入已经完成，不用再确认。'],
    ['Imported already', 'This import is done; there is nothing to confirm.'],
  ),
  'already-founded': problem(
    409,
    ['已经建好了', '街镇和居民区已经建立。您若是工作人员，请从工作人员入口登录。'],
    ['Founded already', 'The community exists already. If you work here, sign in at the staff entrance.'],
  ),
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
} as const satisfies Record<string, ProblemEntry>

export type ProblemCode = keyof typeof PROBLEMS

/** What goes over the wire as `application/problem+json`. */
export type Problem = {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly instance: string
  readonly code: string
  /** The numbers of this refusal, or the fields that a request got wrong. */
  readonly facts?: Readonly<Record<string, string | number>>
  readonly fields?: readonly { readonly field: string; readonly message: string }[]
  readonly reference?: string
}

export const isProblemCode = (code: string): code is ProblemCode => code in PROBLEMS
