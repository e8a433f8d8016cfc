// What is refused about claims to own a unit.
import { type Problems, problem } from './entry.ts'

export const identityProblems = {
  'claim-unknown': problem(
    404,
    ['没有找到这份认领', '请核对链接，或者回到列表重新打开。'],
    ['No such claim', 'Check the link, or open it again from the list.'],
  ),
  'already-an-owner': problem(
    409,
    ['您已经是业主', '您的业主身份已经确认。名下还有别的房子没登记上的，请到居委会在花名册里补。'],
    [
      'You are an owner already',
      'Your identity is confirmed. Is another home of yours missing? The committee adds it.',
    ],
  ),
  'on-the-roster': problem(
    409,
    ['您已经在花名册上', '这个号码在花名册上有别的身份。请居委会在花名册里把房子登记到您名下。'],
    ['You are on the roster already', 'This number stands there as something else: the committee adds your home.'],
  ),
  'phone-not-proved': problem(
    409,
    ['请先用手机验证码登录', '认领房子要用验证码证明号码是您的。'],
    ['Please sign in by a code first', 'A code has to show that the number is yours.'],
  ),
  'claim-waits': problem(
    409,
    ['您有一份认领正在核对', '等它有了结果，或者撤回以后，再认领。'],
    ['A claim of yours waits', 'Make another when it is decided, or take it back first.'],
  ),
  'too-many-claims': problem(
    429,
    ['认领得太多了', '三十天里最多认领三次。请带上证件到居委会办。'],
    ['Too many claims', 'Three in thirty days at most. Please bring your papers to the committee.'],
  ),
  'own-claim': problem(
    409,
    ['不能确认自己的认领', '请同事，或者同一套房子的另一位业主来确认。'],
    ['Not your own claim', 'A colleague, or another owner of the same home, has to confirm it.'],
  ),
  'claim-lapsed': problem(
    409,
    ['这份认领过期了', '三十天没有核对完，请居民重新认领。'],
    ['The claim has lapsed', 'It waited for thirty days; it has to be made anew.'],
  ),
  'not-an-owner': problem(
    422,
    ['这一户的花名册里没有这个人', '请先核对花名册；花名册要改的，先导入再确认。'],
    [
      'Nobody of that unit on the roster',
      'Check the roster first; where it is wrong, import it anew and then confirm.',
    ],
  ),
  'staff-needed': problem(
    409,
    ['这份认领要由居委会核对', '写的和花名册不完全一样，或者有人有疑问，邻居确认不了。'],
    ['The committee has to check this one', 'It does not quite fit the roster, or somebody doubts it.'],
  ),
  'how-missing': problem(
    422,
    ['请选怎么核对的', '看了证、见了人，还是打了花名册上的电话。'],
    ['Say how you made sure', 'By the certificate, in person, or by calling the number on the roster.'],
  ),
  'reason-needed': problem(
    422,
    ['请写明理由', '和花名册对不上、要换账号，或者不同意，都要写明理由。'],
    ['Give a reason', 'It is needed where the roster is set aside, an account is replaced, or a claim refused.'],
  ),
} as const satisfies Problems
