// What is refused about signing in, accounts and people.
import { type Problems, problem } from './entry.ts'

export const accountProblems = {
  'not-signed-in': problem(
    401,
    ['请先登录', '登录后再做这一步，您填的内容不会丢。'],
    ['Please sign in', 'Sign in and do this again; what you typed is kept.'],
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
    ['没有登记手机号', '请先在花名册里补上手机号，再发邀请。'],
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
  'staff-only': problem(
    403,
    ['只有居委会可以做', '这一步由居委会工作人员来做，请联系居委会。'],
    ['For the committee only', 'Staff of the committee do this: please ask them.'],
  ),
  'already-founded': problem(
    409,
    ['已经建好了', '街镇和居民区已经建立。您若是工作人员，请从工作人员入口登录。'],
    ['Founded already', 'The community exists already. If you work here, sign in at the staff entrance.'],
  ),
} as const satisfies Problems
